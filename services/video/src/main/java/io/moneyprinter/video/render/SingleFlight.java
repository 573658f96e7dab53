package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Lets only the first of several equal requests do the work; the others wait for its result. */
final class SingleFlight<T> {

    private final ConcurrentMap<ObjectKey, CompletableFuture<T>> flights = new ConcurrentHashMap<>();

    /** Runs {@code work}, or waits for whoever runs it already. */
    T run(ObjectKey key, Supplier<T> work) {
        while (true) {
            var own = new CompletableFuture<T>();
            var other = flights.putIfAbsent(key, own);
            if (other == null) {
                return lead(key, own, work);
            }
            try {
                return other.get();
            } catch (ExecutionException e) {
                // That another video was cancelled is no reason to fail this one: it takes over.
                if (!(e.getCause() instanceof CodedException coded) || coded.code() != CommonErrorCode.CANCELLED) {
                    throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CodedException(CommonErrorCode.CANCELLED, "interrupted while waiting", e);
            }
        }
    }

    private T lead(ObjectKey key, CompletableFuture<T> own, Supplier<T> work) {
        try {
            var result = work.get();
            flights.remove(key, own);
            own.complete(result);
            return result;
        } catch (RuntimeException | Error e) {
            flights.remove(key, own);
            own.completeExceptionally(e);
            throw e;
        }
    }
}
