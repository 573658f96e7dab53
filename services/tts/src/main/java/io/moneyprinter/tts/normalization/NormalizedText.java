package io.moneyprinter.tts.normalization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Written text and what to say for it.
 *
 * @param written as it came
 * @param words spans of the written words in order; together with the spaces between them they cover the text
 * @param spoken words and punctuation that any voice of the language can read
 * @param pieces in order; every word has at least one
 * @param sounds in order, of what has sounds of its own
 */
public record NormalizedText(String written, List<Span> words, String spoken, List<Piece> pieces, List<Sounds> sounds) {

    public NormalizedText {
        words = List.copyOf(words);
        pieces = List.copyOf(pieces);
        sounds = List.copyOf(sounds);
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

    /**
     * How a part of the spoken text sounds.
     *
     * @param ipa in the International Phonetic Alphabet
     */
    public record Sounds(Span spoken, String ipa) {}

    /** Where in the spoken text the words are that a part of the written text belongs to; null for none. */
    public @Nullable Span spoken(int start, int end) {
        Span found = null;
        for (var piece : pieces) {
            var first = words.get(piece.firstWord());
            var last = words.get(piece.endWord() - 1);
            if (first.start() < end && start < last.end()) {
                found = new Span(
                        found == null ? piece.spoken().start() : found.start(),
                        piece.spoken().end());
            }
        }
        return found;
    }

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
