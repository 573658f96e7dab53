package io.moneyprinter.tts.normalization;

import java.util.List;

/**
 * Written text and what to say for it.
 *
 * @param written as it came
 * @param words spans of the written words in order; together with the spaces between them they cover the text
 * @param spoken words and punctuation that any voice of the language can read
 * @param pieces in order; every word has at least one
 */
public record NormalizedText(String written, List<Span> words, String spoken, List<Piece> pieces) {

    public NormalizedText {
        words = List.copyOf(words);
        pieces = List.copyOf(pieces);
    }

    /** UTF-16 offsets, end exclusive. */
    public record Span(int start, int end) {

        public Span {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("span: %d to %d (expected: not empty)".formatted(start, end));
            }
        }
    }

    /**
     * A part of the spoken text and the words it stands for.
     *
     * @param spoken where it is in the spoken text
     * @param firstWord index of the first written word
     * @param endWord index after the last written word
     */
    public record Piece(Span spoken, int firstWord, int endWord) {}

    /** The written form of one word, with what clings to it. */
    public String word(int index) {
        var span = words.get(index);
        return written.substring(span.start(), span.end());
    }

    /** What is said for one piece. */
    public String spoken(Piece piece) {
        return spoken.substring(piece.spoken().start(), piece.spoken().end());
    }

    /** Whether there is nothing to say. */
    public boolean isSilent() {
        return pieces.isEmpty();
    }
}
