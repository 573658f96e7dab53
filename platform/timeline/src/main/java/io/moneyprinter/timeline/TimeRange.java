package io.moneyprinter.timeline;

/**
 * A span of time: start inclusive, end exclusive, as in OpenTimelineIO.
 *
 * <p>Two ranges that meet share no frame: {@code a.endExclusive()} equals {@code b.start()}.
 */
public record TimeRange(RationalTime start, RationalTime duration) {

    public TimeRange {
        if (!start.rate().equals(duration.rate())) {
            throw new IllegalArgumentException(
                    "duration rate: %s (expected: %s, the rate of start)".formatted(duration.rate(), start.rate()));
        }
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration: %d frames (expected: >= 0)".formatted(duration.value()));
        }
    }

    public static TimeRange of(long start, long duration, FrameRate rate) {
        return new TimeRange(new RationalTime(start, rate), new RationalTime(duration, rate));
    }

    public RationalTime endExclusive() {
        return start.plus(duration);
    }

    public boolean contains(TimeRange other) {
        return start.compareTo(other.start) <= 0 && endExclusive().compareTo(other.endExclusive()) >= 0;
    }

    public boolean contains(RationalTime time) {
        return start.compareTo(time) <= 0 && endExclusive().compareTo(time) > 0;
    }

    /** Whether the two share at least one frame. */
    public boolean overlaps(TimeRange other) {
        return start.compareTo(other.endExclusive()) < 0 && other.start.compareTo(endExclusive()) < 0;
    }

    /** This range, longer by the handles that transitions on either side need. */
    public TimeRange withHandles(RationalTime head, RationalTime tail) {
        return new TimeRange(start.minus(head), duration.plus(head).plus(tail));
    }

    @Override
    public String toString() {
        return "%d to %d".formatted(start.value(), endExclusive().value());
    }
}
