package io.moneyprinter.contracts.materials;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.moneyprinter.contracts.common.CircuitState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has stock footage or photos, or makes pictures, and how that has gone lately.
 *
 * @param state null when it is not asked
 * @param configured whether it is: it has a key, or needs none and is switched on, and is in the chain
 * @param place in the chain of its kind, from 1; null when it is not asked
 * @param keys how many it has
 * @param keysResting how many of them are left alone, because they were refused or are asked too often
 * @param calls how many were made lately; what follows is about them
 * @param latencyP50 seconds that half of the answers took at most; null without answers
 * @param latencyP95 seconds that 95 of 100 answers took at most; null without answers
 * @param errorRate 0..1; null without calls
 * @param lastErrorCode of the latest failure, however long ago; null when there was none
 * @param retryAfter when it is asked again; null when it may be asked now
 * @param rateLimit as it said itself with its latest answer; null when it did not
 */
public record PictureProvider(
        String id,
        @Nullable CircuitState state,
        boolean configured,
        boolean needsKey,
        List<Kind> kinds,
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
        @Nullable Limit rateLimit) {

    public PictureProvider {
        kinds = List.copyOf(kinds);
    }

    /** What it has. */
    public enum Kind {
        @JsonProperty("video")
        VIDEO,
        @JsonProperty("photo")
        PHOTO,
        /** Pictures that it makes from words. */
        @JsonProperty("generated")
        GENERATED
    }

    /**
     * How often a key may still be used.
     *
     * @param limit requests in all; null when it does not say
     * @param resetsAt when all of them may be made again; null when it does not say
     */
    public record Limit(
            @Nullable Integer limit,
            int remaining,
            @Nullable Instant resetsAt) {}
}
