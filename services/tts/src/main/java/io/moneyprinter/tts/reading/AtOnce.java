package io.moneyprinter.tts.reading;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work on many parts of a text at the same time. */
final class AtOnce {

    private AtOnce() {}

    /**
     * What came of each piece of work, in their order; when one fails, those that are not done are ended.
     *
     * @throws CodedException as the first that failed, or {@code CANCELLED}
     */
    static <T> List<T> all(List<Callable<T>> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (var one : work) {
                running.add(threads.submit(one));
            }
            try {
                var done = new ArrayList<T>();
                for (var one : running) {
                    done.add(one.get());
                }
                return done;
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof CodedException coded
                        ? coded
                        : new IllegalStateException("a part of the work failed", e.getCause());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                throw cancelled(e);
            }
        }
    }

    /** The thread stays interrupted. */
    static CodedException cancelled(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", cause);
    }
}
