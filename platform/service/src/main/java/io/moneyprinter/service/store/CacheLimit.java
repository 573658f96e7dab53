package io.moneyprinter.service.store;

import java.time.Duration;

/**
 * How large the objects may become that can be made again.
 *
 * @param bytes of all of them together
 * @param keep how long one stays after it was used, whatever the limit: whoever found it has that long to use it
 */
public record CacheLimit(long bytes, Duration keep) {

    /** Several times as long as a use goes unnoticed because another one was noted just before. */
    public static final Duration SHORTEST_KEEP = Duration.ofMinutes(2);

    /** Everything stays. */
    public static final CacheLimit NONE = new CacheLimit(Long.MAX_VALUE, SHORTEST_KEEP);

    public CacheLimit {
        if (bytes < 0 || keep.compareTo(SHORTEST_KEEP) < 0) {
            throw new IllegalArgumentException("cache limit: %d bytes, kept for %s (expected: at least 0, at least %s)"
                    .formatted(bytes, keep, SHORTEST_KEEP));
        }
    }
}
