package io.moneyprinter.video.render;

import io.moneyprinter.ffmpeg.Filter;

/** A rectangle of a picture, given in fractions of pixels, that fills the picture. */
final class Quadrilateral {

    private Quadrilateral() {}

    /** Expressions that may use {@code W}, {@code H} and {@code in}, the number of the frame from 1. */
    static Filter filter(String left, String top, String right, String bottom) {
        return Filter.filter("perspective")
                .with("x0", left)
                .with("y0", top)
                .with("x1", right)
                .with("y1", top)
                .with("x2", left)
                .with("y2", bottom)
                .with("x3", right)
                .with("y3", bottom)
                .with("eval", "frame");
    }
}
