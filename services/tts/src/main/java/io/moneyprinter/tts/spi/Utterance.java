package io.moneyprinter.tts.spi;

import io.moneyprinter.contracts.tts.Voice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to say.
 *
 * @param text speakable: words and punctuation, without symbols, markup or emoji
 * @param rate speaking rate, 1 is normal
 * @param pitch in semitones, 0 is normal
 * @param deliveries parts that are said in a way of their own, in order, none within another
 * @param style one that the voice has, or null for its own
 * @param styleDegree from 0.01 to 2, 1 is usual; given only to voices with {@code STYLE_DEGREE}, null without a style or
 *     for as usual
 */
public record Utterance(
        String text,
        Voice voice,
        double rate,
        double pitch,
        List<Delivery> deliveries,
        @Nullable String style,
        @Nullable Double styleDegree) {

    public Utterance {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text: blank (expected: something to say)");
        }
        if (!(rate > 0)) {
            throw new IllegalArgumentException("rate: %s (expected: > 0)".formatted(rate));
        }
        deliveries = List.copyOf(deliveries);
        var at = 0;
        for (var delivery : deliveries) {
            if (delivery.start() < at || delivery.end() > text.length()) {
                throw new IllegalArgumentException("delivery: %d to %d (expected: from %d to %d)"
                        .formatted(delivery.start(), delivery.end(), at, text.length()));
            }
            at = delivery.end();
        }
    }

    /** In a style as strong as usual. */
    public Utterance(
            String text, Voice voice, double rate, double pitch, List<Delivery> deliveries, @Nullable String style) {
        this(text, voice, rate, pitch, deliveries, style, null);
    }

    /** All of it is said as usual. */
    public Utterance(String text, Voice voice, double rate, double pitch) {
        this(text, voice, rate, pitch, List.of(), null);
    }
}
