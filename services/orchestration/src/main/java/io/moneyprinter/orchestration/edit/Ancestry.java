package io.moneyprinter.orchestration.edit;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.orchestration.job.Job;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the versions of a video come from each other, as far as they are left. */
public final class Ancestry {

    private final Map<VideoId, Job> versions = new HashMap<>();

    public Ancestry(List<Job> versions) {
        versions.forEach(version -> this.versions.put(version.videoId(), version));
    }

    /** Versions whose edits the one has and the other does not have, latest first. */
    public List<Job> beyond(Job one, Job other) {
        var common = line(other);
        return line(one).stream().filter(version -> !common.contains(version)).toList();
    }

    /** From the version to the first one. The first one was not edited. */
    private List<Job> line(Job version) {
        var line = new ArrayList<Job>();
        for (@Nullable Job each = version; each != null && each.lineage().edited(); ) {
            line.add(each);
            var parent = each.lineage().parentId();
            each = parent == null ? null : versions.get(parent);
        }
        return line;
    }
}
