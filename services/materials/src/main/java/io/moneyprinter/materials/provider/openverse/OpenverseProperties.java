package io.moneyprinter.materials.provider.openverse;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Openverse is asked, which needs no key; {@code moneyprinter.materials.stock.keyless} says whether it is.
 *
 * @param resultsPerQuery photos to choose from, 1 to 20
 * @param restWhenThrottled how long it is left alone after it said that it is asked too often, and not until when
 */
@ConfigurationProperties("moneyprinter.materials.openverse")
record OpenverseProperties(
        @DefaultValue("https://api.openverse.org/v1") URI baseUrl,
        @DefaultValue("20") int resultsPerQuery,
        @DefaultValue("10m") Duration restWhenThrottled) {

    OpenverseProperties {
        if (resultsPerQuery < 1 || resultsPerQuery > 20) {
            throw new IllegalArgumentException("results-per-query: %d (expected: 1 to 20)".formatted(resultsPerQuery));
        }
    }
}
