package io.moneyprinter.ffmpeg;

import org.jspecify.annotations.Nullable;

/** A wish that work ends, which may come before, while or after the work runs. */
final class Stop {

    private boolean asked;
    private @Nullable Runnable action;

    void ask() {
        Runnable armed;
        synchronized (this) {
            asked = true;
            armed = action;
        }
        if (armed != null) {
            armed.run();
        }
    }

    synchronized boolean isAsked() {
        return asked;
    }

    void arm(Runnable onStop) {
        boolean late;
        synchronized (this) {
            action = onStop;
            late = asked;
        }
        if (late) {
            onStop.run();
        }
    }

    synchronized void disarm() {
        action = null;
    }
}
