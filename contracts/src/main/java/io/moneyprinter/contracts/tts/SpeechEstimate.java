package io.moneyprinter.contracts.tts;

import java.math.BigDecimal;

/**
 * What speaking a text would take; nothing was spoken to find out.
 *
 * @param language BCP 47, detected when it was not given
 * @param provider who would speak
 * @param voice id of the voice that would speak
 * @param needsKey whether that voice speaks only with a key of the operator
 * @param sentences how many there are
 * @param knownSentences how many of them need no provider, as they have been spoken before, or are said twice
 * @param characters that the provider would be asked to speak, as it counts them
 * @param estimatedCost of them in {@code currency}, from configured prices
 * @param pricePerMillionCharacters of that voice
 */
public record SpeechEstimate(
        String language,
        String provider,
        String voice,
        boolean needsKey,
        int sentences,
        int knownSentences,
        long characters,
        BigDecimal estimatedCost,
        BigDecimal pricePerMillionCharacters,
        String currency) {

    /** Of so many texts like this one. */
    public SpeechEstimate times(int count) {
        return new SpeechEstimate(
                language,
                provider,
                voice,
                needsKey,
                sentences * count,
                knownSentences * count,
                characters * count,
                estimatedCost.multiply(BigDecimal.valueOf(count)),
                pricePerMillionCharacters,
                currency);
    }
}
