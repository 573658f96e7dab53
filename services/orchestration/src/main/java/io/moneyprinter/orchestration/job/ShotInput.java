package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.materials.Shot;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a shot is made from when a sentence shows something else than the materials service would choose.
 *
 * @param base the shot of which some pictures are replaced; null to have it made anew
 * @param clips what replaces them
 * @param another to have it made of other pictures than those; null for no
 * @param locked whether it is locked; null for no
 * @param redrawn whether the pictures of {@code base} that are drawn by us are drawn again; null for no
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
     * @param turnedDown sources of pictures that the user did not want for the sentence, in whatever version
     */
    public record Another(List<String> exclude, List<String> searchTerms, List<String> turnedDown) {

        // What was stored earlier turned nothing down.
        @SuppressWarnings("NullAway")
        public Another {
            exclude = List.copyOf(exclude);
            searchTerms = List.copyOf(searchTerms);
            turnedDown = turnedDown == null ? List.of() : List.copyOf(turnedDown);
        }

        /** All that must not be shown. */
        public List<String> excluded() {
            return Stream.concat(exclude.stream(), turnedDown.stream())
                    .distinct()
                    .toList();
        }
    }

    /** The same pictures, of which those that are drawn show other words or look otherwise. */
    public static ShotInput redrawn(Shot base, List<Clip> clips) {
        return new ShotInput(base, clips, true, null, null);
    }

    /**
     * A file of the user's.
     *
     * @param visual the picture that it replaces, from 0
     */
    public record Clip(int visual, AssetId assetId) {}
}
