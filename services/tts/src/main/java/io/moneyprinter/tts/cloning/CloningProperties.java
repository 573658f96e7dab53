package io.moneyprinter.tts.cloning;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How voices are cloned.
 *
 * @param maxSamples of one voice; providers may take fewer
 * @param shortest speech that all samples of a voice have together
 * @param longest that all samples of a voice are together; providers may take less
 * @param sweep how often it is looked for voices whose making was interrupted, and for those that are to be deleted
 */
@Validated
@ConfigurationProperties("moneyprinter.tts.cloning")
record CloningProperties(
        @DefaultValue("8") @Min(1) int maxSamples,
        @DefaultValue("10s") Duration shortest,
        @DefaultValue("5m") Duration longest,
        @DefaultValue("1m") Duration sweep) {

    CloningProperties {
        if (longest.compareTo(shortest) <= 0) {
            throw new IllegalArgumentException(
                    "longest: %s (expected: more than shortest, which is %s)".formatted(longest, shortest));
        }
        if (sweep.isNegative() || sweep.isZero()) {
            throw new IllegalArgumentException("sweep: %s (expected: > 0)".formatted(sweep));
        }
    }
}
