package io.moneyprinter.drawing;

import org.jspecify.annotations.Nullable;

/**
 * How text is coloured. Colours are {@code 0xAARRGGBB}.
 *
 * @param stroke an outline behind the letters, null for none
 * @param shadow below letters and outline, null for none
 */
public record Ink(
        int color, @Nullable Stroke stroke, @Nullable Shadow shadow) {

    /** An outline; {@code width} is how far it reaches beyond the letters, in ems. */
    public record Stroke(int color, float width) {}

    /** A soft shadow; all lengths in ems. */
    public record Shadow(int color, float x, float y, float blur) {}

    /**
     * A colour for part of the text: UTF-16 offsets, the end exclusive. A colour of 0 leaves that part out, with its
     * outline.
     */
    public record Accent(int start, int end, int color) {}

    public static Ink of(int color) {
        return new Ink(color, null, null);
    }
}
