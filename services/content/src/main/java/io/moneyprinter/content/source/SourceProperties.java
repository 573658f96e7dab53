package io.moneyprinter.content.source;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What reading the texts of others may cost.
 *
 * @param allowedHosts names or addresses of hosts that may be asked although they are not on the public internet, on
 *     any port
 * @param maxSize of what an address gives; a page or a feed may have a tenth of it
 * @param connectTimeout until a server accepts the connection
 * @param idleTimeout how long a server may say nothing
 * @param totalTimeout how long it may take in all, redirects included
 * @param waitingTimeout how long the reading of one document may wait for that of others
 * @param readingTimeout how long the words of one document may take to be read
 * @param parallelism documents that are read at a time
 * @param keep how long a page that was read is not fetched anew
 */
@ConfigurationProperties("moneyprinter.content.sources")
record SourceProperties(
        @DefaultValue({}) Set<String> allowedHosts,
        @DefaultValue("50MB") DataSize maxSize,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10s") Duration idleTimeout,
        @DefaultValue("60s") Duration totalTimeout,
        @DefaultValue("2m") Duration waitingTimeout,
        @DefaultValue("30s") Duration readingTimeout,
        @DefaultValue("2") int parallelism,
        @DefaultValue("10m") Duration keep) {

    SourceProperties {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism: %d (expected: >= 1)".formatted(parallelism));
        }
    }
}
