package io.moneyprinter.contracts.video;

import java.time.Duration;
import java.util.List;

/**
 * How a film was brought to the length that it is to have.
 *
 * @param leftOut indices of sentences that are neither heard nor seen, ascending
 * @param pauses how many times as long the pauses of up to a second are
 * @param tempo how many times faster than spoken the voice is heard
 * @param over how much longer than wanted the film is still; negative when it is shorter
 */
public record Pacing(List<Integer> leftOut, double pauses, double tempo, Duration over) {

    /** Longer pauses are meant as they are. */
    private static final Duration LONGEST_SCALED_PAUSE = Duration.ofSeconds(1);

    /** As written and as spoken. */
    public static final Pacing NATURAL = new Pacing(List.of(), 1, 1, Duration.ZERO);

    public Pacing {
        leftOut = List.copyOf(leftOut);
    }

    public boolean natural() {
        return leftOut.isEmpty() && pauses == 1 && tempo == 1;
    }

    /** How long a pause becomes. */
    public Duration pause(Duration written) {
        return scaled(written) ? Duration.ofMillis(Math.round(written.toMillis() * pauses)) : written;
    }

    /** Whether a pause changes with the others. */
    public static boolean scaled(Duration written) {
        return written.compareTo(LONGEST_SCALED_PAUSE) <= 0;
    }
}
