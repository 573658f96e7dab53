package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.materials.asset.StoredAsset;
import io.moneyprinter.materials.search.AssetText;
import io.moneyprinter.materials.search.Library;
import io.moneyprinter.materials.shot.Chosen.Judged;
import io.moneyprinter.materials.shot.Chosen.Pick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks among all files of the user for what fits a sentence; none is seen twice in a video. */
@Component
class LibraryFiles {

    static final String PROVIDER = "library";

    private static final List<String> PICTURES = List.of("image", "video");
    private static final int CANDIDATES = 30;

    private final Library library;
    private final Neighbours neighbours;
    private final AssetVisuals visuals;
    private final JdbcStockClips clips;
    private final ShotProperties properties;

    LibraryFiles(
            Library library,
            Neighbours neighbours,
            AssetVisuals visuals,
            JdbcStockClips clips,
            ShotProperties properties) {
        this.library = library;
        this.visuals = visuals;
        this.neighbours = neighbours;
        this.clips = clips;
        this.properties = properties;
    }

    Finding find(ShotRequest request) {
        var fitting = library.fitting(
                request.userId(), Scoring.relevance(request), Scoring.phrases(request), PICTURES, CANDIDATES);
        if (fitting.isEmpty()) {
            return new Finding.Nothing("nothing about it");
        }
        var judge = new Judge(request, neighbours.of(request), properties.floor());
        var chosen = new Chosen<StoredAsset>(clips, request, PROVIDER, judge);
        for (var each : inOrder(request, fitting, judge)) {
            if (chosen.isFull()) {
                break;
            }
            chosen.take(each, each::picture);
        }
        var shown = chosen.settled();
        return shown.isEmpty()
                ? new Finding.Nothing(judge.reason("nothing else about it"))
                : new Finding.Fit(shot(request, shown));
    }

    /** Those that are good enough, best first. */
    private List<Judged<StoredAsset>> inOrder(ShotRequest request, List<Library.Fitting> fitting, Judge judge) {
        var lately = clips.seenLately(request, properties.avoidOfLast());
        return fitting.stream()
                .flatMap(each -> judged(judge, each, lately).stream())
                .sorted(Comparator.comparingDouble(each -> -each.score().total()))
                .toList();
    }

    private static Optional<Judged<StoredAsset>> judged(Judge judge, Library.Fitting fitting, Set<String> lately) {
        var candidate = candidate(fitting, lately);
        return judge.score(candidate)
                .map(score ->
                        new Judged<>(fitting.stored().asset().assetId().value(), fitting.stored(), candidate, score));
    }

    private static Scoring.Candidate candidate(Library.Fitting fitting, Set<String> lately) {
        var asset = fitting.stored().asset();
        var source = PROVIDER + "/" + asset.assetId();
        return new Scoring.Candidate(
                source,
                asset.filename(),
                AssetText.of(asset),
                Objects.requireNonNull(asset.width()),
                Objects.requireNonNull(asset.height()),
                asset.fileType() == Asset.Type.IMAGE
                        ? Duration.ZERO
                        : Duration.ofMillis(Math.round(1_000 * Objects.requireNonNullElse(asset.duration(), 0.0))),
                asset.traits(),
                Objects.requireNonNullElse(asset.licence(), "").toUpperCase(Locale.ROOT),
                null,
                lately.contains(source),
                fitting.meaning());
    }

    private Shot shot(ShotRequest request, List<Pick<StoredAsset>> shown) {
        var share = request.duration().dividedBy(shown.size());
        var seen = new ArrayList<Visual>();
        for (var pick : shown) {
            seen.add(visuals.of(pick.file(), request, seen.size(), share));
        }
        return OwnFiles.shot(
                        seen,
                        PROVIDER,
                        shown.stream().map(pick -> pick.file().asset()).toList())
                .withScores(shown.stream().map(Pick::score).toList());
    }
}
