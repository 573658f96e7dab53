package io.moneyprinter.materials.shot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long it is remembered what was fetched and made for sentences.
 *
 * @param keep how long a stock clip or a generated picture is remembered that nobody chose again and that no video shows;
 *     then it would be fetched, or paid for, again
 * @param sweep pause between two looks for what can be forgotten
 */
@ConfigurationProperties("moneyprinter.materials.shots.unused")
record UnusedProperties(
        @DefaultValue("90d") Duration keep,
        @DefaultValue("24h") Duration sweep) {

    /** Longer than any video takes: it would decide again what its sentences show. */
    private static final Duration SHORTEST = Duration.ofDays(7);

    UnusedProperties {
        if (keep.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("keep: %s (expected: at least %s)".formatted(keep, SHORTEST));
        }
        if (!sweep.isPositive()) {
            throw new IllegalArgumentException("sweep: %s (expected: more than nothing)".formatted(sweep));
        }
    }
}
