package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.testing.SharedFfmpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The frames that a graph makes, as red, green and blue from 0 to 255. */
record Pixels(byte[] bytes, int width, int height) {

    /** Runs a graph to its end; what comes out is as large as said. */
    static Pixels of(Chains chains, Pad end, int width, int height, Path work) {
        // As a player does it: the pictures are BT.709.
        var shown = chains.chain(
                end,
                List.of(
                        filter("scale").with("in_color_matrix", "bt709").with("in_range", "tv"),
                        filter("format").with("pix_fmts", "rgb24")));
        try {
            var file = Files.createTempFile(work, "pixels", ".rgb");
            var output = Output.to(file, shown)
                    .with(List.of(
                            Option.of("f", "rawvideo"),
                            Option.of("c:v", "rawvideo"),
                            Option.of("fps_mode", "passthrough")));
            var command = FfmpegCommand.of(chains.inputs(), chains.graph(), output);
            Ffmpeg.require(SharedFfmpeg.ffmpeg().run(command, Duration.ofMinutes(2)));
            var pixels = new Pixels(Files.readAllBytes(file), width, height);
            if (pixels.bytes.length % (width * height * 3) != 0) {
                throw new AssertionError(
                        "%d bytes (expected: frames of %dx%d)".formatted(pixels.bytes.length, width, height));
            }
            return pixels;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int count() {
        return bytes.length / (width * height * 3);
    }

    int red(int frame, int x, int y) {
        return channel(frame, x, y, 0);
    }

    int green(int frame, int x, int y) {
        return channel(frame, x, y, 1);
    }

    int blue(int frame, int x, int y) {
        return channel(frame, x, y, 2);
    }

    int[] color(int frame, int x, int y) {
        return new int[] {red(frame, x, y), green(frame, x, y), blue(frame, x, y)};
    }

    double brightness(int frame, int x, int y) {
        return 0.2126 * red(frame, x, y) + 0.7152 * green(frame, x, y) + 0.0722 * blue(frame, x, y);
    }

    /** The mean brightness of a frame. */
    double mean(int frame) {
        var sum = 0.0;
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                sum += brightness(frame, x, y);
            }
        }
        return sum / width / height;
    }

    /** The standard deviation of brightness in a frame. */
    double spread(int frame) {
        var mean = mean(frame);
        var sum = 0.0;
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                sum += Math.pow(brightness(frame, x, y) - mean, 2);
            }
        }
        return Math.sqrt(sum / width / height);
    }

    /** The mean difference of neighbours in a row: how sharp a frame is. */
    double detail(int frame) {
        var sum = 0.0;
        for (var y = 0; y < height; y++) {
            for (var x = 1; x < width; x++) {
                sum += Math.abs(brightness(frame, x, y) - brightness(frame, x - 1, y));
            }
        }
        return sum / (width - 1) / height;
    }

    /** The pixels of one frame. */
    byte[] frame(int frame) {
        var size = width * height * 3;
        return java.util.Arrays.copyOfRange(bytes, frame * size, (frame + 1) * size);
    }

    private int channel(int frame, int x, int y, int channel) {
        return bytes[((frame * height + y) * width + x) * 3 + channel] & 0xff;
    }
}
