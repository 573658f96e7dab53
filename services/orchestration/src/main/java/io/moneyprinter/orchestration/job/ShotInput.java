package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.materials.Shot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shot is made from when a sentence shows something else than the materials service would choose.
 *
 * @param base the shot of which some pictures are replaced; null to have it made anew
 * @param clips what replaces them
 */
public record ShotInput(@Nullable Shot base, List<Clip> clips) {

    public ShotInput {
        clips = List.copyOf(clips);
    }

    /**
     * A file of the user's.
     *
     * @param visual the picture that it replaces, from 0
     */
    public record Clip(int visual, AssetId assetId) {}
}
