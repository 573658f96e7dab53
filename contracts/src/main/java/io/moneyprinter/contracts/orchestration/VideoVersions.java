package io.moneyprinter.contracts.orchestration;

import io.moneyprinter.contracts.common.VideoId;
import java.util.List;

/**
 * The versions of a video that are left.
 *
 * @param rootId the first version, which may be deleted
 * @param versions newest first
 */
public record VideoVersions(VideoId rootId, List<VideoVersion> versions) {

    public VideoVersions {
        versions = List.copyOf(versions);
    }
}
