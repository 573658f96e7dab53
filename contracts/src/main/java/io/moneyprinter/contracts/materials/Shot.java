package io.moneyprinter.contracts.materials;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moneyprinter.contracts.common.AssetId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is shown while a sentence is spoken.
 *
 * @param visuals one after another, sharing the time equally; at least one
 * @param provider who gave it: {@code own}, {@code designed}, or a stock provider such as {@code pexels}
 * @param attribution credit that the provider or the licence asks for, null when none
 * @param failures of those who were asked before, in that order
 * @param assetIds the user's files that are seen
 * @param scores of the visuals that were chosen among others, in their order; none where nobody had to choose
 * @param passedOver what the sources that were asked before had to say
 * @param locked whether edits leave it alone until it is unlocked; null for no
 * @param turnedDown sources of pictures that the user did not want here, as scores name them
 */
public record Shot(
        List<Visual> visuals,
        String provider,
        @Nullable String attribution,
        List<SourceFailure> failures,
        List<AssetId> assetIds,
        List<ShotScore> scores,
        List<String> passedOver,
        @Nullable Boolean locked,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> turnedDown) {

    // Shots that were decided on earlier do not have all of it.
    @SuppressWarnings("NullAway")
    public Shot {
        visuals = List.copyOf(visuals);
        failures = failures == null ? List.of() : List.copyOf(failures);
        assetIds = assetIds == null ? List.of() : List.copyOf(assetIds);
        scores = scores == null ? List.of() : List.copyOf(scores);
        passedOver = passedOver == null ? List.of() : List.copyOf(passedOver);
        turnedDown = turnedDown == null ? List.of() : List.copyOf(turnedDown);
        if (visuals.isEmpty()) {
            throw new IllegalArgumentException("visuals: none (expected: at least one)");
        }
    }

    public Shot(List<Visual> visuals, String provider, @Nullable String attribution) {
        this(visuals, provider, attribution, List.of());
    }

    public Shot(List<Visual> visuals, String provider, @Nullable String attribution, List<SourceFailure> failures) {
        this(visuals, provider, attribution, failures, List.of());
    }

    public Shot(
            List<Visual> visuals,
            String provider,
            @Nullable String attribution,
            List<SourceFailure> failures,
            List<AssetId> assetIds) {
        this(visuals, provider, attribution, failures, assetIds, List.of(), List.of(), null, List.of());
    }

    /** Whether a picture of it is drawn by us: with words of the sentence, in pixels of the canvas. */
    public boolean drawn() {
        return visuals.stream().anyMatch(Visual.Composition.class::isInstance);
    }

    /** The same, after others could not. */
    public Shot after(List<SourceFailure> earlier) {
        return earlier.isEmpty()
                ? this
                : new Shot(
                        visuals,
                        provider,
                        attribution,
                        Stream.concat(earlier.stream(), failures.stream()).toList(),
                        assetIds,
                        scores,
                        passedOver,
                        locked,
                        turnedDown);
    }

    /** The same, chosen for these reasons. */
    public Shot withScores(List<ShotScore> reasons) {
        return new Shot(visuals, provider, attribution, failures, assetIds, reasons, passedOver, locked, turnedDown);
    }

    /** The same, after sources that had nothing to show. */
    public Shot withPassedOver(List<String> reasons) {
        return new Shot(visuals, provider, attribution, failures, assetIds, scores, reasons, locked, turnedDown);
    }

    public Shot withLocked(boolean lock) {
        return new Shot(
                visuals, provider, attribution, failures, assetIds, scores, passedOver, lock ? true : null, turnedDown);
    }

    /** The same, in place of these pictures. */
    public Shot withTurnedDown(List<String> sources) {
        return new Shot(visuals, provider, attribution, failures, assetIds, scores, passedOver, locked, sources);
    }

    /** Whether edits leave it alone. */
    public boolean keptByLock() {
        return Boolean.TRUE.equals(locked);
    }
}
