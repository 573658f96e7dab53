package io.moneyprinter.materials.designed;

import io.moneyprinter.drawing.Design;
import io.moneyprinter.drawing.Palette;
import java.util.SplittableRandom;

/**
 * What all pictures of one video have in common.
 *
 * @param roundness of corners, 0 sharp to 1 round
 */
record Theme(Design design, Motif motif, double roundness, double angle, long seed) {

    /** What the backdrop is patterned with. */
    enum Motif {
        BLOBS,
        ARCS,
        DOTS,
        STRIPES,
        WAVES,
        GRID
    }

    static Theme of(long seed) {
        var random = new SplittableRandom(seed);
        var design = Design.of(random);
        var motif = Motif.values()[random.nextInt(Motif.values().length)];
        return new Theme(design, motif, random.nextInt(4) / 3.0, random.nextDouble(360), seed);
    }

    Theme inverted() {
        return new Theme(design.with(palette().inverted()), motif, roundness, angle, seed);
    }

    Palette palette() {
        return design.palette();
    }

    /** Random numbers that are the same for the same purpose in the same video. */
    SplittableRandom random(String purpose) {
        return new SplittableRandom(seed * 0x9e3779b97f4a7c15L ^ purpose.hashCode() * 0xc2b2ae3d27d4eb4fL);
    }
}
