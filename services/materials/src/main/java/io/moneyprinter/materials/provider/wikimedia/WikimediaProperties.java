package io.moneyprinter.materials.provider.wikimedia;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Wikimedia Commons is asked, which needs no key; {@code moneyprinter.materials.stock.keyless} says whether it is.
 *
 * @param resultsPerQuery files to choose from, 1 to 50
 * @param restWhenThrottled how long it is left alone after it said that it is asked too often, and not until when
 */
@ConfigurationProperties("moneyprinter.materials.wikimedia")
record WikimediaProperties(
        @DefaultValue("https://commons.wikimedia.org/w/api.php")
        URI baseUrl,

        @DefaultValue("20") int resultsPerQuery,
        @DefaultValue("5m") Duration restWhenThrottled) {

    WikimediaProperties {
        if (resultsPerQuery < 1 || resultsPerQuery > 50) {
            throw new IllegalArgumentException("results-per-query: %d (expected: 1 to 50)".formatted(resultsPerQuery));
        }
    }
}
