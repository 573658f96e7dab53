package io.moneyprinter.tts.provider.elevenlabs;

import io.moneyprinter.contracts.tts.VoiceQuota;
import io.moneyprinter.problem.CodedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What the account may still speak; asked at most once a minute. A key may lack the right to know. */
final class ElevenLabsAccount {

    private static final Logger log = LoggerFactory.getLogger(ElevenLabsAccount.class);
    private static final Duration TTL = Duration.ofMinutes(1);

    private final Supplier<JsonNode> subscription;
    private final Clock clock;
    private @Nullable VoiceQuota known;
    private Instant until = Instant.EPOCH;

    /** @param subscription asks; fails with a {@link CodedException} */
    ElevenLabsAccount(Supplier<JsonNode> subscription, Clock clock) {
        this.subscription = subscription;
        this.clock = clock;
    }

    synchronized @Nullable VoiceQuota quota() {
        if (!clock.instant().isBefore(until)) {
            known = asked();
            until = clock.instant().plus(TTL);
        }
        return known;
    }

    private @Nullable VoiceQuota asked() {
        try {
            return read(subscription.get());
        } catch (CodedException e) {
            log.debug("ElevenLabs does not tell what is left: {}", e.getMessage());
            return null;
        }
    }

    private static @Nullable VoiceQuota read(JsonNode subscription) {
        var spoken = subscription.path("character_count");
        var characters = subscription.path("character_limit");
        var renewed = subscription.path("next_character_count_reset_unix");
        if (!spoken.isIntegralNumber() || !characters.isIntegralNumber()) {
            return null;
        }
        return new VoiceQuota(
                Math.max(0, characters.asLong() - spoken.asLong()),
                characters.asLong(),
                renewed.isIntegralNumber() ? Instant.ofEpochSecond(renewed.asLong()) : null);
    }
}
