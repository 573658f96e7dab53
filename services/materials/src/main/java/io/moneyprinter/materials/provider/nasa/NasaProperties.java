package io.moneyprinter.materials.provider.nasa;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the library of NASA is asked, which needs no key; {@code moneyprinter.materials.stock.keyless} says whether it is.
 *
 * @param resultsPerQuery photos and videos to choose from, 1 to 100
 * @param videosPerQuery how many of the videos of a page are asked about, those whose words fit best, 1 to 20: a search
 *     says neither which files there are nor how long or how large they are, so each costs two more requests
 * @param restWhenThrottled how long it is left alone after it said that it is asked too often, and not until when
 */
@ConfigurationProperties("moneyprinter.materials.nasa")
record NasaProperties(
        @DefaultValue("https://images-api.nasa.gov") URI baseUrl,
        @DefaultValue("30") int resultsPerQuery,
        @DefaultValue("4") int videosPerQuery,
        @DefaultValue("5m") Duration restWhenThrottled) {

    NasaProperties {
        if (resultsPerQuery < 1 || resultsPerQuery > 100) {
            throw new IllegalArgumentException("results-per-query: %d (expected: 1 to 100)".formatted(resultsPerQuery));
        }
        if (videosPerQuery < 1 || videosPerQuery > 20) {
            throw new IllegalArgumentException("videos-per-query: %d (expected: 1 to 20)".formatted(videosPerQuery));
        }
    }
}
