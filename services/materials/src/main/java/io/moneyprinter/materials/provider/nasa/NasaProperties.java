package io.moneyprinter.materials.provider.nasa;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the library of NASA is asked, which needs no key; {@code moneyprinter.materials.stock.keyless} says whether it is.
 *
 * @param resultsPerQuery photos to choose from, 1 to 100
 * @param restWhenThrottled how long it is left alone after it said that it is asked too often, and not until when
 */
@ConfigurationProperties("moneyprinter.materials.nasa")
record NasaProperties(
        @DefaultValue("https://images-api.nasa.gov") URI baseUrl,
        @DefaultValue("30") int resultsPerQuery,
        @DefaultValue("5m") Duration restWhenThrottled) {

    NasaProperties {
        if (resultsPerQuery < 1 || resultsPerQuery > 100) {
            throw new IllegalArgumentException("results-per-query: %d (expected: 1 to 100)".formatted(resultsPerQuery));
        }
    }
}
