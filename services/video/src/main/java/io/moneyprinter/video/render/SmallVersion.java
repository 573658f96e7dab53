package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.video.encode.StreamOptions;
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
        var copies = chains.split(picture, 2);
        var small = scaled(chains, copies.getLast(), film);
        // Behind the options of the large pictures, which else hold for both.
        return Output.to(file, copies.getFirst(), small).with(encoding).with(encoding(film, STREAM));
    }

    /** A file with the small version and the sound of the first input. */
    static Output alone(Chains chains, Pad picture, Canvas film, Path file) {
        return Output.to(file, scaled(chains, picture, film), Pad.audio(0)).with(encoding(film, 0));
    }

    private static Pad scaled(Chains chains, Pad picture, Canvas film) {
        var canvas = canvas(film);
        return chains.chain(
                picture,
                List.of(
                        filter("scale")
                                .with("w", canvas.width())
                                .with("h", canvas.height())
                                .with("flags", "fast_bilinear"),
                        filter("format").with("pix_fmts", "yuv420p"),
                        filter("setsar").with("sar", 1)));
    }

    private static List<Option> encoding(Canvas film, int stream) {
        return List.of(
                own(stream, "c", "libx264"),
                own(stream, "tag", "avc1"),
                own(stream, "preset", "ultrafast"),
                own(stream, "crf", 30),
                own(stream, "maxrate", "500k"),
                own(stream, "bufsize", "1M"),
                own(stream, "profile", "main"),
                own(stream, "level", "3.1"),
                own(stream, "pix_fmt", "yuv420p"),
                own(stream, "threads", 1),
                own(stream, "g", StreamOptions.keyFrames(film)),
                own(stream, "bf", 0),
                own(stream, "x264-params", StreamOptions.closedGroups(film)));
    }

    private static Option own(int stream, String option, Object value) {
        return Option.of(option + ":v:" + stream, value);
    }
}
