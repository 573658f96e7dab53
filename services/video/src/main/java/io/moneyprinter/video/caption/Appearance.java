package io.moneyprinter.video.caption;

import io.moneyprinter.contracts.video.CaptionSettings.Animation;
import io.moneyprinter.contracts.video.CaptionSettings.Highlight;
import io.moneyprinter.drawing.FontFamily;
import io.moneyprinter.drawing.Ink;
import org.jspecify.annotations.Nullable;

/**
 * What captions look like, wherever they stand. Colours are {@code 0xAARRGGBB}, lengths are ems of the caption's size.
 *
 * @param weight 100 to 900
 * @param color of a word that is not spoken now
 * @param boxColor of the box behind the lines, 0 for none
 * @param boxPadding between letters and the edge of that box
 * @param boxRadius of the corners of boxes
 * @param highlight how the word that is spoken now stands out
 * @param activeColor of the word that is spoken now
 * @param activeBoxColor of the box behind it
 */
record Appearance(
        FontFamily family,
        int weight,
        int color,
        Ink.@Nullable Stroke stroke,
        Ink.@Nullable Shadow shadow,
        int boxColor,
        float boxPadding,
        float boxRadius,
        Highlight highlight,
        int activeColor,
        int activeBoxColor,
        Animation animation) {

    /** How far a box reaches beyond a word between spaces. */
    static final float ACTIVE_BOX = 0.14f;

    /** How much larger a word is when it pops. */
    static final float POP = 0.12f;

    boolean boxed() {
        return boxColor != 0;
    }

    Ink ink() {
        return new Ink(color, stroke, shadow);
    }

    /** Letters and outline in a colour, without the shadow. */
    Ink letters(int letterColor) {
        return new Ink(letterColor, stroke, null);
    }

    /** How far what must be seen reaches beyond the letters' lines, left and right. */
    double reach() {
        var outline = stroke == null ? 0 : stroke.width();
        var active = highlight == Highlight.BOX ? ACTIVE_BOX : 0;
        return Math.max(outline, Math.max(boxPadding, active));
    }

    /** How far a soft shadow reaches beyond the letters: three deviations hold all that can be seen. */
    double shadowReach() {
        var outline = stroke == null ? 0 : stroke.width();
        return shadow == null ? 0 : outline + shadow.y() + 3 * shadow.blur();
    }
}
