package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.ffmpeg.MediaInfo.Kind;
import io.moneyprinter.materials.intake.Intake;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks for clips about a sentence: exact words first, then broader ones, and no clip twice in a video. */
@Component
class StockFootage {

    private static final Logger log = LoggerFactory.getLogger(StockFootage.class);

    /** When this many clips could not be used, the provider has a problem that the next clip will not solve. */
    private static final int MOST_FAILURES = 3;

    private final List<StockProvider> providers;
    private final JdbcStockClips clips;
    private final Intake intake;
    private final ObjectStore store;
    private final ShotProperties properties;
    private final Clock clock;

    StockFootage(
            List<StockProvider> providers,
            JdbcStockClips clips,
            Intake intake,
            ObjectStore store,
            ShotProperties properties,
            Clock clock) {
        this.providers = List.copyOf(providers);
        this.clips = clips;
        this.intake = intake;
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    Finding find(ShotRequest request) {
        var asked = providers.stream().filter(StockProvider::configured).toList();
        if (asked.isEmpty()) {
            return new Finding.Nothing("no stock provider has a key");
        }
        var reasons = new ArrayList<String>();
        for (var provider : asked) {
            switch (find(request, provider)) {
                case Finding.Fit fit -> {
                    return fit;
                }
                case Finding.Nothing nothing -> reasons.add(nothing.reason());
            }
        }
        return new Finding.Nothing(String.join("; ", reasons));
    }

    private Finding find(ShotRequest request, StockProvider provider) {
        var wanted = request.duration().compareTo(Shots.LONG) > 0 ? 2 : 1;
        var needed = request.duration().dividedBy(wanted);
        var visuals = new ArrayList<Visual>();
        var credits = new LinkedHashSet<String>();
        var failures = new ArrayList<String>();
        try {
            for (var words : StockQueries.of(request)) {
                var query = new StockQuery(words, request.language(), request.width(), request.height());
                for (var clip : inOrder(search(provider, query), needed)) {
                    if (failures.size() >= MOST_FAILURES) {
                        break;
                    }
                    footage(request, provider, clip, failures).ifPresent(footage -> {
                        visuals.add(footage);
                        credits.add(clip.attribution());
                    });
                    if (visuals.size() == wanted) {
                        return fit(visuals, provider, credits);
                    }
                }
            }
        } catch (CodedException e) {
            rethrowIfCancelled(e);
            failures.add(e.code().name() + ": " + e.getMessage());
        }
        // One good clip for a long sentence is better than none.
        if (!visuals.isEmpty()) {
            return fit(visuals, provider, credits);
        }
        if (!failures.isEmpty()) {
            log.warn(
                    "video {}, sentence {}: {} is passed over: {}",
                    request.videoId(),
                    request.index(),
                    provider.provider(),
                    failures);
        }
        return new Finding.Nothing(failures.isEmpty() ? "nothing that fits" : String.join("; ", failures));
    }

    private static Finding fit(List<Visual> visuals, StockProvider provider, LinkedHashSet<String> credits) {
        return new Finding.Fit(new Shot(visuals, provider.provider(), String.join("; ", credits)));
    }

    private List<StockClip> search(StockProvider provider, StockQuery query) {
        var now = clock.instant();
        return clips.answer(provider.provider(), query, now.minus(properties.searchesFreshFor()))
                .orElseGet(() -> {
                    var found = provider.search(query);
                    clips.remember(provider.provider(), query, found, now);
                    return found;
                });
    }

    /** As the provider ranks them, but those that are long enough before those that would have to be looped. */
    private List<StockClip> inOrder(List<StockClip> found, Duration needed) {
        var usable = found.stream()
                .filter(clip -> clip.duration().compareTo(properties.longestClip()) <= 0)
                .toList();
        return Stream.concat(
                        usable.stream().filter(clip -> clip.duration().compareTo(needed) >= 0),
                        usable.stream().filter(clip -> clip.duration().compareTo(needed) < 0))
                .toList();
    }

    private Optional<Visual.Footage> footage(
            ShotRequest request, StockProvider provider, StockClip clip, List<String> failures) {
        if (!clips.claim(request, provider.provider(), clip.id())) {
            return Optional.empty();
        }
        var known = clips.footage(provider.provider(), clip.id()).filter(footage -> store.exists(footage.media()));
        if (known.isPresent()) {
            return known;
        }
        try {
            return Optional.of(fetch(provider, clip));
        } catch (CodedException e) {
            clips.release(request, provider.provider(), clip.id());
            rethrowIfCancelled(e);
            log.warn("clip {} of {} is of no use: {}", clip.id(), provider.provider(), e.getMessage());
            failures.add(e.code().name() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private Visual.Footage fetch(StockProvider provider, StockClip clip) {
        var file = store.newFile("download");
        try {
            provider.download(clip, file);
            // What a provider sends is as foreign as what anybody else sends.
            var media = intake.take(file, EnumSet.of(Kind.VIDEO), null);
            var footage = new Visual.Footage(media.key(), media.width(), media.height(), media.duration());
            clips.keep(provider.provider(), clip.id(), footage);
            return footage;
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    private static void rethrowIfCancelled(CodedException e) {
        if (e.code() == CommonErrorCode.CANCELLED) {
            throw e;
        }
    }
}
