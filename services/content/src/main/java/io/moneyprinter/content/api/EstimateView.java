package io.moneyprinter.content.api;

import io.moneyprinter.language.Readability;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What can be told before anything is written.
 *
 * @param language BCP 47
 * @param estimatedDuration of the narration, in seconds
 * @param sentences how many there will be, about
 * @param readability null before the words are there
 * @param model null where none is asked
 */
record EstimateView(
        String language,
        String title,
        int estimatedDuration,
        int sentences,
        @Nullable Readability readability,
        @Nullable ModelEstimate model) {

    /**
     * What a language model would take, about.
     *
     * @param provider the first that would be asked
     * @param inputTokens of one turn
     * @param outputTokens of one turn
     * @param estimatedCost of one turn in {@code currency}, null where no price is configured
     * @param maxCost with the one turn that a wrong answer is repaired in, null where no price is configured
     */
    record ModelEstimate(
            String provider,
            @Nullable String model,
            long inputTokens,
            long outputTokens,
            @Nullable BigDecimal estimatedCost,
            @Nullable BigDecimal maxCost,
            String currency) {}
}
