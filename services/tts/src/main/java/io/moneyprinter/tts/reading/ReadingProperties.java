package io.moneyprinter.tts.reading;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How whole texts are spoken.
 *
 * @param maxCharacters of one text
 * @param maxTexts of one batch
 * @param parallelism sentences at a time, of all texts together
 * @param voiceChanges how often another voice may take over a text because a provider failed; then the last one stays
 * @param keep how long a spoken text can be fetched
 */
@Validated
@ConfigurationProperties("moneyprinter.tts.reading")
record ReadingProperties(
        @DefaultValue("10000") @Min(1) @Max(100_000) int maxCharacters,
        @DefaultValue("50") @Min(1) @Max(1000) int maxTexts,
        @DefaultValue("8") @Min(1) @Max(1000) int parallelism,
        @DefaultValue("6") @Min(0) @Max(100) int voiceChanges,
        @DefaultValue("7d") Duration keep) {

    ReadingProperties {
        if (!keep.isPositive()) {
            throw new IllegalArgumentException("keep: %s (expected: > 0)".formatted(keep));
        }
    }
}
