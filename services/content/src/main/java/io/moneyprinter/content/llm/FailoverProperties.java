package io.moneyprinter.content.llm;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When another language model answers.
 *
 * @param attempts how often a provider is asked before the next one is, where it may do better
 * @param pause before a provider is asked again that does not say when; half as long to half as long again, twice as
 *     long each time
 * @param patience how long, in all, providers are waited for that say when they want to be asked again, when nobody else
 *     answers
 * @param totalTimeout for one question, whoever is asked
 * @param refusedKeyRest how long a key is left alone that is refused or has no credit, while others go on
 * @param afterRefusal whether the next one is asked when a model declines to write
 */
@Validated
@ConfigurationProperties("moneyprinter.content.llm.failover")
record FailoverProperties(
        @DefaultValue("2") @Min(1) @Max(10) int attempts,
        @DefaultValue("500ms") Duration pause,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("4m") Duration totalTimeout,
        @DefaultValue("10m") Duration refusedKeyRest,
        @DefaultValue("false") boolean afterRefusal) {

    FailoverProperties {
        if (pause.isNegative() || patience.isNegative()) {
            throw new IllegalArgumentException(
                    "pause: %s, patience: %s (expected: neither below 0)".formatted(pause, patience));
        }
        if (!totalTimeout.isPositive() || !refusedKeyRest.isPositive()) {
            throw new IllegalArgumentException(
                    "total-timeout: %s, refused-key-rest: %s (expected: > 0)".formatted(totalTimeout, refusedKeyRest));
        }
    }
}
