package io.moneyprinter.ffmpeg;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The embedded FFmpeg, unpacked once per machine, and what it can make from nothing. */
final class TestMedia {

    static final Path HOME = Path.of(
                    System.getProperty("java.io.tmpdir"), "moneyprinter-tests-" + System.getProperty("user.name"))
            .resolve("ffmpeg");
    static final Ffmpeg FFMPEG = new Ffmpeg(FfmpegBinaries.locate(HOME, null), 2);

    private TestMedia() {}

    static Path image(Path file, int width, int height) {
        return write(
                Output.to(file, Pad.label("v")).with("frames:v", 1).with("update", 1),
                filter("testsrc2").with("size", width + "x" + height),
                filter("format").with("pix_fmts", file.toString().endsWith("png") ? "rgb24" : "yuvj420p"));
    }

    static Path video(Path file, int width, int height, double seconds) {
        return write(
                Output.to(file, Pad.label("v")).with("threads", 1).with("movflags", "+faststart"),
                filter("testsrc2").with("size", width + "x" + height).with("duration", seconds),
                filter("format").with("pix_fmts", "yuv420p"));
    }

    static Path tone(Path file, double seconds) {
        return write(Output.to(file, Pad.label("v")), filter("sine").with("duration", seconds));
    }

    static FfmpegCommand endless(Path file) {
        return FfmpegCommand.of(
                List.of(), graph(filter("testsrc2").with("size", "320x240")), Output.to(file, Pad.label("v")));
    }

    private static Path write(Output output, Filter... filters) {
        Ffmpeg.require(FFMPEG.run(FfmpegCommand.of(List.of(), graph(filters), output), Duration.ofMinutes(1)));
        return java.util.Objects.requireNonNull(output.file());
    }

    static FilterGraph graph(Filter... filters) {
        return new FilterGraph(List.of(new Chain(List.of(), List.of(filters), List.of(Pad.label("v")))));
    }
}
