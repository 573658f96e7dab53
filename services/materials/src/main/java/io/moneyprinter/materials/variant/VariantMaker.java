package io.moneyprinter.materials.variant;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.MadeObjects;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes variants with FFmpeg. The same file gives the same objects, which are made only once. */
@Component
class VariantMaker {

    /** Part of every key; goes up when the same input would give another output. */
    private static final int VERSION = 1;

    /** Ten minutes of 4K take minutes of one core. */
    private static final Duration DEADLINE = Duration.ofHours(1);

    private static final int MOST_STREAMS = 8;

    /** Frames that are looked at in a second, and in all, for the most telling one. */
    private static final double LOOKS_IN_A_SECOND = 2;

    private static final double MOST_LOOKS = 60;

    private final Ffmpeg ffmpeg;
    private final ObjectStore store;
    private final MadeObjects objects;
    private final Clock clock;

    VariantMaker(Ffmpeg ffmpeg, ObjectStore store, Clock clock) {
        this.ffmpeg = ffmpeg;
        this.store = store;
        this.objects = new MadeObjects(store);
        this.clock = clock;
    }

    /** What has to be known of a file. */
    Source source(ObjectKey media, Asset.Type type, int width, int height, Duration duration) {
        if (type == Asset.Type.DOCUMENT) {
            return new Source(media, type, 0, 0, Duration.ZERO, "", false);
        }
        var facts = ffmpeg.probe().facts(store.file(media), "stream=codec_type,color_transfer");
        var transfer = "";
        var audible = false;
        for (var i = 0; i < MOST_STREAMS; i++) {
            switch (facts.text("streams.%d.codec_type".formatted(i), "")) {
                case "video" -> transfer = facts.text("streams.%d.color_transfer".formatted(i), "");
                case "audio" -> audible = true;
                default -> {}
            }
        }
        return new Source(media, type, width, height, duration, transfer, audible);
    }

    /** The most telling frame is looked for once, and only when somebody needs it. */
    Supplier<Telling> telling(Source source) {
        return new Supplier<>() {
            private @Nullable Telling found = source.type() == Asset.Type.VIDEO ? null : Telling.FIRST;

            @Override
            public Telling get() {
                if (found == null) {
                    found = look(source);
                }
                return found;
            }
        };
    }

    private Telling look(Source source) {
        var rate = Math.min(LOOKS_IN_A_SECOND, MOST_LOOKS / Math.max(0.1, source.seconds()));
        var made = store.newFile("gray");
        try {
            run(Recipes.forFrames(source).frames(store.file(source.media()), rate, made));
            return Telling.of(Files.readAllBytes(made), rate);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + made, e);
        } finally {
            store.discard(made);
        }
    }

    /**
     * The variant, which is stored.
     *
     * @throws CodedException when it cannot be made
     */
    Variant make(Source source, Recipe recipe, Supplier<Telling> telling) {
        var key = new ObjectKey("variants/%s.%s"
                .formatted(
                        Digests.of(
                                "variant",
                                VERSION,
                                source.media(),
                                recipe.type().word()),
                        recipe.extension()));
        objects.get(key, made -> {
            var original = store.file(source.media());
            run(recipe.making().command(original, telling.get(), made));
            check(recipe, original, made);
        });
        return new Variant(
                recipe.type(),
                recipe.mimeType(),
                recipe.size().width(),
                recipe.size().height(),
                size(key),
                key,
                source.media(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** A film shows the same frames, whichever file it reads. */
    private void check(Recipe recipe, Path original, Path made) {
        if (!Files.exists(made)) {
            throw new CodedException(FfmpegErrorCode.FFMPEG_FAILED, "nothing was written");
        }
        if (recipe.type() != VariantType.OPTIMIZED && recipe.type() != VariantType.MIDDLE) {
            return;
        }
        var wanted = ffmpeg.probe().countFrames(original);
        var there = ffmpeg.probe().countFrames(made);
        if (there != wanted) {
            throw new CodedException(
                    FfmpegErrorCode.FFMPEG_FAILED,
                    "the smaller file has %d frames (expected: %d)".formatted(there, wanted));
        }
    }

    private void run(FfmpegCommand command) {
        Ffmpeg.require(ffmpeg.run(command, DEADLINE));
    }

    private long size(ObjectKey key) {
        try {
            return Files.size(store.file(key));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + key, e);
        }
    }
}
