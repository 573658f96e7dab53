package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.AssetTraits;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.ShotScore;
import io.moneyprinter.materials.shot.Scoring.Candidate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges what a source has for one sentence, and remembers why it is not shown. */
final class Judge {

    private static final String SPENT = "all that fit are seen in this video already or were turned down";

    private final ShotRequest request;
    private final List<AssetTraits> neighbours;
    private final Set<String> excluded;
    private final double floor;
    private final Scoring scoring;

    /** Of what was not good enough. */
    private @Nullable ShotScore best;

    /** Whether something fits that must not be shown. */
    private boolean spent;

    Judge(ShotRequest request, List<AssetTraits> neighbours, double floor) {
        this.request = request;
        this.neighbours = List.copyOf(neighbours);
        this.excluded = Set.copyOf(request.exclude());
        this.floor = floor;
        this.scoring = lasting(request.duration().dividedBy(Shots.wanted(request)));
    }

    private Scoring lasting(Duration needed) {
        return new Scoring(request, needed, neighbours);
    }

    /** Its score where it may be shown: as long as it has to be when there are as many pictures as are wanted. */
    Optional<ShotScore> score(Candidate candidate) {
        if (!excluded.contains(candidate.source())) {
            return goodEnough(scoring.of(candidate));
        }
        spent |= scoring.of(candidate).total() >= floor;
        return Optional.empty();
    }

    /** The same for one that is seen for another time. */
    Optional<ShotScore> score(Candidate candidate, Duration needed) {
        return goodEnough(lasting(needed).of(candidate));
    }

    private Optional<ShotScore> goodEnough(ShotScore score) {
        if (score.total() >= floor) {
            return Optional.of(score);
        }
        if (best == null || score.total() > best.total()) {
            best = score;
        }
        return Optional.empty();
    }

    /** {@link Scoring#belief}. */
    double belief(Collection<String> abouts) {
        return scoring.belief(abouts);
    }

    /** Another sentence shows what fits. */
    void seenAlready() {
        spent = true;
    }

    /** @param nothing what to say when there was nothing to judge */
    String reason(String nothing) {
        if (spent) {
            return SPENT;
        }
        return best == null
                ? nothing
                : String.format(
                        Locale.ROOT,
                        "the best has %.2f (expected: at least %.2f): %s",
                        best.total(),
                        floor,
                        String.join(", ", best.reasons()));
    }
}
