package io.moneyprinter.materials.image;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.provider.Deadline;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Whose turn it is to ask a provider that makes few pictures at a time. The others wait in order, however many they are,
 * as long as anything comes of it. When nothing has come for as long as one picture may take, all give up together.
 */
final class Turns {

    private final String provider;
    private final Duration timeout;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private int free;

    /** Of {@link System#nanoTime}. */
    private long lastAnswer = System.nanoTime();

    Turns(String provider, int parallelism, Duration timeout) {
        this.provider = provider;
        this.free = parallelism;
        this.timeout = timeout;
    }

    Turn turn() {
        return new Turn();
    }

    /** One picture that is asked for, from the moment on that somebody wants it. */
    final class Turn implements AutoCloseable {

        private final long wanted = System.nanoTime();
        private boolean held;

        /** @throws CodedException {@code IMAGE_UNAVAILABLE} or {@code CANCELLED} */
        void await() {
            lock.lock();
            try {
                waiting.addLast(this);
                try {
                    while (free == 0 || waiting.peekFirst() != this) {
                        checkTime(0);
                        changed.awaitNanos(left());
                    }
                    // Whoever had the turn before has used the time up for nothing.
                    checkTime(timeout.toNanos() / 2);
                    free--;
                    held = true;
                } finally {
                    waiting.remove(this);
                    changed.signalAll();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", e);
            } finally {
                lock.unlock();
            }
        }

        private void checkTime(long least) {
            var left = left();
            if (left <= least) {
                throw new CodedException(
                        MaterialsErrorCode.IMAGE_UNAVAILABLE,
                        "others have been asking %s for %s, and nothing came of it"
                                .formatted(provider, timeout.minusNanos(left).truncatedTo(ChronoUnit.MILLIS)));
            }
        }

        /** Does the work, with the time that is left for it, and ends the turn. */
        void take(Consumer<Deadline> work) {
            var isWell = false;
            try {
                work.accept(deadline());
                isWell = true;
            } catch (CodedException e) {
                isWell = ImageModels.CODES.blameless().contains(e.code());
                throw e;
            } finally {
                end(isWell);
            }
        }

        /** Whoever was kept waiting for nothing does not wait as long again. */
        private Deadline deadline() {
            lock.lock();
            try {
                return Deadline.after(Duration.ofNanos(Math.max(1, left())));
            } finally {
                lock.unlock();
            }
        }

        private void end(boolean isWell) {
            lock.lock();
            try {
                if (isWell) {
                    lastAnswer = System.nanoTime();
                }
                if (held) {
                    held = false;
                    free++;
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }

        /** Gives a turn back that was not taken. */
        @Override
        public void close() {
            end(false);
        }

        private long left() {
            var since = lastAnswer - wanted > 0 ? lastAnswer : wanted;
            return timeout.toNanos() - (System.nanoTime() - since);
        }
    }
}
