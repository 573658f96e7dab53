package io.moneyprinter.materials.provider.archive;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the Internet Archive is asked, which needs no key; {@code moneyprinter.materials.stock.keyless} says whether it is.
 *
 * @param resultsPerQuery works, each of which is asked about once more, to choose from, 1 to 20
 * @param restWhenThrottled how long it is left alone after it said that it is asked too often, and not until when
 */
@ConfigurationProperties("moneyprinter.materials.internet-archive")
record ArchiveProperties(
        @DefaultValue("https://archive.org") URI baseUrl,
        @DefaultValue("8") int resultsPerQuery,
        @DefaultValue("5m") Duration restWhenThrottled) {

    ArchiveProperties {
        if (resultsPerQuery < 1 || resultsPerQuery > 20) {
            throw new IllegalArgumentException("results-per-query: %d (expected: 1 to 20)".formatted(resultsPerQuery));
        }
    }
}
