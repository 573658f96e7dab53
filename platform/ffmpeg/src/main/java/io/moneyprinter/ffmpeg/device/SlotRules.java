package io.moneyprinter.ffmpeg.device;

import java.time.Duration;

/**
 * How devices are shared.
 *
 * @param failures in a row after which a device rests
 * @param rest how long it rests before it is tested again
 * @param batch how much of one film a session takes before it is given to the next in line; chunks longer than this
 *     have a session each
 */
public record SlotRules(int failures, Duration rest, Duration batch) {

    public SlotRules {
        if (failures < 1) {
            throw new IllegalArgumentException("failures: %d (expected: >= 1)".formatted(failures));
        }
        if (!rest.isPositive()) {
            throw new IllegalArgumentException("rest: %s (expected: > 0)".formatted(rest));
        }
        if (batch.isNegative()) {
            throw new IllegalArgumentException("batch: %s (expected: >= 0)".formatted(batch));
        }
    }
}
