package io.moneyprinter.materials.provider.unsplash;

import io.moneyprinter.service.provider.ApiKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Unsplash is asked.
 *
 * @param apiKey from unsplash.com/developers; several, separated by commas, are used in turn; Unsplash is not asked without one
 * @param resultsPerQuery photos to choose from, 1 to 30
 * @param restWhenThrottled how long Unsplash is left alone after it said that it is asked too often, and not until when
 */
@ConfigurationProperties("moneyprinter.materials.unsplash")
record UnsplashProperties(
        @DefaultValue List<ApiKey> apiKey,
        @DefaultValue("https://api.unsplash.com") URI baseUrl,
        @DefaultValue("30") int resultsPerQuery,
        @DefaultValue("10m") Duration restWhenThrottled) {

    UnsplashProperties {
        apiKey = List.copyOf(apiKey);
        if (resultsPerQuery < 1 || resultsPerQuery > 30) {
            throw new IllegalArgumentException("results-per-query: %d (expected: 1 to 30)".formatted(resultsPerQuery));
        }
    }
}
