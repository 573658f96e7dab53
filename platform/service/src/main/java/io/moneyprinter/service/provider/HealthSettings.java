package io.moneyprinter.service.provider;

import java.time.Duration;

/**
 * When a provider is left alone.
 *
 * @param window how far back latency and errors count
 * @param calls how many of the latest calls decide
 * @param minimumCalls how many have to be known before any decision
 * @param errorRate the share of them that has to fail, 0..1
 * @param rest how long a provider is left alone that did not say itself for how long; then one call tries it
 * @param probe how long other calls wait for the one that tries it, 0 not to wait
 */
public record HealthSettings(
        Duration window, int calls, int minimumCalls, double errorRate, Duration rest, Duration probe) {

    /** What does for a provider that others wait for no longer than they must, such as one beside others. */
    public static HealthSettings usual(Duration rest) {
        return new HealthSettings(Duration.ofMinutes(10), 10, 4, 0.5, rest, Duration.ZERO);
    }

    public HealthSettings {
        if (!window.isPositive() || !rest.isPositive()) {
            throw new IllegalArgumentException("window: %s, rest: %s (expected: > 0)".formatted(window, rest));
        }
        if (probe.isNegative()) {
            throw new IllegalArgumentException("probe: %s (expected: >= 0)".formatted(probe));
        }
        if (minimumCalls > calls) {
            throw new IllegalArgumentException(
                    "minimum-calls: %d (expected: at most calls, %d)".formatted(minimumCalls, calls));
        }
    }
}
