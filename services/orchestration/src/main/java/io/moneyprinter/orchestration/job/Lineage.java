package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.Edit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a version of a video comes from.
 *
 * @param rootId the first version, which may be deleted
 * @param version 1 for the first one
 * @param parentId the version that was edited, null for the first one
 * @param edits what was changed in the parent
 * @param tempo how many times faster than spoken its voice is heard, as decided for the first version
 * @param original what it is a translation of, null when it is none
 */
public record Lineage(
        VideoId rootId,
        int version,
        @Nullable VideoId parentId,
        List<Edit> edits,
        double tempo,
        @Nullable Original original) {

    public Lineage {
        edits = List.copyOf(edits);
    }

    /** A video that nobody has edited nor translated. */
    public static Lineage first(VideoId id) {
        return new Lineage(id, 1, null, List.of(), 1, null);
    }

    /** The same video in another language, which has versions of its own. */
    public Lineage translated(VideoId from, VideoId to) {
        return new Lineage(to, 1, null, List.of(), 1, new Original(from, rootId));
    }

    public boolean edited() {
        return version > 1;
    }

    /** Whether much of it was there before it was begun. */
    public boolean derived() {
        return edited() || original != null;
    }

    /**
     * The version that was translated; it may be deleted.
     *
     * @param rootId the first version of it
     */
    public record Original(VideoId videoId, VideoId rootId) {}
}
