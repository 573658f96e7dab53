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
 */
public record Lineage(VideoId rootId, int version, @Nullable VideoId parentId, List<Edit> edits, double tempo) {

    public Lineage {
        edits = List.copyOf(edits);
    }

    /** Of a video that nobody has edited. */
    public static Lineage first(VideoId id) {
        return new Lineage(id, 1, null, List.of(), 1);
    }

    public boolean edited() {
        return version > 1;
    }
}
