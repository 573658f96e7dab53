package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.MaterialSource;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.SourceFailure;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.designed.DesignedVisuals;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Decides what a sentence shows: the first source that has something. A decision stands when it is asked for again. */
@Component
class Shots {

    /** A sentence that is spoken for longer has two pictures where there are two. */
    static final Duration LONG = Duration.ofSeconds(7);

    private static final Logger log = LoggerFactory.getLogger(Shots.class);

    private final OwnFiles own;
    private final LibraryFiles library;
    private final StockFootage stock;
    private final GeneratedImages generated;
    private final DesignedVisuals designed;
    private final JdbcShots decisions;
    private final JdbcStockClips clips;
    private final ObjectStore store;
    private final ShotProperties properties;
    private final JsonMapper json;

    Shots(
            OwnFiles own,
            LibraryFiles library,
            StockFootage stock,
            GeneratedImages generated,
            DesignedVisuals designed,
            JdbcShots decisions,
            JdbcStockClips clips,
            ObjectStore store,
            ShotProperties properties,
            JsonMapper json) {
        this.own = own;
        this.library = library;
        this.stock = stock;
        this.generated = generated;
        this.designed = designed;
        this.decisions = decisions;
        this.clips = clips;
        this.store = store;
        this.properties = properties;
        this.json = json;
    }

    Shot shot(ShotRequest request) {
        var digest = Digests.of(json.writeValueAsString(request));
        var earlier = decisions.find(request);
        var lost = false;
        if (earlier.isPresent()) {
            lost = !objects(earlier.get().shot()).allMatch(store::exists);
            if (earlier.get().requestDigest().equals(digest) && !lost) {
                return earlier.get().shot();
            }
            // A file in place of one picture takes no claim, and the others of the sentence keep theirs.
            if (request.visual() == null) {
                clips.releaseAll(request);
            }
        }
        return decisions.decide(request, new JdbcShots.Decision(digest, firstFit(request)), lost);
    }

    private Shot firstFit(ShotRequest request) {
        var passedOver = new ArrayList<String>();
        var sources = Objects.requireNonNullElse(request.materials().sources(), properties.sources());
        var failures = new ArrayList<SourceFailure>();
        for (var source : sources) {
            switch (find(source, request)) {
                case Finding.Fit fit -> {
                    passedOver.addAll(fit.shot().passedOver());
                    return fit.shot().after(failures).withPassedOver(passedOver);
                }
                case Finding.Nothing nothing -> {
                    var reason = "%s: %s".formatted(source.name().toLowerCase(Locale.ROOT), nothing.reason());
                    log.debug("video {}, sentence {}: {}", request.videoId(), request.index(), reason);
                    passedOver.add(reason);
                    failures.addAll(nothing.failures());
                }
            }
        }
        throw new CodedException(
                MaterialsErrorCode.MATERIAL_MISSING,
                "no picture for sentence %d (%s)"
                        .formatted(
                                request.index() + 1,
                                passedOver.isEmpty() ? "no source is allowed" : String.join("; ", passedOver)));
    }

    private Finding find(MaterialSource source, ShotRequest request) {
        return switch (source) {
            case OWN -> own.find(request);
            case LIBRARY -> library.find(request);
            case STOCK -> stock.find(request);
            case GENERATED -> generated.find(request);
            case DESIGNED -> new Finding.Fit(designed.shot(request));
        };
    }

    /** How many pictures a sentence has where there are enough. */
    static int wanted(ShotRequest request) {
        return request.duration().compareTo(LONG) > 0 ? 2 : 1;
    }

    private static Stream<ObjectKey> objects(Shot shot) {
        return shot.visuals().stream().flatMap(visual -> switch (visual) {
            case Visual.Footage footage ->
                Stream.concat(
                        Stream.of(footage.media()), footage.proxies().stream().map(Visual.Proxy::media));
            case Visual.Still still -> Stream.of(still.image());
            case Visual.Composition composition -> composition.layers().stream().map(Visual.Layer::image);
        });
    }
}
