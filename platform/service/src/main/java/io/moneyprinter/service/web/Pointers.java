package io.moneyprinter.service.web;

import java.util.Locale;
import java.util.regex.Pattern;

/** Java property paths as JSON pointers. */
final class Pointers {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private Pointers() {}

    /** {@code videoSettings.keywords[3]} is {@code /video_settings/keywords/3}. */
    static String ofPath(String path) {
        var steps = path.replace("[", ".").replace("]", "").replace(".<list element>", "");
        var pointer = new StringBuilder();
        for (var step : steps.split("\\.", -1)) {
            if (!step.isEmpty()) {
                pointer.append('/').append(HUMP.matcher(step).replaceAll("_").toLowerCase(Locale.ROOT));
            }
        }
        return pointer.toString();
    }
}
