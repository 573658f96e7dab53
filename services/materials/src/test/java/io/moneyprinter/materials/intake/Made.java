package io.moneyprinter.materials.intake;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.testing.SharedFfmpeg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Files made by FFmpeg, by recipes as short as on a command line. */
final class Made {

    private static final Pad PICTURE = Pad.label("picture");
    private static final Pad SOUND = Pad.label("sound");

    private Made() {}

    /**
     * Pictures and no sound.
     *
     * @param graph as FFmpeg reads it, from a source on
     * @param options of the output, each name followed by its value
     */
    static Path picture(Path file, String graph, String... options) {
        return run(List.of(), new FilterGraph(List.of(chain(graph, PICTURE))), output(file, options, PICTURE));
    }

    /** Sound alone. */
    static Path sound(Path file, String graph, String... options) {
        return run(List.of(), new FilterGraph(List.of(chain(graph, SOUND))), output(file, options, SOUND));
    }

    /** Both. */
    static Path both(Path file, String pictures, String sounds, String... options) {
        return run(
                List.of(),
                new FilterGraph(List.of(chain(pictures, PICTURE), chain(sounds, SOUND))),
                output(file, options, PICTURE, SOUND));
    }

    /** The first streams of files in another file. */
    static Path muxed(Path file, List<Input> inputs, List<Pad> maps, String... options) {
        return run(inputs, FilterGraph.EMPTY, output(file, options, maps.toArray(Pad[]::new)));
    }

    /** The content of what a recipe makes beside {@code file}. */
    static byte[] bytes(Path file, String extension, Recipe recipe) throws IOException {
        var other = beside(file, extension);
        try {
            recipe.make(other);
            return Files.readAllBytes(other);
        } finally {
            Files.deleteIfExists(other);
        }
    }

    static Path beside(Path file, String extension) {
        return file.resolveSibling("part-of-" + file.getFileName() + "." + extension);
    }

    /** Makes a file. */
    @FunctionalInterface
    interface Recipe {
        void make(Path file) throws IOException;
    }

    private static FilterGraph.Chain chain(String graph, Pad end) {
        return new FilterGraph.Chain(List.of(), List.of(Filter.filter(graph)), List.of(end));
    }

    private static Output output(Path file, String[] options, Pad... pads) {
        var output = Output.to(file, pads).with("threads", 1);
        for (var i = 0; i < options.length; i += 2) {
            output = output.with(options[i], options[i + 1]);
        }
        return output;
    }

    private static Path run(List<Input> inputs, FilterGraph graph, Output output) {
        var command = FfmpegCommand.of(new ArrayList<>(inputs), graph, output);
        Ffmpeg.require(SharedFfmpeg.ffmpeg().run(command, Duration.ofMinutes(2)));
        return java.util.Objects.requireNonNull(output.file());
    }
}
