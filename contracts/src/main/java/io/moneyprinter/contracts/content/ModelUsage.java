package io.moneyprinter.contracts.content;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What language models were asked for one user.
 *
 * @param from first day, in UTC
 * @param to last day
 * @param inputTokens of all lines
 * @param outputTokens of all lines
 * @param estimatedCost of all lines, in {@code currency}, from configured prices; what is paid depends on the account
 * @param currency ISO 4217
 * @param lines by day, provider, model and purpose, in that order
 */
public record ModelUsage(
        LocalDate from,
        LocalDate to,
        long inputTokens,
        long outputTokens,
        BigDecimal estimatedCost,
        String currency,
        List<UsageLine> lines) {

    public static final String CURRENCY = "USD";

    public ModelUsage {
        lines = List.copyOf(lines);
    }

    /**
     * A model on a day.
     *
     * @param purpose of the answers, such as {@code script}
     * @param answers that it gave, whether they could be used or not
     */
    public record UsageLine(
            LocalDate day,
            String provider,
            String model,
            String purpose,
            long answers,
            long inputTokens,
            long outputTokens,
            BigDecimal estimatedCost) {}
}
