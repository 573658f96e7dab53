package io.moneyprinter.materials.variant;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.testing.SharedFfmpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What is seen in a file. */
public record Pixels(byte[] rgba) {

    private static final int SIDE = 8;
    private static final int FRAME = SIDE * SIDE * 4;
    private static final Pad SMALL = Pad.label("small");

    /** All frames, each made as small as this. */
    public static Pixels of(Path file, Path work) {
        return of(file, work, filter("null"));
    }

    /** The same of what a filter leaves of them. */
    static Pixels of(Path file, Path work, Filter before) {
        var input = Input.of(file);
        if (file.toString().endsWith(".webm")) {
            input = input.with("c:v", "libvpx-vp9");
        }
        var raw = work.resolve("pixels.raw");
        var filters = List.of(
                before,
                // First, since halved colours are not where they belong when a picture is made that small.
                filter("format").with("pix_fmts", "rgba"),
                filter("scale").with("width", SIDE).with("height", SIDE).with("flags", "area"));
        var command = FfmpegCommand.of(
                List.of(input),
                new FilterGraph(List.of(new Chain(List.of(Pad.video(0)), filters, List.of(SMALL)))),
                Output.to(raw, SMALL)
                        .with("fps_mode", "passthrough")
                        .with("c:v", "rawvideo")
                        .with("f", "rawvideo"));
        Ffmpeg.require(SharedFfmpeg.ffmpeg().run(command, Duration.ofMinutes(1)));
        try {
            return new Pixels(Files.readAllBytes(raw));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The average difference of the pixels of two files with equally many, 0 to 255. */
    double difference(Pixels other) {
        var sum = 0L;
        for (var i = 0; i < rgba.length; i++) {
            sum += Math.abs((rgba[i] & 0xff) - (other.rgba[i] & 0xff));
        }
        return (double) sum / rgba.length;
    }

    public int frames() {
        return rgba.length / FRAME;
    }

    /** The average of a channel in a frame, 0 to 255. */
    public double average(int frame, int channel) {
        var sum = 0L;
        for (var pixel = 0; pixel < SIDE * SIDE; pixel++) {
            sum += rgba[frame * FRAME + 4 * pixel + channel] & 0xff;
        }
        return (double) sum / (SIDE * SIDE);
    }

    /** The average of red, green and blue. */
    public double brightness(int frame) {
        return (average(frame, 0) + average(frame, 1) + average(frame, 2)) / 3;
    }

    /** How opaque a frame is, 0 to 255. */
    public double alpha(int frame) {
        return average(frame, 3);
    }
}
