package io.moneyprinter.materials.pexels;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Pexels is asked.
 *
 * @param apiKey from pexels.com/api; Pexels is not asked without one
 * @param resultsPerQuery clips to choose from, at most 80
 * @param restWhenThrottled how long Pexels is left alone after it said that it is asked too often, and not until when
 */
@ConfigurationProperties("moneyprinter.materials.pexels")
public record PexelsProperties(
        @DefaultValue("") String apiKey,
        @DefaultValue("https://api.pexels.com/v1") URI baseUrl,
        @DefaultValue("30") int resultsPerQuery,
        @DefaultValue("10m") Duration restWhenThrottled) {

    public PexelsProperties {
        if (resultsPerQuery < 1 || resultsPerQuery > 80) {
            throw new IllegalArgumentException("results-per-query: %d (expected: 1 to 80)".formatted(resultsPerQuery));
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Pexels at " + baseUrl;
    }
}
