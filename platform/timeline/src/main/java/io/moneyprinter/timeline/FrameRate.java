package io.moneyprinter.timeline;

import java.time.Duration;

/** Frames per second as a fraction in lowest terms: 30/1, 30000/1001. Sample rates are frame rates, too. */
public record FrameRate(int numerator, int denominator) {

    public FrameRate {
        if (numerator <= 0 || denominator <= 0) {
            throw new IllegalArgumentException(
                    "frame rate: %d/%d (expected: both > 0)".formatted(numerator, denominator));
        }
        var divisor = gcd(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
    }

    public static FrameRate of(int framesPerSecond) {
        return new FrameRate(framesPerSecond, 1);
    }

    /** The whole frames nearest to {@code duration}; halves go up. */
    public RationalTime nearest(Duration duration) {
        // Microseconds keep the product below 2^63 for any film; a microsecond is far below half a frame.
        var scaled = Math.multiplyExact(Math.floorDiv(duration.toNanos(), 1_000L), (long) numerator);
        var unit = 1_000_000L * denominator;
        return new RationalTime(Math.floorDiv(scaled + unit / 2, unit), this);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
