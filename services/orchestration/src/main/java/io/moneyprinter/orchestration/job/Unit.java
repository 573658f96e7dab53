package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.orchestration.JobError;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a piece of work stands.
 *
 * @param generation the {@link Casting} that it is made again for; 0 when it is made once
 * @param weight its cost in nominal seconds
 * @param attempt the latest one, 0 before the first
 * @param failures attempts that failed for a reason of their own
 * @param unreachable attempts that found the other service away
 * @param provider who did it, null before it is done or when nobody in particular did
 * @param note what did not go as planned though it is done, for people; null when all did
 * @param error why the latest attempt failed, null when none did
 * @param retryAt when the next attempt begins, only while {@link State#RETRYING}
 */
public record Unit(
        UnitKey key,
        int generation,
        double weight,
        State state,
        int attempt,
        int failures,
        int unreachable,
        @Nullable String provider,
        @Nullable String note,
        @Nullable JobError error,
        @Nullable Instant retryAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Whether something is still to happen to it. */
    public boolean open() {
        return state != State.DONE && state != State.FAILED;
    }

    /** The life of a piece of work. The names are stored. */
    public enum State {
        WAITING,
        RUNNING,
        /** Failed, and will be tried again. */
        RETRYING,
        DONE,
        FAILED
    }
}
