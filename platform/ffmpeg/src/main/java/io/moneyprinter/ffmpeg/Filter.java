package io.moneyprinter.ffmpeg;

import java.util.ArrayList;
import java.util.List;

/** One filter with its options. Values are stored plain; {@link #toString} escapes them. */
public record Filter(String name, List<Option> options) {

    public Filter {
        options = List.copyOf(options);
    }

    public static Filter filter(String name) {
        return new Filter(name, List.of());
    }

    /** This filter with one more option; numbers are written without exponent. */
    public Filter with(String option, Object value) {
        var longer = new ArrayList<>(options);
        longer.add(Option.of(option, value));
        return new Filter(name, longer);
    }

    /** As FFmpeg's graph syntax has it. */
    @Override
    public String toString() {
        var text = new StringBuilder(name);
        var separator = '=';
        for (var option : options) {
            text.append(separator).append(option.name()).append('=').append(escape(String.valueOf(option.value())));
            separator = ':';
        }
        return text.toString();
    }

    /** Both levels of the graph syntax: first the option's value, then the graph around it. */
    static String escape(String value) {
        return value.replaceAll("([\\\\':])", "\\\\$1").replaceAll("([\\\\'\\[\\],;])", "\\\\$1");
    }
}
