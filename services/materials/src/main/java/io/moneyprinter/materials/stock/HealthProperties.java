package io.moneyprinter.materials.stock;

import io.moneyprinter.service.provider.HealthSettings;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a provider of stock footage is left alone.
 *
 * @param window how far back latency and errors count
 * @param calls how many of the latest calls decide
 * @param minimumCalls how many have to be known before any decision
 * @param errorRate the share of them that has to fail, 0..1
 * @param rest how long a provider is left alone that did not say itself for how long; then one call tries it
 */
@Validated
@ConfigurationProperties("moneyprinter.materials.stock.health")
record HealthProperties(
        @DefaultValue("10m") Duration window,
        @DefaultValue("10") @Min(1) int calls,
        @DefaultValue("4") @Min(1) int minimumCalls,

        @DefaultValue("0.5") @DecimalMin("0.01") @DecimalMax("1")
        double errorRate,

        @DefaultValue("30s") Duration rest) {

    HealthProperties {
        settings(window, calls, minimumCalls, errorRate, rest);
    }

    HealthSettings settings() {
        return settings(window, calls, minimumCalls, errorRate, rest);
    }

    /** Others are there, so nobody waits for whoever tries a provider. */
    private static HealthSettings settings(
            Duration window, int calls, int minimumCalls, double errorRate, Duration rest) {
        return new HealthSettings(window, calls, minimumCalls, errorRate, rest, Duration.ZERO);
    }
}
