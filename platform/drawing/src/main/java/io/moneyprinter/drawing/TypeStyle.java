package io.moneyprinter.drawing;

/**
 * What letters look like, apart from their colour.
 *
 * @param weight 100 to 900; the nearest that the family has is taken
 * @param size of the em in pixels
 * @param letterSpacing extra space between letters, in ems; not applied to scripts that join their letters
 * @param lineHeight distance of baselines, in ems
 */
public record TypeStyle(FontFamily family, int weight, float size, float letterSpacing, float lineHeight) {

    public TypeStyle {
        if (weight < 100 || weight > 900) {
            throw new IllegalArgumentException("weight: %d (expected: 100 to 900)".formatted(weight));
        }
        if (!(size > 0)) {
            throw new IllegalArgumentException("size: %s (expected: > 0)".formatted(size));
        }
    }

    public static TypeStyle of(FontFamily family, int weight, float size) {
        return new TypeStyle(family, weight, size, 0, 1.2f);
    }

    public TypeStyle withSize(float size) {
        return new TypeStyle(family, weight, size, letterSpacing, lineHeight);
    }

    public TypeStyle withLetterSpacing(float letterSpacing) {
        return new TypeStyle(family, weight, size, letterSpacing, lineHeight);
    }

    public TypeStyle withLineHeight(float lineHeight) {
        return new TypeStyle(family, weight, size, letterSpacing, lineHeight);
    }
}
