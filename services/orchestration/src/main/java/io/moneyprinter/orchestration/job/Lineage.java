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
 */
public record Lineage(VideoId rootId, int version, @Nullable VideoId parentId, List<Edit> edits) {

    public Lineage {
        edits = List.copyOf(edits);
    }

    /** Of a video that nobody has edited. */
    public static Lineage first(VideoId id) {
        return new Lineage(id, 1, null, List.of());
    }

    public boolean edited() {
        return version > 1;
    }
}
