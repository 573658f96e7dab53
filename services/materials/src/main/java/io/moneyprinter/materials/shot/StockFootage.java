package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.SourceFailure;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockPage;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.materials.stock.Sources;
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

    private final Sources sources;
    private final JdbcStockClips clips;
    private final ClipFiles files;
    private final ShotProperties properties;
    private final Clock clock;

    StockFootage(Sources sources, JdbcStockClips clips, ClipFiles files, ShotProperties properties, Clock clock) {
        this.sources = sources;
        this.clips = clips;
        this.files = files;
        this.properties = properties;
        this.clock = clock;
    }

    Finding find(ShotRequest request) {
        if (sources.isEmpty()) {
            return new Finding.Nothing("no stock provider has a key or is switched on");
        }
        var failed = new LinkedHashMap<String, SourceFailure>();
        var silent = new HashSet<StockProvider>();
        for (var kind : properties.stock()) {
            for (var provider : sources.of(kind)) {
                if (silent.contains(provider)) {
                    continue;
                }
                var look = new Look(request, provider, kind);
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
        return new Finding.Nothing(reason(failed), List.copyOf(failed.values()));
    }

    private static String reason(Map<String, SourceFailure> failed) {
        return failed.isEmpty()
                ? "nothing that fits"
                : failed.values().stream()
                        .map(failure -> "%s: %s".formatted(failure.code(), failure.reason()))
                        .collect(Collectors.joining("; "));
    }

    /** One look at what one provider has of one kind. */
    private final class Look {

        private final ShotRequest request;
        private final StockProvider provider;
        private final StockKind kind;
        private final int wanted;
        private final int width;
        private final int height;
        private final List<Visual> visuals = new ArrayList<>();
        private final LinkedHashSet<String> credits = new LinkedHashSet<>();
        private final List<CodedException> failures = new ArrayList<>();

        /** Whether it did not answer, so that there is no use in asking on. */
        private boolean silent;

        Look(ShotRequest request, StockProvider provider, StockKind kind) {
            this.request = request;
            this.provider = provider;
            this.kind = kind;
            this.wanted = request.duration().compareTo(Shots.LONG) > 0 ? 2 : 1;
            var closest = kind == StockKind.PHOTO ? CameraMove.closest() : 1;
            this.width = (int) Math.ceil(request.width() * closest);
            this.height = (int) Math.ceil(request.height() * closest);
        }

        Optional<Shot> find() {
            try {
                for (var words : StockQueries.of(request)) {
                    look(new StockQuery(words, request.language(), kind, width, height));
                    if (enough()) {
                        break;
                    }
                }
            } catch (CodedException e) {
                rethrowIfCancelled(e);
                failures.add(e);
                silent = true;
            }
            // One good clip for a long sentence is better than none.
            return visuals.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Shot(visuals, provider.provider(), String.join("; ", credits)));
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

        private void look(StockQuery first) {
            var query = first;
            for (var page = 1; page <= properties.pagesPerQuery(); page++) {
                var found = search(query);
                for (var clip : inOrder(found.clips())) {
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

        /**
         * As the provider ranks them, but first those that need not be enlarged, and among these, those that are long
         * enough before those that would have to be looped.
         */
        private List<StockClip> inOrder(List<StockClip> found) {
            return found.stream()
                    .filter(clip -> clip.kind() == kind
                            && clip.duration().compareTo(properties.longestClip()) <= 0
                            && !clip.best(width, height).isEmpty())
                    .sorted(Comparator.comparingInt(this::merit).reversed())
                    .toList();
        }

        private int merit(StockClip clip) {
            var needed = request.duration().dividedBy(wanted);
            var lasts = kind == StockKind.PHOTO || clip.duration().compareTo(needed) >= 0;
            return (clip.covers(width, height) ? 2 : 0) + (lasts ? 1 : 0);
        }

        private void take(StockClip clip) {
            if (!clips.claim(request, provider.provider(), clip.id())) {
                return;
            }
            try {
                visuals.add(visual(files.of(provider, clip, width, height)));
                credits.add(clip.attribution());
            } catch (CodedException e) {
                clips.release(request, provider.provider(), clip.id());
                rethrowIfCancelled(e);
                log.warn("clip {} of {} is of no use: {}", clip.id(), provider.provider(), e.getMessage());
                failures.add(e);
            }
        }

        private Visual visual(JdbcStockClips.Stored stored) {
            return switch (kind) {
                case VIDEO -> new Visual.Footage(stored.media(), stored.width(), stored.height(), stored.duration());
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
