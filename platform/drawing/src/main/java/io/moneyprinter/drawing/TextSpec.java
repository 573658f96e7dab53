package io.moneyprinter.drawing;

/**
 * A text and the room there is for it.
 *
 * @param text may hold line feeds, which break lines in any case
 * @param language BCP 47
 * @param style at its largest; the size goes down until the text fits
 * @param align where shorter lines stand
 * @param maxWidth of a line, in pixels
 * @param maxHeight of all lines, in pixels
 * @param maxLines at most this many
 * @param minSize the smallest size; a text that does not fit even so is broken inside words
 */
public record TextSpec(
        String text,
        String language,
        TypeStyle style,
        Align align,
        float maxWidth,
        float maxHeight,
        int maxLines,
        float minSize) {

    /** Where lines stand in their block. */
    public enum Align {
        /** Left, or right for text that is read from the right. */
        START,
        CENTER
    }

    public TextSpec {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text: blank (expected: something to set)");
        }
        if (!(maxWidth > 0) || !(maxHeight > 0) || maxLines < 1) {
            throw new IllegalArgumentException(
                    "room: %s x %s pixels, %d lines (expected: > 0)".formatted(maxWidth, maxHeight, maxLines));
        }
        if (minSize > style.size()) {
            throw new IllegalArgumentException("smallest size: %s (expected: <= %s)".formatted(minSize, style.size()));
        }
    }

    /** Any height, shrinking to a third at most. */
    public static TextSpec of(
            String text, String language, TypeStyle style, Align align, float maxWidth, int maxLines) {
        return new TextSpec(text, language, style, align, maxWidth, Float.MAX_VALUE, maxLines, style.size() / 3);
    }

    public TextSpec withMaxHeight(float maxHeight) {
        return new TextSpec(text, language, style, align, maxWidth, maxHeight, maxLines, minSize);
    }

    public TextSpec withMinSize(float minSize) {
        return new TextSpec(text, language, style, align, maxWidth, maxHeight, maxLines, minSize);
    }
}
