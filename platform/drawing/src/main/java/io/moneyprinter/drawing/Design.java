package io.moneyprinter.drawing;

import io.moneyprinter.drawing.TextSpec.Align;
import java.util.SplittableRandom;

/**
 * Colours and letters of all that is drawn for one video, so that it looks as if made by one hand.
 *
 * @param capitals whether display text is set in capitals, in scripts that have them
 * @param align of display text
 */
public record Design(Palette palette, FontFamily display, boolean capitals, Align align) {

    /** The same for the same random numbers, whoever draws. */
    public static Design of(SplittableRandom random) {
        var palette = Palette.ALL.get(random.nextInt(Palette.ALL.size()));
        var display = FontFamily.values()[random.nextInt(FontFamily.values().length)];
        var capitals = display == FontFamily.CONDENSED || display == FontFamily.GROTESQUE && random.nextBoolean();
        var align = random.nextInt(3) == 0 ? Align.CENTER : Align.START;
        return new Design(palette, display, capitals, align);
    }

    /** The weight that the display family is strongest in. */
    public int displayWeight() {
        return display == FontFamily.GROTESQUE ? 900 : 700;
    }

    /** The same with other colours. */
    public Design with(Palette other) {
        return new Design(other, display, capitals, align);
    }
}
