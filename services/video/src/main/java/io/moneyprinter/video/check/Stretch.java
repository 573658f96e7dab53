package io.moneyprinter.video.check;

import java.util.List;
import java.util.Locale;

/**
 * A part of a film.
 *
 * @param start seconds
 * @param end seconds, exclusive
 */
public record Stretch(double start, double end) {

    public double length() {
        return Math.max(0, end - start);
    }

    /** How many seconds of this are also in one of the others, which do not overlap each other. */
    double shared(List<Stretch> others) {
        return others.stream()
                .mapToDouble(other -> Math.max(0, Math.min(end, other.end) - Math.max(start, other.start)))
                .sum();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f s to %.1f s", start, end);
    }
}
