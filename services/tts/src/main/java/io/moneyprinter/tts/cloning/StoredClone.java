package io.moneyprinter.tts.cloning;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.ClonedVoice;
import io.moneyprinter.contracts.tts.ClonedVoice.State;
import io.moneyprinter.tts.spi.CloneName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cloned voice as we keep it.
 *
 * @param providerVoice what the provider calls it; null as long as that is not known
 * @param bodyDigest of the request that it was made for
 * @param attempts how often it could not be settled
 * @param askedAt when the provider was asked to make it
 */
record StoredClone(
        CloneName id,
        UserId owner,
        String provider,
        @Nullable String providerVoice,
        String name,
        String locale,
        @Nullable String gender,
        State state,
        boolean requiresVerification,
        @Nullable String errorCode,
        @Nullable String error,
        String bodyDigest,
        int attempts,
        Instant createdAt,
        Instant askedAt) {

    ClonedVoice view() {
        return new ClonedVoice(
                id.value(), name, locale, gender, provider, state, requiresVerification, errorCode, error, createdAt);
    }
}
