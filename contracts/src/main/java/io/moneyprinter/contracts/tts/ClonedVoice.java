package io.moneyprinter.contracts.tts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A voice that was made of samples, and speaks for its owner alone.
 *
 * @param id what {@code voice_settings.voice} names it by
 * @param name what its owner calls it
 * @param language BCP 47
 * @param gender {@code female}, {@code male} or null
 * @param requiresVerification whether the provider wants to be shown first that the speaker agrees
 * @param errorCode why there is none; null unless it has failed
 * @param error for people; null unless it has failed
 */
public record ClonedVoice(
        String id,
        String name,
        String language,
        @Nullable String gender,
        String provider,
        State state,
        boolean requiresVerification,
        @Nullable String errorCode,
        @Nullable String error,
        Instant createdAt) {

    /** How far it is. */
    public enum State {
        /** The provider was asked, and it is not known yet what it did. */
        @JsonProperty("creating")
        CREATING,
        @JsonProperty("ready")
        READY,
        @JsonProperty("failed")
        FAILED,
        /** It speaks no more, and its provider is asked to delete it until that is done. */
        @JsonProperty("deleting")
        DELETING,
        @JsonProperty("deleted")
        DELETED
    }
}
