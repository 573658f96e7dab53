package io.moneyprinter.ffmpeg;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A run of FFmpeg that was asked for: waiting for its turn, running or over. */
public final class Run {

    private final Stop stop = new Stop();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    Run() {}

    /** Ends the run: at once while it waits, within seconds when it runs. Does nothing when it is over. */
    public void cancel() {
        stop.ask();
    }

    /** Waits for the end. A caller that is interrupted meanwhile cancels the run and stays interrupted. */
    public Outcome await() {
        var interrupted = false;
        try {
            while (true) {
                try {
                    return outcome.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    cancel();
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof RuntimeException cause) {
                        throw cause;
                    }
                    throw new CancellationException(String.valueOf(e.getCause()));
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    Stop stop() {
        return stop;
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }
}
