package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.SourceFailure;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.materials.embedding.Meanings;
import io.moneyprinter.materials.embedding.Sense;
import io.moneyprinter.materials.shot.Chosen.Judged;
import io.moneyprinter.materials.shot.Chosen.Pick;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        var judge = new Judge(request, neighbours.of(request), properties.floor());
        var sense = meanings.of(Scoring.phrases(request));
        var lately = clips.seenLately(request, properties.avoidOfLast());
        for (var kind : properties.stock()) {
            for (var provider : sources.of(kind)) {
                if (silent.contains(provider)) {
                    continue;
                }
                var look = new Look(request, provider, kind, judge, sense, lately);
                var shown = look.find();
                if (!shown.isEmpty()) {
                    return new Finding.Fit(look.shot(shown).after(List.copyOf(failed.values())));
                }
                look.failure().ifPresent(failure -> failed.put(failure.provider(), failure));
                if (look.silent) {
                    silent.add(provider);
                }
            }
        }
        return new Finding.Nothing(reason(failed, judge), List.copyOf(failed.values()));
    }

    private static String reason(Map<String, SourceFailure> failed, Judge judge) {
        return failed.isEmpty()
                ? judge.reason("nothing that fits")
                : failed.values().stream()
                        .map(failure -> "%s: %s".formatted(failure.code(), failure.reason()))
                        .collect(Collectors.joining("; "));
    }

    private StockPage search(StockProvider provider, StockQuery query) {
        var now = clock.instant();
        return clips.answer(provider.provider(), query, now.minus(properties.searchesFreshFor()))
                .orElseGet(() -> {
                    var found = sources.search(provider, query);
                    clips.remember(provider.provider(), query, found, now);
                    return found;
                });
    }

    /** A clip that is here. */
    private record Fetched(StockClip clip, JdbcStockClips.Stored stored) {}

    /** One look at what one provider has of one kind. */
    private final class Look {

        private final ShotRequest request;
        private final StockProvider provider;
        private final StockKind kind;
        private final int width;
        private final int height;
        private final Judge judge;
        private final Sense sense;
        private final Set<String> lately;
        private final Chosen<Fetched> chosen;
        private final List<CodedException> failures = new ArrayList<>();

        /** Whether it did not answer, so that there is no use in asking on. */
        private boolean silent;

        Look(
                ShotRequest request,
                StockProvider provider,
                StockKind kind,
                Judge judge,
                Sense sense,
                Set<String> lately) {
            this.request = request;
            this.provider = provider;
            this.kind = kind;
            this.judge = judge;
            this.sense = sense;
            this.lately = lately;
            this.chosen = new Chosen<>(clips, request, provider.provider(), judge);
            var closest = kind == StockKind.PHOTO ? CameraMove.closest() : 1;
            this.width = (int) Math.ceil(request.width() * closest);
            this.height = (int) Math.ceil(request.height() * closest);
        }

        /** What it has, claimed. One good clip for a long sentence is better than none. */
        List<Pick<Fetched>> find() {
            try {
                var sure = 1.0;
                for (var words : StockQueries.of(request)) {
                    look(new StockQuery(words, request.language(), kind, width, height), sure);
                    if (enough()) {
                        break;
                    }
                    // Broader words find more, and less of it is meant.
                    sure *= BROADER;
                }
            } catch (CodedException e) {
                rethrowIfCancelled(e);
                failures.add(e);
                silent = true;
            }
            return chosen.settled();
        }

        private void look(StockQuery first, double sure) {
            var query = first;
            for (var page = 1; page <= properties.pagesPerQuery(); page++) {
                var found = search(provider, query);
                for (var judged : inOrder(found.clips(), sure)) {
                    take(judged);
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

        private boolean enough() {
            return chosen.isFull() || failures.size() >= MOST_FAILURES;
        }

        /**
         * Those that are good enough, best first, and last those of an unknown length; of equal ones the first that the
         * provider has.
         */
        private List<Judged<StockClip>> inOrder(List<StockClip> found, double sure) {
            var judged = new ArrayList<Judged<StockClip>>();
            var abouts = found.stream().map(StockClip::about).toList();
            var fits = meanings.fits(sense, abouts);
            var believed = sure * judge.belief(abouts);
            var place = 0;
            for (var clip : found) {
                if (clip.kind() == kind
                        && clip.duration().compareTo(properties.longestClip()) <= 0
                        && !clip.best(width, height).isEmpty()) {
                    var meaning = fits.getOrDefault(clip.about(), Relevance.Fit.NONE);
                    var candidate = candidate(clip, meaning, believed * Math.max(LEAST_BY_PLACE, 1 - LATER * place));
                    judge.score(candidate)
                            .ifPresent(score -> judged.add(new Judged<>(clip.id(), clip, candidate, score)));
                }
                place++;
            }
            // Whether those fit that do not say how long they are is known only when they are here.
            judged.sort(Comparator.comparing(
                            (Judged<StockClip> each) -> !each.picture().saysItsLength())
                    .thenComparingDouble(each -> -each.score().total()));
            return judged;
        }

        private Scoring.Candidate candidate(StockClip clip, Relevance.Fit meaning, double sure) {
            var file = clip.best(width, height).getFirst();
            var source = provider.provider() + "/" + clip.id();
            return new Scoring.Candidate(
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
                    lately.contains(source),
                    meaning);
        }

        private void take(Judged<StockClip> judged) {
            var clip = judged.picture();
            try {
                chosen.take(
                        judged,
                        () -> new Fetched(clip, files.of(provider, clip, width, height, properties.longestClip())));
            } catch (CodedException e) {
                rethrowIfCancelled(e);
                log.warn("clip {} of {} is of no use: {}", clip.id(), provider.provider(), e.getMessage());
                failures.add(e);
            }
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

        /** What is seen of them, each for the same time. */
        Shot shot(List<Pick<Fetched>> shown) {
            var share = request.duration().dividedBy(shown.size());
            var visuals = new ArrayList<Visual>();
            for (var pick : shown) {
                visuals.add(visual(pick.file().stored(), visuals.size(), share));
            }
            var credits = shown.stream()
                    .map(pick -> pick.file().clip().attribution())
                    .distinct()
                    .collect(Collectors.joining("; "));
            return new Shot(visuals, provider.provider(), credits)
                    .withScores(shown.stream().map(Pick::score).toList());
        }

        private Visual visual(JdbcStockClips.Stored stored, int position, Duration share) {
            return switch (kind) {
                case VIDEO ->
                    new Visual.Footage(
                            stored.media(),
                            stored.width(),
                            stored.height(),
                            stored.duration(),
                            Excerpt.start(stored.traits(), stored.duration(), share));
                case PHOTO ->
                    CameraMove.at(request.seed(), request.index() + position)
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
