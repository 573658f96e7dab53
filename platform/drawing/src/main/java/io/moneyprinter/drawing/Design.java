package io.moneyprinter.drawing;

import io.moneyprinter.drawing.TextSpec.Align;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Colours and letters of all that is drawn for one video, so that it looks as if made by one hand.
 *
 * @param display of large text
 * @param text of small text
 * @param capitals whether display text is set in capitals, in scripts that have them
 * @param align of display text
 */
public record Design(Look look, Palette palette, FontFamily display, FontFamily text, boolean capitals, Align align) {

    /**
     * The same for the same random numbers, whoever draws.
     *
     * @param wanted null to let the random numbers decide
     */
    public static Design of(SplittableRandom random, @Nullable Look wanted) {
        var any = Look.values()[random.nextInt(Look.values().length)];
        var look = wanted == null ? any : wanted;
        var palette = look.palettes().get(random.nextInt(look.palettes().size()));
        var align = random.nextInt(3) == 0 ? Align.CENTER : Align.START;
        return new Design(look, palette, look.display(), look.text(), look.capitals(), align);
    }

    /** The weight that the display family is strongest in. */
    public int displayWeight() {
        return display == FontFamily.GROTESQUE ? 900 : 700;
    }

    /** The weight of small text: enough to be read on a telephone. */
    public int textWeight() {
        return text == FontFamily.CONDENSED ? 700 : 500;
    }

    /** The same with other colours. */
    public Design with(Palette other) {
        return new Design(look, other, display, text, capitals, align);
    }

    /**
     * The same with other letters.
     *
     * @param otherDisplay null to leave them
     * @param otherText null to leave them
     */
    public Design with(@Nullable FontFamily otherDisplay, @Nullable FontFamily otherText) {
        return new Design(
                look,
                palette,
                otherDisplay == null ? display : otherDisplay,
                otherText == null ? text : otherText,
                capitals,
                align);
    }
}
