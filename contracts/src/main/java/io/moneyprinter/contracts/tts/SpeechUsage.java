package io.moneyprinter.contracts.tts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What providers were asked to speak for one user.
 *
 * @param from first day, in UTC
 * @param to last day
 * @param characters of all lines
 * @param estimatedCost of all lines, in {@code currency}
 * @param lines by day, provider and voice, in that order
 */
public record SpeechUsage(
        LocalDate from,
        LocalDate to,
        long characters,
        BigDecimal estimatedCost,
        String currency,
        List<UsageLine> lines) {

    public SpeechUsage {
        lines = List.copyOf(lines);
    }

    /**
     * A voice on a day.
     *
     * @param sentences that it was asked to speak
     * @param characters of them, as the provider counts
     */
    public record UsageLine(
            LocalDate day, String provider, String voice, long sentences, long characters, BigDecimal estimatedCost) {}
}
