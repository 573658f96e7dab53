package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.Corner;
import io.moneyprinter.contracts.video.Watermark;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.video.source.SourceFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a watermark stands and how large it is there. It is decoded, scaled and made translucent once; the frames only
 * blend it, and only where it is.
 *
 * @param x even, as colours are halved
 * @param y even
 * @param width even
 * @param height even
 */
record Logo(int x, int y, int width, int height, double opacity) {

    /** Part of the identity of every chunk that shows a watermark. */
    static final String VERSION = "1";

    /** Of the shape of the picture as displayed; a tall one is made smaller until it fits between the margins. */
    static Logo of(Watermark watermark, SourceFacts image, Canvas canvas) {
        var upright = image.rotation() % 180 == 0;
        var wide = image.width() * image.sampleAspect();
        var shape = upright ? image.height() / wide : wide / image.height();
        var margin = percent(watermark.margin(), 4) * canvas.width();
        var roomX = Math.max(16, canvas.width() - 2 * margin);
        var roomY = Math.max(16, canvas.height() - 2 * margin);
        var width = Math.min(percent(watermark.width(), 14) * canvas.width(), roomX);
        width = Math.min(width, roomY / shape);
        var evenWidth = Math.max(2, even(width));
        var evenHeight = Math.max(2, Math.min(even(width * shape), canvas.height()));
        var corner = watermark.corner() == null ? Corner.TOP_RIGHT : watermark.corner();
        var right = canvas.width() - margin - evenWidth;
        var bottom = canvas.height() - margin - evenHeight;
        var x = switch (corner) {
            case TOP_LEFT, BOTTOM_LEFT -> margin;
            case TOP_RIGHT, BOTTOM_RIGHT -> right;
            case CENTER -> (canvas.width() - evenWidth) / 2.0;
        };
        var y = switch (corner) {
            case TOP_LEFT, TOP_RIGHT -> margin;
            case BOTTOM_LEFT, BOTTOM_RIGHT -> bottom;
            case CENTER -> (canvas.height() - evenHeight) / 2.0;
        };
        var opacity = watermark.opacity() == null ? 0.85 : watermark.opacity();
        return new Logo(
                Math.clamp(even(x), 0, canvas.width() - evenWidth),
                Math.clamp(even(y), 0, canvas.height() - evenHeight),
                evenWidth,
                evenHeight,
                opacity);
    }

    /** Lays the picture over all frames of another stream. */
    Pad over(Chains chains, Pad below, Path image) {
        var top = chains.chain(
                chains.input(Input.of(image).with("threads", 1)),
                List.of(
                        // What is transparent has a colour, too; it must not run into its neighbours.
                        filter("format").with("pix_fmts", "gbrap"),
                        filter("premultiply").with("inplace", 1),
                        filter("scale").with("w", width).with("h", height).with("flags", "area"),
                        filter("unpremultiply").with("inplace", 1),
                        filter("scale").with("out_color_matrix", "bt709").with("out_range", "tv"),
                        filter("format").with("pix_fmts", "yuva420p"),
                        filter("lutyuv").with("a", String.format(Locale.ROOT, "val*%.3f", opacity)),
                        filter("setsar").with("sar", 1),
                        filter("setpts").with("expr", "0")));
        return chains.chain(
                List.of(below, top),
                List.of(filter("overlay")
                        .with("x", x)
                        .with("y", y)
                        .with("eval", "init")
                        .with("eof_action", "repeat")
                        .with("format", "yuv420")));
    }

    private static double percent(@Nullable Double value, double otherwise) {
        return (value == null ? otherwise : value) / 100;
    }

    private static int even(double pixels) {
        return 2 * (int) Math.round(pixels / 2);
    }
}
