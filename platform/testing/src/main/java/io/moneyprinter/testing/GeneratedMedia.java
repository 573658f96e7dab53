package io.moneyprinter.testing;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Small media made by FFmpeg's own sources, so that no binary file is kept with the tests. */
public final class GeneratedMedia {

    private static final Pad PICTURE = Pad.label("picture");
    private static final Pad SOUND = Pad.label("sound");

    private GeneratedMedia() {}

    /** A video of {@code frames} moving test pictures with a tone; the container is that of the file's name. */
    public static Path video(Path file, int width, int height, int fps, int frames) {
        var seconds = (double) frames / fps;
        var picture = filter("testsrc2")
                .with("size", width + "x" + height)
                .with("rate", fps)
                .with("duration", seconds);
        var graph = new FilterGraph(List.of(
                new Chain(List.of(), List.of(picture, filter("format").with("pix_fmts", "yuv420p")), List.of(PICTURE)),
                new Chain(List.of(), List.of(tone(440, seconds)), List.of(SOUND))));
        return write(graph, Output.to(file, PICTURE, SOUND).with("threads", 1));
    }

    /** A silent video of what the filters make, the first of which is a source. */
    public static Path silentVideo(Path file, Filter... filters) {
        var graph = new FilterGraph(List.of(new Chain(List.of(), List.of(filters), List.of(PICTURE))));
        return write(graph, Output.to(file, PICTURE).with("threads", 1).with("pix_fmt", "yuv420p"));
    }

    /** A single picture; the codec is that of the file's name. */
    public static Path image(Path file, int width, int height) {
        var source = filter("testsrc2").with("size", width + "x" + height).with("rate", 1);
        return image(file, source);
    }

    /** A PNG of what the filters make, the first of which is a source. */
    public static Path image(Path file, Filter... filters) {
        var graph = new FilterGraph(List.of(new Chain(List.of(), List.of(filters), List.of(PICTURE))));
        return write(graph, Output.to(file, PICTURE).with("frames:v", 1).with("update", 1));
    }

    /** A picture of one colour, as FFmpeg names colours: {@code red}, {@code 0x336699}, {@code white@0.5}. */
    public static Path plainImage(Path file, String color, int width, int height) {
        var source = filter("color")
                .with("color", color)
                .with("size", width + "x" + height)
                .with("rate", 1);
        return image(file, source);
    }

    /** A tone as 16-bit mono WAV at 48 kHz, or in the format of the file's name. */
    public static Path tone(Path file, int hertz, Duration length) {
        var graph = new FilterGraph(List.of(
                new Chain(List.of(), List.of(tone(hertz, length.toMillis() / 1_000.0)), List.of(SOUND))));
        return write(graph, Output.to(file, SOUND).with("ac", 1));
    }

    private static Path image(Path file, Filter source) {
        var pixels = filter("format").with("pix_fmts", file.toString().endsWith(".png") ? "rgba" : "yuvj420p");
        var graph = new FilterGraph(List.of(new Chain(List.of(), List.of(source, pixels), List.of(PICTURE))));
        return write(graph, Output.to(file, PICTURE).with("frames:v", 1).with("update", 1));
    }

    private static Filter tone(int hertz, double seconds) {
        return filter("sine")
                .with("frequency", hertz)
                .with("sample_rate", 48_000)
                .with("duration", seconds);
    }

    private static Path write(FilterGraph graph, Output output) {
        var command = FfmpegCommand.of(List.of(), graph, output);
        Ffmpeg.require(SharedFfmpeg.ffmpeg().run(command, Duration.ofMinutes(2)));
        return Objects.requireNonNull(output.file());
    }
}
