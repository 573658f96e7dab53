package io.moneyprinter.service.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the object store keeps.
 *
 * @param cacheLimit of all rendered chunks together; those that were used last stay, finished films are not counted
 * @param cacheKeep how long a chunk stays after it was used, whatever the limit
 */
@ConfigurationProperties("moneyprinter.store")
public record StoreProperties(
        @DefaultValue("20GB") DataSize cacheLimit,
        @DefaultValue("60m") Duration cacheKeep) {

    public StoreProperties {
        if (cacheLimit.isNegative()) {
            throw new IllegalArgumentException("cache limit: %s (expected: 0 or more)".formatted(cacheLimit));
        }
        if (cacheKeep.compareTo(CacheLimit.SHORTEST_KEEP) < 0) {
            throw new IllegalArgumentException(
                    "cache keep: %s (expected: at least %s)".formatted(cacheKeep, CacheLimit.SHORTEST_KEEP));
        }
    }

    /** For a store with these settings. */
    public CacheLimit limit() {
        return new CacheLimit(cacheLimit.toBytes(), cacheKeep);
    }
}
