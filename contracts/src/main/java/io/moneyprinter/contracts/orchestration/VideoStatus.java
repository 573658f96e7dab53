package io.moneyprinter.contracts.orchestration;

import io.moneyprinter.contracts.common.VideoId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a video is.
 *
 * @param progress 0 to 100, from finished work
 * @param stages in order: script, speech, materials, render, finalise; without materials where nothing is seen
 * @param estimatedCompletion null when nothing more will happen
 * @param error why it failed, null otherwise
 */
public record VideoStatus(
        VideoId videoId,
        JobStatus status,
        int progress,
        List<ProcessingStage> stages,
        @Nullable Instant estimatedCompletion,
        @Nullable JobError error) {

    public VideoStatus {
        stages = List.copyOf(stages);
    }
}
