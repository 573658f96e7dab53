package io.moneyprinter.materials.provider.pexels;

import io.moneyprinter.service.provider.ApiKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Pexels is asked.
 *
 * @param apiKey from pexels.com/api; several, separated by commas, are used in turn; Pexels is not asked without one
 * @param resultsPerQuery clips to choose from, at most 80
 * @param restWhenThrottled how long Pexels is left alone after it said that it is asked too often, and not until when
 */
@ConfigurationProperties("moneyprinter.materials.pexels")
record PexelsProperties(
        @DefaultValue List<ApiKey> apiKey,
        @DefaultValue("https://api.pexels.com/v1") URI baseUrl,
        @DefaultValue("30") int resultsPerQuery,
        @DefaultValue("10m") Duration restWhenThrottled) {

    PexelsProperties {
        apiKey = List.copyOf(apiKey);
        if (resultsPerQuery < 1 || resultsPerQuery > 80) {
            throw new IllegalArgumentException("results-per-query: %d (expected: 1 to 80)".formatted(resultsPerQuery));
        }
    }
}
