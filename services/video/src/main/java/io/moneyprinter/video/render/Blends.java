package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.timeline.Transition;
import io.moneyprinter.video.plan.Segment;
import java.util.List;
import java.util.Locale;

/**
 * The frames in which one picture becomes another. The first one already shows something of the new picture and the
 * last one still something of the old one.
 */
final class Blends {

    /** How much closer the old picture comes, and the new one was, in a zoom. */
    private static final double ZOOM = 2.0;

    /** The edge of a circle, as a share of half the diagonal. */
    private static final double SOFT = 0.035;

    /** A soft edge needs no more pixels than this share of the canvas has along each side. */
    private static final int MASK_DIVISOR = 4;

    private final Chains chains;
    private final Canvas canvas;

    Blends(Chains chains, Canvas canvas) {
        this.chains = chains;
        this.canvas = canvas;
    }

    Pad blend(Segment.Blend blend, Pad left, Pad right) {
        return switch (blend.kind()) {
            case FADE_BLACK -> fadeThrough("black", blend.frames(), left, right);
            case FADE_WHITE -> fadeThrough("white", blend.frames(), left, right);
            case ZOOM -> zoom(blend.frames(), left, right);
            case CIRCLE_OPEN -> circle(share(blend.frames()), blend.frames(), left, right);
            // What is left of a circle is the old picture.
            case CIRCLE_CLOSE -> circle("(1-" + share(blend.frames()) + ")", blend.frames(), right, left);
            default -> crossFade(xfade(blend.kind()), blend.frames(), left, right);
        };
    }

    /** Not xfade's fades of that name, which never reach the colour. */
    private Pad fadeThrough(String color, long frames, Pad left, Pad right) {
        var half = frames / 2;
        var gone = chains.chain(left, List.of(filter("trim").with("end_frame", half), fade("out", color, half)));
        var come = chains.chain(
                right,
                List.of(
                        filter("trim").with("start_frame", half),
                        filter("setpts").with("expr", "PTS-STARTPTS"),
                        fade("in", color, frames - half)));
        return chains.chain(
                List.of(gone, come),
                List.of(filter("concat").with("n", 2).with("v", 1).with("a", 0)));
    }

    private static Filter fade(String type, String color, long frames) {
        return filter("fade")
                .with("type", type)
                .with("start_frame", 0)
                .with("nb_frames", frames)
                .with("color", color);
    }

    /** Not xfade's zoom, which ends in a single pixel as large as the canvas. */
    private Pad zoom(long frames, Pad left, Pad right) {
        // This filter counts frames from 1.
        var share = "in/%d".formatted(frames + 1);
        var closer = chains.chain(left, List.of(scaled("(1+%s*(%s)*(%s))", share)));
        var settling = chains.chain(right, List.of(scaled("(1+%s*(1-%s)*(1-%s))", share)));
        return crossFade("fade", frames, closer, settling);
    }

    /** Around the middle. */
    private static Filter scaled(String scale, String share) {
        var by = scale.formatted(number(ZOOM - 1), share, share);
        var before = "(1-1/%s)/2".formatted(by);
        var after = "(1+1/%s)/2".formatted(by);
        return Quadrilateral.filter("W*" + before, "H*" + before, "W*" + after, "H*" + after);
    }

    /** Not xfade's circles: they are so soft that they are hardly circles, and over after a third of the time. */
    private Pad circle(String share, long frames, Pad around, Pad inside) {
        var distance = "hypot(X-W/2,Y-H/2)/hypot(W/2,H/2)";
        var within = "255*clip((%s*%s-%s)/%s,0,1)".formatted(share, number(1 + SOFT), distance, number(SOFT));
        var mask = chains.chain(
                List.of(),
                List.of(
                        filter("color")
                                .with("size", "%dx%d".formatted(masked(canvas.width()), masked(canvas.height())))
                                .with("rate", canvas.fps()),
                        filter("format").with("pix_fmts", "yuv420p"),
                        filter("trim").with("end_frame", frames),
                        filter("geq").with("lum", within).with("cb", within).with("cr", within),
                        // As the pictures are: levels of a mask must not be converted as colours are.
                        filter("setparams").with("range", "tv").with("colorspace", "bt709"),
                        filter("scale")
                                .with("w", canvas.width())
                                .with("h", canvas.height())
                                .with("flags", "bilinear"),
                        filter("format").with("pix_fmts", "yuv420p")));
        return chains.chain(
                List.of(around, inside, mask),
                List.of(filter("maskedmerge"), filter("format").with("pix_fmts", "yuv420p")));
    }

    private static int masked(int pixels) {
        return 2 * Math.ceilDiv(pixels, 2 * MASK_DIVISOR);
    }

    /** How far a frame is, as the filter of masks counts frames: from 0. */
    private static String share(long frames) {
        return "(N+1)/%d".formatted(frames + 1);
    }

    private Pad crossFade(String transition, long frames, Pad left, Pad right) {
        return chains.chain(
                List.of(left, right),
                List.of(
                        filter("xfade")
                                .with("transition", transition)
                                .with("duration", (double) (frames + 1) / canvas.fps())
                                // At its very start FFmpeg shows the old picture alone, or reads beyond its edge.
                                .with("offset", -1.0 / canvas.fps()),
                        filter("format").with("pix_fmts", "yuv420p")));
    }

    /** FFmpeg's names: what it calls a slide pushes the old picture out, what covers it stays in place. */
    private static String xfade(Transition.Kind kind) {
        return switch (kind) {
            case DISSOLVE -> "fade";
            case FADE_BLACK, FADE_WHITE, ZOOM, CIRCLE_OPEN, CIRCLE_CLOSE ->
                throw new IllegalArgumentException("%s (expected: a blend that FFmpeg has)".formatted(kind));
            case WIPE_LEFT -> "wipeleft";
            case WIPE_RIGHT -> "wiperight";
            case WIPE_UP -> "wipeup";
            case WIPE_DOWN -> "wipedown";
            case SLIDE_LEFT -> "coverleft";
            case SLIDE_RIGHT -> "coverright";
            case SLIDE_UP -> "coverup";
            case SLIDE_DOWN -> "coverdown";
            case PUSH_LEFT -> "slideleft";
            case PUSH_RIGHT -> "slideright";
            case PUSH_UP -> "slideup";
            case PUSH_DOWN -> "slidedown";
            case RADIAL -> "radial";
            case PIXELIZE -> "pixelize";
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
