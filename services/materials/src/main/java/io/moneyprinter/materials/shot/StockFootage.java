package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.ShotScore;
import io.moneyprinter.contracts.materials.SourceFailure;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.materials.embedding.Meanings;
import io.moneyprinter.materials.embedding.Sense;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockPage;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.materials.stock.Sources;
import io.moneyprinter.materials.words.Relevance;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks for clips about a sentence, at one provider after the other: what moves first, exact words before broader ones,
 * and no clip twice in a video.
 */
@Component
class StockFootage {

    private static final Logger log = LoggerFactory.getLogger(StockFootage.class);

    /** When this many clips could not be used, the provider has a problem that the next clip will not solve. */
    private static final int MOST_FAILURES = 3;

    private static final double BROADER = 0.85;

    /** How much less is thought of each clip that a provider ranks behind another. */
    private static final double LATER = 0.01;

    private static final double LEAST_BY_PLACE = 0.8;

    private final Sources sources;
    private final JdbcStockClips clips;
    private final ClipFiles files;
    private final Neighbours neighbours;
    private final Meanings meanings;
    private final ShotProperties properties;
    private final Clock clock;

    StockFootage(
            Sources sources,
            JdbcStockClips clips,
            ClipFiles files,
            Neighbours neighbours,
            Meanings meanings,
            ShotProperties properties,
            Clock clock) {
        this.sources = sources;
        this.clips = clips;
        this.files = files;
        this.neighbours = neighbours;
        this.meanings = meanings;
        this.properties = properties;
        this.clock = clock;
    }

    Finding find(ShotRequest request) {
        if (sources.isEmpty()) {
            return new Finding.Nothing("no stock provider has a key or is switched on");
        }
        var failed = new LinkedHashMap<String, SourceFailure>();
        var silent = new HashSet<StockProvider>();
        var judge = new Judge(
                new Scoring(request, request.duration().dividedBy(Shots.wanted(request)), neighbours.of(request)),
                meanings.of(Scoring.phrases(request)),
                clips.seenLately(request, properties.avoidOfLast()),
                Set.copyOf(request.exclude()));
        for (var kind : properties.stock()) {
            for (var provider : sources.of(kind)) {
                if (silent.contains(provider)) {
                    continue;
                }
                var look = new Look(request, provider, kind, judge);
                var found = look.find();
                if (found.isPresent()) {
                    return new Finding.Fit(found.get().after(List.copyOf(failed.values())));
                }
                look.failure().ifPresent(failure -> failed.put(failure.provider(), failure));
                if (look.silent) {
                    silent.add(provider);
                }
            }
        }
        return new Finding.Nothing(reason(failed, judge), List.copyOf(failed.values()));
    }

    private String reason(Map<String, SourceFailure> failed, Judge judge) {
        return failed.isEmpty()
                ? judge.best == null ? "nothing that fits" : Shots.below(judge.best, properties.floor())
                : failed.values().stream()
                        .map(failure -> "%s: %s".formatted(failure.code(), failure.reason()))
                        .collect(Collectors.joining("; "));
    }

    /** Judges what all providers have for one sentence. */
    private static final class Judge {

        private final Scoring scoring;
        private final Sense sense;
        private final Set<String> lately;
        private final Set<String> excluded;

        /** Of what was not good enough. */
        private @Nullable ShotScore best;

        Judge(Scoring scoring, Sense sense, Set<String> lately, Set<String> excluded) {
            this.scoring = scoring;
            this.sense = sense;
            this.lately = lately;
            this.excluded = excluded;
        }

        void turnDown(ShotScore score) {
            if (best == null || score.total() > best.total()) {
                best = score;
            }
        }
    }

    /** A clip and what speaks for it. */
    private record Judged(StockClip clip, ShotScore score) {}

    /** One look at what one provider has of one kind. */
    private final class Look {

        private final ShotRequest request;
        private final StockProvider provider;
        private final StockKind kind;
        private final int wanted;
        private final int width;
        private final int height;
        private final Judge judge;
        private final List<Visual> visuals = new ArrayList<>();
        private final List<ShotScore> scores = new ArrayList<>();
        private final LinkedHashSet<String> credits = new LinkedHashSet<>();
        private final List<CodedException> failures = new ArrayList<>();

        /** Clips that could not be used, which broader words find again. */
        private final Set<String> useless = new HashSet<>();

        /** Whether it did not answer, so that there is no use in asking on. */
        private boolean silent;

        Look(ShotRequest request, StockProvider provider, StockKind kind, Judge judge) {
            this.judge = judge;
            this.request = request;
            this.provider = provider;
            this.kind = kind;
            this.wanted = Shots.wanted(request);
            var closest = kind == StockKind.PHOTO ? CameraMove.closest() : 1;
            this.width = (int) Math.ceil(request.width() * closest);
            this.height = (int) Math.ceil(request.height() * closest);
        }

        Optional<Shot> find() {
            try {
                var found = 1.0;
                for (var words : StockQueries.of(request)) {
                    look(new StockQuery(words, request.language(), kind, width, height), found);
                    if (enough()) {
                        break;
                    }
                    // Broader words find more, and less of it is meant.
                    found *= BROADER;
                }
            } catch (CodedException e) {
                rethrowIfCancelled(e);
                failures.add(e);
                silent = true;
            }
            // One good clip for a long sentence is better than none.
            return visuals.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Shot(visuals, provider.provider(), String.join("; ", credits)).withScores(scores));
        }

        Optional<SourceFailure> failure() {
            if (failures.isEmpty()) {
                return Optional.empty();
            }
            var last = failures.getLast();
            var reason = failures.stream()
                    .map(failure -> Objects.requireNonNullElse(
                            failure.getMessage(), failure.code().meaning()))
                    .distinct()
                    .collect(Collectors.joining("; "));
            log.warn(
                    "video {}, sentence {}: {} is passed over: {} {}",
                    request.videoId(),
                    request.index(),
                    provider.provider(),
                    last.code().name(),
                    reason);
            return Optional.of(
                    new SourceFailure(provider.provider(), last.code().name(), reason));
        }

        private boolean enough() {
            return visuals.size() == wanted || failures.size() >= MOST_FAILURES;
        }

        private void look(StockQuery first, double sure) {
            var query = first;
            for (var page = 1; page <= properties.pagesPerQuery(); page++) {
                var found = search(query);
                for (var clip : inOrder(found.clips(), sure)) {
                    take(clip);
                    if (enough()) {
                        return;
                    }
                }
                if (!found.more()) {
                    return;
                }
                query = query.nextPage();
            }
        }

        private StockPage search(StockQuery query) {
            var now = clock.instant();
            return clips.answer(provider.provider(), query, now.minus(properties.searchesFreshFor()))
                    .orElseGet(() -> {
                        var found = sources.search(provider, query);
                        clips.remember(provider.provider(), query, found, now);
                        return found;
                    });
        }

        /** Those that are good enough, best first, and last those of an unknown length; of equal ones the first that the provider has. */
        private List<Judged> inOrder(List<StockClip> found, double sure) {
            var judged = new ArrayList<Judged>();
            var fits = meanings.fits(
                    judge.sense, found.stream().map(StockClip::about).toList());
            var place = 0;
            for (var clip : found) {
                if (clip.kind() == kind
                        && clip.duration().compareTo(properties.longestClip()) <= 0
                        && !clip.best(width, height).isEmpty()) {
                    var meaning = fits.getOrDefault(clip.about(), Relevance.Fit.NONE);
                    judged.add(new Judged(
                            clip, score(clip, meaning, sure * Math.max(LEAST_BY_PLACE, 1 - LATER * place))));
                }
                place++;
            }
            judged.removeIf(each -> judge.excluded.contains(each.score().source()));
            judged.removeIf(each -> {
                var below = each.score().total() < properties.floor();
                if (below) {
                    judge.turnDown(each.score());
                }
                return below;
            });
            // Whether those fit that do not say how long they are is known only when they are here.
            judged.sort(Comparator.comparing((Judged each) -> !each.clip().saysItsLength())
                    .thenComparingDouble(each -> -each.score().total()));
            return judged;
        }

        private ShotScore score(StockClip clip, Relevance.Fit meaning, double sure) {
            var file = clip.best(width, height).getFirst();
            var source = source(clip);
            return judge.scoring.of(new Scoring.Candidate(
                    source,
                    clip.about(),
                    Relevance.Text.NONE.and(clip.about(), 1),
                    // A photo has room for the move of the camera.
                    file.width() * request.width() / width,
                    file.height() * request.height() / height,
                    clip.duration(),
                    clips.measured(provider.provider(), clip).orElse(null),
                    clip.attribution(),
                    sure,
                    judge.lately.contains(source),
                    meaning));
        }

        private String source(StockClip clip) {
            return provider.provider() + "/" + clip.id();
        }

        private void take(Judged judged) {
            var clip = judged.clip();
            if (useless.contains(clip.id()) || !clips.claim(request, provider.provider(), clip.id())) {
                return;
            }
            try {
                visuals.add(visual(files.of(provider, clip, width, height, properties.longestClip())));
                credits.add(clip.attribution());
                scores.add(judged.score());
            } catch (CodedException e) {
                clips.release(request, provider.provider(), clip.id());
                rethrowIfCancelled(e);
                log.warn("clip {} of {} is of no use: {}", clip.id(), provider.provider(), e.getMessage());
                failures.add(e);
                useless.add(clip.id());
            }
        }

        private Visual visual(JdbcStockClips.Stored stored) {
            return switch (kind) {
                case VIDEO ->
                    new Visual.Footage(
                            stored.media(),
                            stored.width(),
                            stored.height(),
                            stored.duration(),
                            Excerpt.start(
                                    stored.traits(),
                                    stored.duration(),
                                    request.duration().dividedBy(wanted)));
                case PHOTO ->
                    CameraMove.at(request.seed(), request.index() + visuals.size())
                            .over(stored.media(), stored.width(), stored.height());
            };
        }
    }

    private static void rethrowIfCancelled(CodedException e) {
        if (e.code() == CommonErrorCode.CANCELLED) {
            throw e;
        }
    }
}
