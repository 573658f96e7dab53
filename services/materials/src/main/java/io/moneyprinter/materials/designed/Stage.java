package io.moneyprinter.materials.designed;

import io.moneyprinter.drawing.Box;

/** A canvas and where on it things may stand. */
record Stage(int width, int height) {

    /** A hundredth of the shorter side: sizes are given in it, so that they suit every canvas. */
    double unit() {
        return Math.min(width, height) / 100.0;
    }

    boolean tall() {
        return height > 1.1 * width;
    }

    boolean wide() {
        return width > 1.1 * height;
    }

    /** Where text may stand: inside the safe margins, above the captions. */
    Box text() {
        var shape = (double) height / width;
        // Captions begin at 0.585, 0.66, 0.70 and 0.745 of the height.
        var bottom = shape >= 1.5 ? 0.545 : shape > 1.1 ? 0.615 : shape > 0.9 ? 0.655 : 0.69;
        var top = shape >= 1.5 ? 0.13 : 0.1;
        var side = wide() ? 0.09 : 0.085;
        return new Box((float) (side * width), (float) (top * height), (float) ((1 - side) * width), (float)
                (bottom * height));
    }
}
