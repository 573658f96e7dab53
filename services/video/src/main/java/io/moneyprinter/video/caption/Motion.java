package io.moneyprinter.video.caption;

import io.github.humbleui.skija.Canvas;
import io.moneyprinter.contracts.video.CaptionSettings.Animation;
import io.moneyprinter.drawing.Raster;

/**
 * How a caption comes in, in a handful of pictures.
 *
 * @param step of {@code steps}, from 0; as large when it stands still
 */
record Motion(Animation animation, int step, int steps) {

    /** Pictures until a caption stands still: a fifth of a second. */
    private static final int STEPS = 6;

    /** How long each of them is seen: at more than thirty frames a second, several. */
    static long hold(double framesPerSecond) {
        return Math.max(1, Math.round(framesPerSecond / 30));
    }

    /**
     * @param frame from the start of the cue
     * @param frames of the cue; what is seen only for a moment moves faster
     */
    static Motion at(Animation animation, long frame, long frames, long hold) {
        var moves = switch (animation) {
            case NONE, TYPEWRITER -> false;
            case FADE, POP, SLIDE -> true;
        };
        var steps = moves ? (int) Math.min(STEPS, frames / (3 * hold)) : 0;
        return new Motion(animation, (int) Math.min(steps, frame / hold), steps);
    }

    boolean still() {
        return step >= steps;
    }

    /** Paints a finished caption as it is seen now; the middle of the text is at x, y. */
    void paint(Canvas canvas, Raster caption, float x, float y, float size) {
        var done = (step + 1.0) / (steps + 1);
        var eased = 1 - Math.pow(1 - done, 3);
        switch (animation) {
            case NONE, TYPEWRITER -> caption.paint(canvas, 0, 0);
            case FADE -> caption.paint(canvas, done);
            case POP -> {
                var scale = (float) (0.6 + 0.4 * overshooting(done));
                canvas.translate(x, y).scale(scale, scale).translate(-x, -y);
                caption.paint(canvas, Math.min(1, 2 * done));
            }
            case SLIDE -> {
                canvas.translate(0, (float) (slide(size) * (1 - eased)));
                caption.paint(canvas, eased);
            }
        }
    }

    /** How far a caption reaches beyond its place while it comes in. */
    static float reach(Animation animation, float width, float size) {
        return switch (animation) {
            case NONE, TYPEWRITER, FADE -> 0;
            case POP -> 0.025f * width;
            case SLIDE -> slide(size);
        };
    }

    private static float slide(float size) {
        return 0.5f * size;
    }

    /** From 0 to 1, a tenth beyond it on the way. */
    private static double overshooting(double done) {
        var from = done - 1;
        return 1 + 2.70158 * from * from * from + 1.70158 * from * from;
    }
}
