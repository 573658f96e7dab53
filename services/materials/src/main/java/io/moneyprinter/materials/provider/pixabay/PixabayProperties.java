package io.moneyprinter.materials.provider.pixabay;

import io.moneyprinter.service.provider.ApiKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Pixabay is asked.
 *
 * @param apiKey from pixabay.com/api/docs; several, separated by commas, are used in turn; Pixabay is not asked without one
 * @param resultsPerQuery clips to choose from, 3 to 200
 * @param restWhenThrottled how long Pixabay is left alone after it said that it is asked too often, and not until when
 */
@ConfigurationProperties("moneyprinter.materials.pixabay")
record PixabayProperties(
        @DefaultValue List<ApiKey> apiKey,
        @DefaultValue("https://pixabay.com/api") URI baseUrl,
        @DefaultValue("50") int resultsPerQuery,
        @DefaultValue("1m") Duration restWhenThrottled) {

    PixabayProperties {
        apiKey = List.copyOf(apiKey);
        if (resultsPerQuery < 3 || resultsPerQuery > 200) {
            throw new IllegalArgumentException("results-per-query: %d (expected: 3 to 200)".formatted(resultsPerQuery));
        }
    }
}
