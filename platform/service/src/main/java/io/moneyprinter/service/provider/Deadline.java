package io.moneyprinter.service.provider;

import java.time.Duration;

/** The moment until which something has to be done, whatever the wall clock does. */
public final class Deadline {

    private final Duration total;
    private final long end;

    private Deadline(Duration total) {
        this.total = total;
        this.end = System.nanoTime() + total.toNanos();
    }

    public static Deadline after(Duration total) {
        return new Deadline(total);
    }

    /** How long there was from the start. */
    public Duration total() {
        return total;
    }

    /** Never less than a millisecond, so that what waits for it ends by itself. */
    public Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }

    /** Whether it comes before that much time has passed. */
    public boolean isWithin(Duration duration) {
        return end - System.nanoTime() <= duration.toNanos();
    }
}
