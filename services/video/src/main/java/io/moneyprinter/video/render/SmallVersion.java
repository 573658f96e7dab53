package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import java.nio.file.Path;
import java.util.List;

/**
 * The pictures of a part once more in small, as the second stream of its file. Previews are joined of them, and the
 * last check of a film looks at them: neither decodes a large picture again, and what does not change is not made
 * again.
 */
final class SmallVersion {

    /** Which of the streams it is. */
    static final int STREAM = 1;

    private static final int WIDTH = 360;

    private SmallVersion() {}

    static Canvas canvas(Canvas film) {
        var height = Math.round(WIDTH * (float) film.height() / film.width() / 2) * 2;
        return new Canvas(WIDTH, height, film.fps());
    }

    /** A file with the pictures, encoded as wanted, and their small version beside them. */
    static Output beside(Chains chains, Pad picture, Canvas film, List<Option> encoding, Path file) {
        var canvas = canvas(film);
        var copies = chains.split(picture, 2);
        var small = chains.chain(
                copies.getLast(),
                List.of(
                        filter("scale")
                                .with("w", canvas.width())
                                .with("h", canvas.height())
                                .with("flags", "fast_bilinear"),
                        filter("format").with("pix_fmts", "yuv420p"),
                        filter("setsar").with("sar", 1)));
        return Output.to(file, copies.getFirst(), small).with(encoding).with(encoding(canvas));
    }

    /** Named by their stream, and behind those of the large pictures, which else hold for both. */
    private static List<Option> encoding(Canvas canvas) {
        var keyFrames = 2 * canvas.fps();
        return List.of(
                own("c", "libx264"),
                own("tag", "avc1"),
                own("preset", "ultrafast"),
                own("crf", 30),
                own("maxrate", "500k"),
                own("bufsize", "1M"),
                own("profile", "main"),
                own("level", "3.1"),
                own("pix_fmt", "yuv420p"),
                own("threads", 1),
                own("g", keyFrames),
                own("bf", 0),
                own("x264-params", "scenecut=0:open-gop=0:keyint=%1$d:min-keyint=%1$d".formatted(keyFrames)));
    }

    private static Option own(String option, Object value) {
        return Option.of(option + ":v:" + STREAM, value);
    }
}
