package io.moneyprinter.video.caption;

import io.moneyprinter.drawing.FontFamily;

/**
 * What captions look like. Colours are {@code 0xAARRGGBB}, lengths are ems of the caption's size.
 *
 * @param weight 100 to 900
 * @param scale of the size that suits the canvas, 1 is normal
 * @param color of a word that is not spoken now
 * @param strokeColor of the outline
 * @param strokeWidth of the outline, 0 for none
 * @param shadowColor below everything
 * @param highlight how the word that is spoken now stands out
 * @param activeColor of the word that is spoken now
 * @param boxColor of the box behind it, with {@link Highlight#BOX}
 * @param boxRadius of that box's corners
 * @param maxLines of one cue
 */
record CaptionStyle(
        FontFamily family,
        int weight,
        double scale,
        int color,
        int strokeColor,
        double strokeWidth,
        int shadowColor,
        Highlight highlight,
        int activeColor,
        int boxColor,
        double boxRadius,
        int maxLines) {

    /** How the active word is shown. */
    public enum Highlight {
        NONE,
        /** In another colour. */
        COLOR,
        /** In another colour on a rounded box. */
        BOX
    }

    /** White on anything, the active word dark on yellow. */
    public static final CaptionStyle DEFAULT = new CaptionStyle(
            FontFamily.GROTESQUE,
            900,
            1.0,
            0xffffffff,
            0xf00b0b12,
            0.075,
            0x99000000,
            Highlight.BOX,
            0xff14121c,
            0xffffd60a,
            0.2,
            2);

    public CaptionStyle {
        if (maxLines < 1 || !(scale > 0)) {
            throw new IllegalArgumentException(
                    "captions: %d lines at scale %s (expected: >= 1 line, > 0)".formatted(maxLines, scale));
        }
    }
}
