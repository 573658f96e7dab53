package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.video.Fit;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.Pad;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Brings pictures of any shape to one size, in BT.709.
 *
 * @param width pixels, even
 * @param height pixels, even
 * @param focusX what is kept when the sides are cut off: 0 left to 1 right
 * @param focusY 0 top to 1 bottom
 * @param background behind the picture, {@code #RRGGBB}
 * @param flags of the scaler
 * @param tones what brings colours that BT.709 does not have into it, after scaling; empty for all others
 */
record Framed(
        int width,
        int height,
        Fit fit,
        double focusX,
        double focusY,
        String background,
        String flags,
        List<Filter> tones) {

    Framed {
        tones = List.copyOf(tones);
    }

    /** A blurred ground is not seen in detail: this much smaller it looks the same and costs next to nothing. */
    private static final int GROUND_DIVISOR = 8;

    /** The end of {@code from} after {@code before}, brought to the size. */
    Pad show(Chains chains, Pad from, List<Filter> before) {
        return switch (fit) {
            case COVER -> chains.chain(from, joined(before, cover(width, height, flags)));
            case CONTAIN -> chains.chain(from, joined(joined(before, contain()), List.of(bars())));
            case BLUR -> blur(chains, before.isEmpty() ? from : chains.chain(from, before));
        };
    }

    private Pad blur(Chains chains, Pad source) {
        var copies = chains.split(source, 2);
        var small =
                cover(even((double) width / GROUND_DIVISOR), even((double) height / GROUND_DIVISOR), "fast_bilinear");
        var ground = chains.chain(
                copies.getFirst(),
                joined(
                        small,
                        List.of(
                                filter("boxblur")
                                        .with("lr", 4)
                                        .with("lp", 2)
                                        .with("cr", 2)
                                        .with("cp", 2),
                                // Darker, so that the picture in front stands out.
                                filter("lutyuv").with("y", "16+(val-16)*0.7"),
                                filter("scale")
                                        .with("w", width)
                                        .with("h", height)
                                        .with("flags", "bilinear"),
                                filter("setsar").with("sar", 1))));
        var picture = chains.chain(copies.getLast(), contain());
        return chains.chain(
                List.of(ground, picture),
                List.of(filter("overlay")
                        .with("x", "trunc((W-w)/4)*2")
                        .with("y", "trunc((H-h)/4)*2")
                        .with("eval", "init")
                        .with("format", "yuv420")));
    }

    /** Crops to the shape first, so that no pixel is scaled in vain; then scales. */
    private List<Filter> cover(int toWidth, int toHeight, String scaler) {
        var shape = "%d/%d".formatted(width, height);
        var crop = filter("crop")
                .with("w", "min(iw,ih*%s/sar)".formatted(shape))
                .with("h", "min(ih,iw*sar/(%s))".formatted(shape))
                .with("x", "(iw-ow)*" + number(focusX))
                .with("y", "(ih-oh)*" + number(focusY));
        return joined(List.of(crop), scale(toWidth, toHeight, scaler));
    }

    private List<Filter> contain() {
        return scale(
                "max(2,trunc(min(%d,%d*dar)/2)*2)".formatted(width, height),
                "max(2,trunc(min(%d,%d/dar)/2)*2)".formatted(height, width),
                flags);
    }

    private Filter bars() {
        return filter("pad")
                .with("w", width)
                .with("h", height)
                .with("x", "trunc((ow-iw)/4)*2")
                .with("y", "trunc((oh-ih)/4)*2")
                .with("color", "0x" + background.substring(1));
    }

    private List<Filter> scale(Object toWidth, Object toHeight, String scaler) {
        var scaled = List.of(
                filter("scale")
                        .with("w", toWidth)
                        .with("h", toHeight)
                        .with("flags", scaler)
                        .with("out_color_matrix", "bt709")
                        .with("out_range", "tv"),
                filter("setsar").with("sar", 1));
        return joined(scaled, tones.isEmpty() ? List.of(filter("format").with("pix_fmts", "yuv420p")) : tones);
    }

    private static List<Filter> joined(List<Filter> first, List<Filter> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static int even(double pixels) {
        return Math.max(2, (int) Math.round(pixels / 2) * 2);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
