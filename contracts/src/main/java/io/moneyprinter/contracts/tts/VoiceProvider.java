package io.moneyprinter.contracts.tts;

import io.moneyprinter.contracts.common.CircuitState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has voices, and how that has gone lately.
 *
 * @param state null when it is not switched on
 * @param configured whether it is switched on; nothing else is known of it when it is not
 * @param offline whether it speaks without a network; null when that is not known
 * @param needsKey whether it speaks only with a key of the operator; null when that is not known
 * @param languages how many it speaks; null when it does not say, or not in time
 * @param calls how many were made lately; what follows is about them
 * @param latencyP50 seconds that half of the answers took at most; null without answers
 * @param latencyP95 seconds that 95 of 100 answers took at most; null without answers
 * @param errorRate 0..1; null without calls
 * @param lastErrorCode of the latest failure, however long ago; null when there was none
 * @param retryAfter when it is asked again; null when it may be asked now
 * @param quota what its account may still speak; null when it does not say, or not in time
 * @param listingFailure why it does not list its voices, so that only well-known ones of it are there; null when it
 *     does, or has none to list
 */
public record VoiceProvider(
        String id,
        @Nullable CircuitState state,
        boolean configured,
        @Nullable Boolean offline,
        @Nullable Boolean needsKey,
        @Nullable Integer languages,
        int calls,
        @Nullable Double latencyP50,
        @Nullable Double latencyP95,
        @Nullable Double errorRate,
        @Nullable String lastErrorCode,
        @Nullable Instant lastErrorAt,
        @Nullable Instant retryAfter,
        @Nullable VoiceQuota quota,
        @Nullable String listingFailure) {}
