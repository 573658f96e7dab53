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
 * @param another to have it made of other pictures than those; null for no
 * @param locked whether it is locked; null for no
 * @param redrawn whether the pictures of {@code base} that are drawn by us are drawn again, for other words; null for no
 */
public record ShotInput(
        @Nullable Shot base,
        List<Clip> clips,
        @Nullable Boolean redrawn,
        @Nullable Another another,
        @Nullable Boolean locked) {

    public ShotInput {
        clips = List.copyOf(clips);
    }

    public ShotInput(@Nullable Shot base, List<Clip> clips) {
        this(base, clips, null, null, null);
    }

    /** Other pictures than before, of which some may give way to files of the user's. */
    public static ShotInput another(Another another, List<Clip> clips) {
        return new ShotInput(null, clips, null, another, null);
    }

    public ShotInput withLocked(boolean lock) {
        return new ShotInput(base, clips, redrawn, another, lock ? true : null);
    }

    /**
     * What other pictures have to be.
     *
     * @param exclude sources of pictures that are seen already, as scores name them
     * @param searchTerms what to look for; empty for what the script says
     */
    public record Another(List<String> exclude, List<String> searchTerms) {

        public Another {
            exclude = List.copyOf(exclude);
            searchTerms = List.copyOf(searchTerms);
        }
    }

    /** The same pictures, of which those that are drawn show other words. */
    public static ShotInput redrawn(Shot base) {
        return new ShotInput(base, List.of(), true, null, null);
    }

    /**
     * A file of the user's.
     *
     * @param visual the picture that it replaces, from 0
     */
    public record Clip(int visual, AssetId assetId) {}
}
