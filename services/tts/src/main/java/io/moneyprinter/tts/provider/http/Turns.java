package io.moneyprinter.tts.provider.http;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets no more callers speak at a time than the account allows; the others wait in order. */
public final class Turns {

    private final Semaphore permits;
    private final Failures failures;

    public Turns(int parallelism, Failures failures) {
        this.permits = new Semaphore(parallelism, true);
        this.failures = failures;
    }

    public <T> T take(Supplier<T> work) {
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            throw failures.cancelled(e);
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }
}
