package io.moneyprinter.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written.
 *
 * @param maps the streams of the output, in order
 * @param file null where nothing is written but what filters say
 */
public record Output(
        List<Pad> maps, List<Option> options, @Nullable Path file) {

    public Output {
        maps = List.copyOf(maps);
        options = List.copyOf(options);
    }

    public static Output to(Path file, Pad... maps) {
        return new Output(List.of(maps), List.of(), file);
    }

    /** Decodes and filters, and keeps nothing. */
    public static Output nothing(Pad... maps) {
        return new Output(List.of(maps), List.of(Option.of("f", "null")), null);
    }

    public Output with(String option, Object value) {
        return with(List.of(Option.of(option, value)));
    }

    public Output with(List<Option> more) {
        var longer = new ArrayList<>(options);
        longer.addAll(more);
        return new Output(maps, longer, file);
    }
}
