package io.moneyprinter.contracts.orchestration;

import io.moneyprinter.contracts.common.OutputId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.ConversionSettings;
import io.moneyprinter.contracts.video.Extract;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A further file of a finished video: the film written in another way, or something taken from it.
 *
 * @param conversion how the film is to be written; null for extracts
 * @param extract what is taken from the film; null for conversions
 * @param estimatedCompletion from what this machine needed for films before; null when nothing more will happen
 * @param error the failure of the latest attempt, with the retry that follows if there is one; null when there is none
 * @param file null before it is completed
 */
public record VideoOutput(
        OutputId id,
        VideoId videoId,
        JobStatus status,
        @Nullable ConversionSettings conversion,
        @Nullable Extract extract,
        @Nullable Instant estimatedCompletion,
        @Nullable JobError error,
        @Nullable File file,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /**
     * What came of it.
     *
     * @param content path below the server's address
     * @param width null for sound
     * @param height null for sound
     * @param duration seconds, null for a still picture
     * @param size in bytes
     * @param encoder what encoded it, as FFmpeg calls it, such as {@code h264_nvenc}; null where nothing was encoded
     * @param note what did not go as planned, such as why a GPU was not used; null when all did
     */
    public record File(
            String content,
            String mimeType,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double duration,
            long size,
            @Nullable String encoder,
            @Nullable String note) {}
}
