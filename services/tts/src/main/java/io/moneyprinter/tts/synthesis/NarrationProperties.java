package io.moneyprinter.tts.synthesis;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How sentences are spoken and remembered.
 *
 * @param cacheTtl how long a sentence is found without looking into the object store
 * @param cacheSize how many sentences are found so
 * @param maxCharacters the longest text that counts as a sentence
 */
@Validated
@ConfigurationProperties("moneyprinter.tts.narration")
record NarrationProperties(
        @DefaultValue("3600s") Duration cacheTtl,
        @DefaultValue("10000") @Min(1) int cacheSize,
        @DefaultValue("2000") @Min(1) @Max(5000) int maxCharacters) {

    NarrationProperties {
        if (cacheTtl.isNegative() || cacheTtl.isZero()) {
            throw new IllegalArgumentException("cache-ttl: %s (expected: > 0)".formatted(cacheTtl));
        }
    }
}
