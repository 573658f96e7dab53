package io.moneyprinter.ffmpeg;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts by name, such as {@code streams.0.width}, as ffprobe's {@code flat} writer lists them. */
public record ProbeAnswer(Map<String, String> facts) {

    static final String FORMAT = "flat=s=.:h=1";

    public ProbeAnswer {
        facts = Map.copyOf(facts);
    }

    static ProbeAnswer parse(List<String> lines) {
        var facts = new HashMap<String, String>();
        for (var line : lines) {
            var equals = line.indexOf('=');
            if (equals > 0) {
                var name = line.substring(0, equals)
                        .replaceFirst("^stream_groups\\.stream_group\\.0\\.components\\.component\\.0\\.", "tiles.")
                        .replaceFirst("^(streams|frames|packets)\\.[a-z]+\\.", "$1.")
                        .replaceAll("side_data_list\\.side_data\\.", "side_data_list.");
                facts.put(name, unquoted(line.substring(equals + 1)));
            }
        }
        return new ProbeAnswer(facts);
    }

    private static String unquoted(String value) {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return value;
        }
        return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    public String text(String name, String otherwise) {
        var value = facts.get(name);
        return value == null || value.equals("N/A") ? otherwise : value;
    }

    /** A whole number; {@code otherwise} when it is not there or not a number. */
    public long whole(String name, long otherwise) {
        try {
            return Long.parseLong(text(name, ""));
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    /** The first fact of that name in a list. */
    @Nullable
    String first(String list, String name) {
        for (var i = 0; i < 8; i++) {
            var value = facts.get(list + "." + i + "." + name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
