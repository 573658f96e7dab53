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
 * @param redrawn whether the pictures of {@code base} that are drawn by us are drawn again, for other words; null for no
 */
public record ShotInput(
        @Nullable Shot base, List<Clip> clips, @Nullable Boolean redrawn) {

    public ShotInput {
        clips = List.copyOf(clips);
    }

    public ShotInput(@Nullable Shot base, List<Clip> clips) {
        this(base, clips, null);
    }

    /** The same pictures, of which those that are drawn show other words. */
    public static ShotInput redrawn(Shot base) {
        return new ShotInput(base, List.of(), true);
    }

    /**
     * A file of the user's.
     *
     * @param visual the picture that it replaces, from 0
     */
    public record Clip(int visual, AssetId assetId) {}
}
