package io.moneyprinter.contracts.content;

import io.moneyprinter.contracts.common.CircuitState;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has a language model, and how that has gone lately.
 *
 * @param state null when it is not configured
 * @param configured whether it is; nothing else is known of it when it is not
 * @param model that it is asked for; null when it is not configured
 * @param place in the chain, from 1; null when it is asked only if a request names it
 * @param keys how many it has
 * @param keysResting how many of them are left alone, because they were refused or are asked too often
 * @param calls how many were made lately; what follows is about them
 * @param latencyP50 seconds that half of the answers took at most; null without answers
 * @param latencyP95 seconds that 95 of 100 answers took at most; null without answers
 * @param errorRate 0..1; null without calls
 * @param lastErrorCode of the latest failure, however long ago; null when there was none
 * @param retryAfter when it is asked again; null when it may be asked now
 * @param inputPrice US dollars for a million tokens; null when none is configured
 * @param outputPrice US dollars for a million tokens; null when none is configured
 */
public record ModelProvider(
        String id,
        @Nullable CircuitState state,
        boolean configured,
        @Nullable String model,
        @Nullable Integer place,
        int keys,
        int keysResting,
        int calls,
        @Nullable Double latencyP50,
        @Nullable Double latencyP95,
        @Nullable Double errorRate,
        @Nullable String lastErrorCode,
        @Nullable Instant lastErrorAt,
        @Nullable Instant retryAfter,
        @Nullable BigDecimal inputPrice,
        @Nullable BigDecimal outputPrice) {}
