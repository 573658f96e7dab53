package io.moneyprinter.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file to read. Options come before it and hold for it alone. */
public record Input(List<Option> options, Path file) {

    public Input {
        options = List.copyOf(options);
    }

    public static Input of(Path file) {
        return new Input(List.of(), file);
    }

    public Input with(String option, Object value) {
        return with(Option.of(option, value));
    }

    public Input with(Option option) {
        var longer = new ArrayList<>(options);
        longer.add(option);
        return new Input(longer, file);
    }
}
