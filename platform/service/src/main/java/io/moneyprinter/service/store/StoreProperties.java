package io.moneyprinter.service.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where objects lie, and how long.
 *
 * @param kind {@code local} for the data directory, {@code s3} for a bucket
 * @param cacheLimit of all rendered chunks together; those that were used last stay, finished films are not counted
 * @param cacheKeep how long a chunk stays after it was used, whatever the limit
 * @param grace how long an object that no row points to stays after it was stored or found; work that takes longer may
 *     lose what it made
 * @param renditionKeep the same for what was made here and is found again by the same work, such as speech
 * @param sweep pause between two looks for what can go; nothing is deleted by itself when it is 0
 */
@ConfigurationProperties("moneyprinter.store")
public record StoreProperties(
        @DefaultValue("local") Kind kind,
        @DefaultValue("20GB") DataSize cacheLimit,
        @DefaultValue("60m") Duration cacheKeep,
        @DefaultValue("24h") Duration grace,
        @DefaultValue("30d") Duration renditionKeep,
        @DefaultValue("24h") Duration sweep) {

    /** Longer than any piece of work that stores objects before its row. */
    private static final Duration SHORTEST_GRACE = Duration.ofHours(4);

    /** Where objects lie. */
    public enum Kind {
        LOCAL,
        S3
    }

    public StoreProperties {
        if (cacheLimit.isNegative()) {
            throw new IllegalArgumentException("cache limit: %s (expected: 0 or more)".formatted(cacheLimit));
        }
        if (cacheKeep.compareTo(CacheLimit.SHORTEST_KEEP) < 0) {
            throw new IllegalArgumentException(
                    "cache keep: %s (expected: at least %s)".formatted(cacheKeep, CacheLimit.SHORTEST_KEEP));
        }
        if (grace.compareTo(SHORTEST_GRACE) < 0) {
            throw new IllegalArgumentException("grace: %s (expected: at least %s)".formatted(grace, SHORTEST_GRACE));
        }
        if (renditionKeep.compareTo(grace) < 0) {
            throw new IllegalArgumentException(
                    "rendition keep: %s (expected: at least the grace of %s)".formatted(renditionKeep, grace));
        }
        if (sweep.isNegative()) {
            throw new IllegalArgumentException("sweep: %s (expected: 0 or more)".formatted(sweep));
        }
    }

    /** For a store with these settings. */
    public CacheLimit limit() {
        return new CacheLimit(cacheLimit.toBytes(), cacheKeep);
    }
}
