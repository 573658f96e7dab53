package io.moneyprinter.timeline;

import java.util.List;

/**
 * One caption on screen, as in WebVTT: a time and a payload, with the time at which each of its words is spoken.
 *
 * @param range when it is shown
 * @param text the payload as written, one line
 * @param words in reading order; their ranges lie inside {@code range} and do not overlap
 */
public record Cue(TimeRange range, String text, List<Word> words) {

    public Cue {
        words = List.copyOf(words);
        for (var word : words) {
            if (!range.contains(word.range())) {
                throw new IllegalArgumentException(
                        "word at %s (expected: inside its cue, %s)".formatted(word.range(), range));
            }
        }
    }

    /**
     * A word of the payload.
     *
     * @param start offset of its first UTF-16 unit in the payload
     * @param end offset after its last unit
     */
    public record Word(TimeRange range, int start, int end) {

        public Word {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("word: %d to %d (expected: 0 <= start < end)".formatted(start, end));
            }
        }
    }
}
