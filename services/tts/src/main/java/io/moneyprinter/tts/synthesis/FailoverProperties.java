package io.moneyprinter.tts.synthesis;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When another provider speaks.
 *
 * @param attempts how often a provider is asked for a sentence before the next one is
 * @param pause before a provider is asked again that does not say how long it wants to be left alone
 * @param patience how long a provider is waited for that says when it wants to be asked again: one whose voice speaks
 *     the video already, or any when nobody else can speak
 */
@Validated
@ConfigurationProperties("moneyprinter.tts.failover")
record FailoverProperties(
        @DefaultValue("2") @Min(1) @Max(10) int attempts,
        @DefaultValue("500ms") Duration pause,
        @DefaultValue("10s") Duration patience) {

    FailoverProperties {
        if (pause.isNegative() || patience.isNegative()) {
            throw new IllegalArgumentException(
                    "pause: %s, patience: %s (expected: neither below 0)".formatted(pause, patience));
        }
    }
}
