package io.moneyprinter.materials.image;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.PictureProvider;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.SourceFailure;
import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.ffmpeg.MediaInfo.Kind;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.chain.ProviderChain;
import io.moneyprinter.materials.intake.Intake;
import io.moneyprinter.materials.spi.ImageGenerator;
import io.moneyprinter.materials.spi.ImagePrompt;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.provider.CallMeter;
import io.moneyprinter.service.provider.FailureCodes;
import io.moneyprinter.service.provider.HealthSettings;
import io.moneyprinter.service.provider.ProviderHealth;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The models that make pictures, in the order in which they are asked. What one has made is not asked for again. */
@Component
public class ImageModels {

    private static final Logger log = LoggerFactory.getLogger(ImageModels.class);

    private static final String CALLS = "moneyprinter.materials.images.calls";

    /** A model that does not want to show something is well. */
    static final FailureCodes CODES = new FailureCodes(
            MaterialsErrorCode.IMAGE_THROTTLED,
            MaterialsErrorCode.IMAGE_UNAVAILABLE,
            Set.of(CommonErrorCode.CANCELLED, MaterialsErrorCode.IMAGE_REFUSED));

    private static final Set<FfmpegErrorCode> NO_PICTURE = EnumSet.of(
            FfmpegErrorCode.MEDIA_UNSUPPORTED, FfmpegErrorCode.MEDIA_DAMAGED, FfmpegErrorCode.MEDIA_TOO_LARGE);

    private final ProviderChain<ImageGenerator> chain;
    private final Map<String, Turns> turns;
    private final ImageProperties properties;
    private final JdbcImages rows;
    private final Intake intake;
    private final ObjectStore store;

    /** What is being made right now: a call that is repeated because it lasts waits for the first one. */
    private final Map<String, CompletableFuture<JdbcImages.Stored>> underWay = new ConcurrentHashMap<>();

    ImageModels(
            List<ImageGenerator> generators,
            ImageProperties properties,
            JdbcImages rows,
            Intake intake,
            ObjectStore store,
            Clock clock,
            ObjectProvider<MeterRegistry> registry) {
        var settings = HealthSettings.usual(properties.rest());
        CallMeter meter = (provider, code, latency) -> registry.ifAvailable(meters ->
                meters.timer(CALLS, "provider", provider, "code", code).record(latency));
        this.chain = new ProviderChain<>(
                generators,
                "moneyprinter.materials.images.chain",
                properties.chain(),
                ImageGenerator::isConfigured,
                name -> new ProviderHealth(name, settings, CODES, clock, meter));
        this.turns = chain.asked().stream()
                .collect(Collectors.toMap(
                        ImageGenerator::provider,
                        generator -> new Turns(generator.provider(), generator.parallelism(), generator.timeout())));
        this.properties = properties;
        this.rows = rows;
        this.intake = intake;
        this.store = store;
    }

    /** Whether nobody is set up. */
    public boolean isEmpty() {
        return chain.asked().isEmpty();
    }

    /**
     * A picture that was made.
     *
     * @param source as scores name it: the provider, and what the picture was made from
     * @param model for the credits
     * @param width pixels
     * @param height pixels
     */
    public record Picture(String provider, String source, String model, ObjectKey media, int width, int height) {}

    /**
     * How it went.
     *
     * @param picture null when nobody could make one
     * @param failures of those who were asked before
     */
    public record Outcome(@Nullable Picture picture, List<SourceFailure> failures) {

        public Outcome {
            failures = List.copyOf(failures);
        }
    }

    /** Has a picture made for a sentence, by the first provider that can. */
    public Outcome make(ShotRequest request) {
        var failures = new ArrayList<SourceFailure>();
        for (var generator : chain.asked()) {
            var wanted = wanted(generator, request);
            try {
                var made = once(wanted.digest(), generator, wanted.prompt());
                return new Outcome(
                        new Picture(
                                generator.provider(),
                                wanted.source(),
                                generator.model(),
                                made.media(),
                                made.width(),
                                made.height()),
                        failures);
            } catch (CodedException e) {
                if (e.code() == CommonErrorCode.CANCELLED) {
                    throw e;
                }
                log.warn(
                        "video {}, sentence {}: {} makes no picture: {} {}",
                        request.videoId(),
                        request.index(),
                        generator.provider(),
                        e.code().name(),
                        e.getMessage());
                failures.add(new SourceFailure(generator.provider(), e.code().name(), String.valueOf(e.getMessage())));
            }
        }
        return new Outcome(null, failures);
    }

    /** A picture that a model can make. */
    private record Wanted(String digest, String source, ImagePrompt prompt) {}

    /** The first one for the sentence that is not excluded. */
    private Wanted wanted(ImageGenerator generator, ShotRequest request) {
        var excluded = Set.copyOf(request.exclude());
        for (var attempt = 0; ; attempt++) {
            var prompt = ImageWords.prompt(request, properties.style(), properties.avoid(), attempt);
            var digest = Digests.of(
                    "image",
                    generator.provider(),
                    generator.version(),
                    prompt.text(),
                    prompt.avoid(),
                    prompt.width(),
                    prompt.height(),
                    prompt.seed());
            var source = generator.provider() + "/" + digest.substring(0, 16);
            if (!excluded.contains(source)) {
                return new Wanted(digest, source, prompt);
            }
        }
    }

    private JdbcImages.Stored once(String digest, ImageGenerator generator, ImagePrompt prompt) {
        while (true) {
            var mine = new CompletableFuture<JdbcImages.Stored>();
            var earlier = underWay.putIfAbsent(digest, mine);
            if (earlier == null) {
                return first(digest, generator, prompt, mine);
            }
            try {
                return earlier.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", e);
            } catch (ExecutionException e) {
                // What the provider says it says of the picture. All else befell whoever asked first, and nobody else.
                if (e.getCause() instanceof CodedException coded && coded.code() != CommonErrorCode.CANCELLED) {
                    throw coded;
                }
            }
        }
    }

    private JdbcImages.Stored first(
            String digest, ImageGenerator generator, ImagePrompt prompt, CompletableFuture<JdbcImages.Stored> promise) {
        try {
            var made = rows.find(digest)
                    .filter(stored -> store.exists(stored.media()))
                    .orElseGet(() -> ask(digest, generator, prompt));
            underWay.remove(digest);
            promise.complete(made);
            return made;
        } catch (RuntimeException | Error e) {
            underWay.remove(digest);
            promise.completeExceptionally(e);
            throw e;
        }
    }

    private JdbcImages.Stored ask(String digest, ImageGenerator generator, ImagePrompt prompt) {
        var file = store.newFile("download");
        try (var turn = Objects.requireNonNull(turns.get(generator.provider())).turn()) {
            return chain.ask(generator, turn::await, () -> {
                turn.take(deadline -> generator.generate(prompt, deadline, file));
                while (true) {
                    var stored = taken(generator, file);
                    // Equal content is one object. If its last owner deleted it just now, it is made again.
                    if (rows.keep(digest, generator.provider(), stored, () -> store.exists(stored.media()))) {
                        return stored;
                    }
                }
            });
        } finally {
            store.discard(file);
        }
    }

    private JdbcImages.Stored taken(ImageGenerator generator, Path file) {
        try {
            var media = intake.take(file, EnumSet.of(Kind.IMAGE), null);
            return new JdbcImages.Stored(media.key(), media.width(), media.height());
        } catch (CodedException e) {
            throw e.code() instanceof FfmpegErrorCode code && NO_PICTURE.contains(code)
                    ? new CodedException(
                            MaterialsErrorCode.IMAGE_UNAVAILABLE,
                            "what %s sent is no picture that can be used: %s"
                                    .formatted(generator.provider(), e.getMessage()),
                            e)
                    : e;
        }
    }

    /** Those that are asked in their order, then the others. */
    public List<PictureProvider> list() {
        return chain.list(generator -> List.of(PictureProvider.Kind.GENERATED));
    }
}
