package io.moneyprinter.materials.designed;

import io.moneyprinter.drawing.FontFamily;
import io.moneyprinter.drawing.TextSpec.Align;
import java.util.SplittableRandom;

/**
 * What all pictures of one video have in common.
 *
 * @param capitals whether display text is set in capitals, in scripts that have them
 * @param align of display text
 * @param roundness of corners, 0 sharp to 1 round
 */
record Theme(
        Palette palette,
        FontFamily display,
        boolean capitals,
        Align align,
        Motif motif,
        double roundness,
        double angle,
        long seed) {

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
        var palette = Palette.ALL.get(random.nextInt(Palette.ALL.size()));
        var display = FontFamily.values()[random.nextInt(FontFamily.values().length)];
        var capitals = display == FontFamily.CONDENSED || display == FontFamily.GROTESQUE && random.nextBoolean();
        var align = random.nextInt(3) == 0 ? Align.CENTER : Align.START;
        var motif = Motif.values()[random.nextInt(Motif.values().length)];
        return new Theme(
                palette, display, capitals, align, motif, random.nextInt(4) / 3.0, random.nextDouble(360), seed);
    }

    Theme inverted() {
        return new Theme(palette.inverted(), display, capitals, align, motif, roundness, angle, seed);
    }

    /** The weight that the display family is strongest in. */
    int displayWeight() {
        return display == FontFamily.GROTESQUE ? 900 : 700;
    }

    /** Random numbers that are the same for the same purpose in the same video. */
    SplittableRandom random(String purpose) {
        return new SplittableRandom(seed * 0x9e3779b97f4a7c15L ^ purpose.hashCode() * 0xc2b2ae3d27d4eb4fL);
    }
}
