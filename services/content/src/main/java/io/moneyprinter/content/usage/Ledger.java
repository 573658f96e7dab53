package io.moneyprinter.content.usage;

import io.moneyprinter.contracts.common.UserId;
import java.math.BigDecimal;

/** Keeps what language models were asked. */
@FunctionalInterface
public interface Ledger {

    /** Durable on return. Never fails: what was answered is not lost because it could not be counted. */
    void enter(Entry entry);

    /**
     * One answer that was paid for.
     *
     * @param purpose of the answer, such as {@code script}
     * @param estimatedCost US dollars
     */
    record Entry(
            UserId userId,
            String provider,
            String model,
            String purpose,
            long inputTokens,
            long outputTokens,
            BigDecimal estimatedCost) {}
}
