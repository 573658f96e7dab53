package io.moneyprinter.tts.spi;

import io.moneyprinter.contracts.tts.Voice;

/**
 * Something to say.
 *
 * @param text speakable: words and punctuation, without symbols, markup or emoji
 * @param rate speaking rate, 1 is normal
 * @param pitch in semitones, 0 is normal
 */
public record Utterance(String text, Voice voice, double rate, double pitch) {

    public Utterance {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text: blank (expected: something to say)");
        }
        if (!(rate > 0)) {
            throw new IllegalArgumentException("rate: %s (expected: > 0)".formatted(rate));
        }
    }
}
