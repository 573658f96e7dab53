package io.moneyprinter.timeline;

import java.time.Duration;

/**
 * A point or a length in time: whole frames at a rate.
 *
 * @param value frames, may be negative for points before zero
 */
public record RationalTime(long value, FrameRate rate) implements Comparable<RationalTime> {

    public static RationalTime zero(FrameRate rate) {
        return new RationalTime(0, rate);
    }

    public RationalTime plus(RationalTime other) {
        return new RationalTime(Math.addExact(value, sameRate(other).value), rate);
    }

    public RationalTime minus(RationalTime other) {
        return new RationalTime(Math.subtractExact(value, sameRate(other).value), rate);
    }

    /** This time at another rate, rounded to the nearest frame there; halves go up. */
    public RationalTime atRate(FrameRate other) {
        if (other.equals(rate)) {
            return this;
        }
        var numerator =
                Math.multiplyExact(value, Math.multiplyExact((long) rate.denominator(), (long) other.numerator()));
        var denominator = Math.multiplyExact((long) rate.numerator(), (long) other.denominator());
        return new RationalTime(Math.floorDiv(Math.addExact(numerator, denominator / 2), denominator), other);
    }

    public boolean isZero() {
        return value == 0;
    }

    public boolean isNegative() {
        return value < 0;
    }

    /** Seconds, for the edge to ffmpeg and to people only. */
    public double toSeconds() {
        return (double) value * rate.denominator() / rate.numerator();
    }

    /** The nearest nanosecond. */
    public Duration toDuration() {
        var seconds = Math.floorDiv(Math.multiplyExact(value, (long) rate.denominator()), rate.numerator());
        var rest = Math.floorMod(Math.multiplyExact(value, (long) rate.denominator()), rate.numerator());
        return Duration.ofSeconds(seconds, Math.round(rest * 1e9 / rate.numerator()));
    }

    /** @throws IllegalArgumentException when the rates differ: frames of two rates do not add up */
    @Override
    public int compareTo(RationalTime other) {
        return Long.compare(value, sameRate(other).value);
    }

    private RationalTime sameRate(RationalTime other) {
        if (!rate.equals(other.rate)) {
            throw new IllegalArgumentException("rate: %s (expected: %s)".formatted(other.rate, rate));
        }
        return other;
    }

    @Override
    public String toString() {
        return value + "@" + rate;
    }
}
