package io.moneyprinter.contracts.orchestration;

import io.moneyprinter.contracts.common.VideoId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a video; a video of its own.
 *
 * @param version 1 for the first one
 * @param parentId the version that was edited, null for the first one
 * @param duration seconds, null before it is known
 * @param edits what was changed in the parent
 */
public record VideoVersion(
        VideoId videoId,
        int version,
        @Nullable VideoId parentId,
        JobStatus status,
        int progress,
        String title,
        @Nullable Double duration,
        List<Edit> edits,
        Instant createdAt) {

    public VideoVersion {
        edits = List.copyOf(edits);
    }
}
