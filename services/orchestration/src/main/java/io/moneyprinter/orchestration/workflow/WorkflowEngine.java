package io.moneyprinter.orchestration.workflow;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.orchestration.job.UnitKey;

/** Keeps videos going, whatever dies. All that the rest of the service knows of the engine. */
public interface WorkflowEngine {

    /** Hands a video over; again for the same video it does nothing. Durable on return. */
    void start(VideoId id);

    /** Hands over a piece that is made by itself; again for the same piece it does nothing. Durable on return. */
    void start(UnitKey key);

    /** Forgets the pieces that nobody has begun. What is running finds out by itself that it is not wanted. */
    void dropWaiting(VideoId id);

    /** Forgets all pieces that have not ended, running or not. */
    void dropAll(VideoId id);

    /** Removes every trace of a video that has ended. */
    void forget(VideoId id);

    /** Removes every trace of a piece that was made by itself and has ended. */
    void forget(UnitKey key);

    /** Whether a piece that is made by itself still waits or runs. */
    boolean busy(UnitKey key);

    /** Whether something of it is still waiting or running. */
    boolean busy(VideoId id);
}
