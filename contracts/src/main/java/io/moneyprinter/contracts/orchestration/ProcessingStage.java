package io.moneyprinter.contracts.orchestration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a video.
 *
 * @param name script, speech, materials, render or finalise
 * @param progress 0 to 100, from finished steps
 * @param error the failure of the latest attempt, with the retry that follows; null when there is none
 * @param provider who did the work, several separated by commas; null before anybody did
 * @param note what did not go as planned though the work is done, such as why a GPU was not used; null when all did
 * @param eta when it should be finished, null when it is or when that cannot be told yet
 */
public record ProcessingStage(
        String name,
        JobStatus status,
        int progress,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable JobError error,
        @Nullable String provider,
        @Nullable String note,
        @Nullable Instant eta) {}
