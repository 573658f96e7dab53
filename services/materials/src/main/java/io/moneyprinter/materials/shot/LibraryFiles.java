package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.ShotScore;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.materials.asset.StoredAsset;
import io.moneyprinter.materials.search.AssetText;
import io.moneyprinter.materials.search.Library;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

    private record Judged(StoredAsset stored, ShotScore score) {}

    Finding find(ShotRequest request) {
        var wanted = Shots.wanted(request);
        var needed = request.duration().dividedBy(wanted);
        var scoring = new Scoring(request, needed, neighbours.of(request));
        var fitting = library.fitting(
                request.userId(), Scoring.relevance(request), Scoring.phrases(request), PICTURES, CANDIDATES);
        if (fitting.isEmpty()) {
            return new Finding.Nothing("nothing about it");
        }
        var lately = clips.seenLately(request, properties.avoidOfLast());
        var excluded = new HashSet<>(request.exclude());
        var judged = fitting.stream()
                .map(each -> judged(
                        scoring, each, lately.contains(source(each.stored().asset()))))
                .filter(each -> !excluded.contains(each.score().source()))
                .sorted(Comparator.comparingDouble(
                        (Judged each) -> -each.score().total()))
                .toList();
        var seen = new ArrayList<Visual>();
        var assets = new ArrayList<Asset>();
        var scores = new ArrayList<ShotScore>();
        for (var each : judged) {
            var asset = each.stored().asset();
            if (each.score().total() < properties.floor() || seen.size() == wanted) {
                break;
            }
            if (clips.claim(request, PROVIDER, asset.assetId().value())) {
                seen.add(visuals.of(each.stored(), request, seen.size(), needed));
                assets.add(asset);
                scores.add(each.score());
            }
        }
        if (seen.isEmpty()) {
            return new Finding.Nothing(
                    judged.isEmpty()
                            ? "nothing else about it"
                            : Shots.below(judged.getFirst().score(), properties.floor()));
        }
        return new Finding.Fit(OwnFiles.shot(seen, PROVIDER, assets).withScores(scores));
    }

    private static Judged judged(Scoring scoring, Library.Fitting fitting, boolean lately) {
        var asset = fitting.stored().asset();
        return new Judged(
                fitting.stored(),
                scoring.of(new Scoring.Candidate(
                        source(asset),
                        asset.filename(),
                        AssetText.of(asset),
                        Objects.requireNonNull(asset.width()),
                        Objects.requireNonNull(asset.height()),
                        asset.fileType() == Asset.Type.IMAGE
                                ? Duration.ZERO
                                : Duration.ofMillis(
                                        Math.round(1_000 * Objects.requireNonNullElse(asset.duration(), 0.0))),
                        asset.traits(),
                        Objects.requireNonNullElse(asset.licence(), "").toUpperCase(Locale.ROOT),
                        null,
                        lately,
                        fitting.meaning())));
    }

    private static String source(Asset asset) {
        return PROVIDER + "/" + asset.assetId();
    }
}
