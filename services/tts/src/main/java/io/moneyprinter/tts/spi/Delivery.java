package io.moneyprinter.tts.spi;

import org.jspecify.annotations.Nullable;

/**
 * How a part of an utterance is said. Offsets are UTF-16, into its text.
 *
 * @param end exclusive
 * @param emphasized given only to voices with {@code EMPHASIS}
 * @param ipa its sounds, in the International Phonetic Alphabet; given only to voices with {@code PHONEMES}
 *     that have them, null for the usual ones
 */
public record Delivery(
        int start, int end, boolean emphasized, @Nullable String ipa) {

    public Delivery {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("delivery: %d to %d (expected: not empty)".formatted(start, end));
        }
    }
}
