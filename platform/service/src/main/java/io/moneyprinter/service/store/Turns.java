package io.moneyprinter.service.store;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread of this process at a time work at an object; others may work at other objects. */
public final class Turns {

    private final ConcurrentHashMap<ObjectKey, Turn> turns = new ConcurrentHashMap<>();

    private static final class Turn {
        final ReentrantLock lock = new ReentrantLock();
        /** Who has it or waits for it; the last one of them takes it off the list. Changed within the map only. */
        int wanted;
    }

    /**
     * Waits until nobody else works at that object.
     *
     * @throws CodedException {@code CANCELLED} when it is interrupted while it waits
     */
    public void inTurn(ObjectKey key, Runnable work) {
        var turn = turns.compute(key, (_, there) -> {
            var mine = there == null ? new Turn() : there;
            mine.wanted++;
            return mine;
        });
        try {
            turn.lock.lockInterruptibly();
            try {
                work.run();
            } finally {
                turn.lock.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodedException(
                    CommonErrorCode.CANCELLED, "interrupted while another one works at %s".formatted(key), e);
        } finally {
            turns.computeIfPresent(key, (_, there) -> --there.wanted == 0 ? null : there);
        }
    }
}
