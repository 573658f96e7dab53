package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.VideoId;

/**
 * One piece of work of one video.
 *
 * @param index from 0 among the pieces of the same kind
 */
public record UnitKey(VideoId videoId, StepKind kind, int index) {

    /** Names the piece in idempotency keys and in the engine. */
    @Override
    public String toString() {
        return videoId + "/" + kind.id() + "/" + index;
    }
}
