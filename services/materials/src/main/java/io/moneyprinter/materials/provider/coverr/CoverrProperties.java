package io.moneyprinter.materials.provider.coverr;

import io.moneyprinter.service.provider.ApiKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Coverr is asked.
 *
 * @param apiKey from the team of coverr.co; several, separated by commas, are used in turn; Coverr is not asked without one
 * @param resultsPerQuery clips to choose from, 1 to 100
 * @param restWhenThrottled how long Coverr is left alone after it said that it is asked too often, and not until when
 */
@ConfigurationProperties("moneyprinter.materials.coverr")
record CoverrProperties(
        @DefaultValue List<ApiKey> apiKey,
        @DefaultValue("https://api.coverr.co") URI baseUrl,
        @DefaultValue("20") int resultsPerQuery,
        @DefaultValue("10m") Duration restWhenThrottled) {

    CoverrProperties {
        apiKey = List.copyOf(apiKey);
        if (resultsPerQuery < 1 || resultsPerQuery > 100) {
            throw new IllegalArgumentException("results-per-query: %d (expected: 1 to 100)".formatted(resultsPerQuery));
        }
    }
}
