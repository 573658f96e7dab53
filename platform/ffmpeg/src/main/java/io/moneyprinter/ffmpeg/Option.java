package io.moneyprinter.ffmpeg;

import org.jspecify.annotations.Nullable;

/**
 * A command line option as FFmpeg's manual names it, without the dash.
 *
 * @param value null for an option that takes none
 */
public record Option(String name, @Nullable String value) {

    public Option {
        if (name.isEmpty() || name.startsWith("-")) {
            throw new IllegalArgumentException("option: '%s' (expected: a name without dash)".formatted(name));
        }
    }

    public static Option flag(String name) {
        return new Option(name, null);
    }

    public static Option of(String name, Object value) {
        return new Option(name, Numbers.plain(value));
    }
}
