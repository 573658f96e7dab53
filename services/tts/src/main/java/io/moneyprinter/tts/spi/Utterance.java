package io.moneyprinter.tts.spi;

import io.moneyprinter.contracts.tts.Voice;
import org.jspecify.annotations.Nullable;

/**
 * Something to say.
 *
 * @param text speakable: words and punctuation, without symbols, markup or emoji
 * @param rate speaking rate, 1 is normal
 * @param pitch in semitones, 0 is normal
 * @param style one that the voice has, or null for its own
 */
public record Utterance(
        String text,
        Voice voice,
        double rate,
        double pitch,
        @Nullable String style) {

    /** In the voice's own style. */
    public Utterance(String text, Voice voice, double rate, double pitch) {
        this(text, voice, rate, pitch, null);
    }

    public Utterance {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text: blank (expected: something to say)");
        }
        if (!(rate > 0)) {
            throw new IllegalArgumentException("rate: %s (expected: > 0)".formatted(rate));
        }
    }
}
