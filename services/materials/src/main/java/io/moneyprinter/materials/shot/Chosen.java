package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.ShotScore;
import io.moneyprinter.materials.shot.Scoring.Candidate;
import io.moneyprinter.problem.CodedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What is chosen for a sentence of what one provider has: each claimed for it, none twice, no more than wanted. */
final class Chosen<T> {

    private final JdbcStockClips claims;
    private final ShotRequest request;
    private final String provider;
    private final Judge judge;
    private final int wanted;
    private final Set<String> tried = new HashSet<>();
    private final List<Pick<T>> picks = new ArrayList<>();

    Chosen(JdbcStockClips claims, ShotRequest request, String provider, Judge judge) {
        this.claims = claims;
        this.request = request;
        this.provider = provider;
        this.judge = judge;
        this.wanted = Shots.wanted(request);
    }

    /** A picture that could be shown, and what speaks for it. */
    record Judged<P>(String id, P picture, Candidate candidate, ShotScore score) {}

    /** One that is shown, with its file. */
    record Pick<F>(String id, F file, Candidate candidate, ShotScore score) {}

    boolean isFull() {
        return picks.size() == wanted;
    }

    /**
     * Takes a picture, unless another sentence shows it or it was tried before.
     *
     * @param fetch asked for the file once the picture is claimed
     * @throws CodedException of {@code fetch}; the picture is given back
     */
    void take(Judged<?> judged, Supplier<T> fetch) {
        if (!tried.add(judged.id())) {
            return;
        }
        if (!claims.claim(request, provider, judged.id())) {
            judge.seenAlready();
            return;
        }
        try {
            picks.add(new Pick<>(judged.id(), fetch.get(), judged.candidate(), judged.score()));
        } catch (CodedException e) {
            claims.release(request, provider, judged.id());
            throw e;
        }
    }

    /**
     * All that were taken, in that order. Where there are fewer than wanted, each is seen for longer, and has to be good
     * enough for that: one that is not is given back.
     */
    List<Pick<T>> settled() {
        if (picks.isEmpty() || isFull()) {
            return List.copyOf(picks);
        }
        var share = request.duration().dividedBy(picks.size());
        var left = new ArrayList<Pick<T>>();
        for (var pick : picks) {
            judge.score(pick.candidate(), share)
                    .ifPresentOrElse(
                            score -> left.add(new Pick<>(pick.id(), pick.file(), pick.candidate(), score)),
                            () -> claims.release(request, provider, pick.id()));
        }
        return List.copyOf(left);
    }
}
