package io.moneyprinter.contracts.tts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account may still speak.
 *
 * @param charactersLeft until it is filled up again
 * @param characters that it has in all
 * @param renewedAt when it is filled up again; null when that is not said
 */
public record VoiceQuota(
        long charactersLeft, long characters, @Nullable Instant renewedAt) {}
