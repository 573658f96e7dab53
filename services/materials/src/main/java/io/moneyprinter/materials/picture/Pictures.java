package io.moneyprinter.materials.picture;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegBinaries;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.ffmpeg.SourcePictures;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes pictures in other sizes and formats, each once. */
@Component
public final class Pictures {

    /** Part of every key; goes up when the same input would give another output. */
    private static final int VERSION = 1;

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** A use is noted at most as often as this, since noting it costs a write. */
    private static final Duration NOTED = Duration.ofHours(1);

    private static final int ATTEMPTS = 3;
    private static final Pad PICTURE = Pad.label("picture");

    private final Ffmpeg ffmpeg;
    private final ObjectStore store;
    private final JdbcPictures rows;
    private final PictureProperties limits;
    private final Clock clock;
    private final Semaphore turns;
    private @Nullable Set<PictureFormat> possible;

    Pictures(Ffmpeg ffmpeg, ObjectStore store, JdbcPictures rows, PictureProperties limits, Clock clock) {
        this.ffmpeg = ffmpeg;
        this.store = store;
        this.rows = rows;
        this.limits = limits;
        this.clock = clock;
        this.turns = new Semaphore(limits.concurrency(), true);
    }

    /** An FFmpeg of the system may lack what ours has. */
    private synchronized Set<PictureFormat> possible() {
        if (possible == null) {
            possible = possible(ffmpeg.binaries());
        }
        return possible;
    }

    private static Set<PictureFormat> possible(FfmpegBinaries binaries) {
        var names = binaries.encoders().stream()
                .map(line -> line.strip().split("\\s+", 3))
                .filter(columns -> columns.length > 1)
                .map(columns -> columns[1])
                .toList();
        var formats = EnumSet.of(PictureFormat.JPEG, PictureFormat.PNG);
        if (names.contains("libaom-av1")) {
            formats.add(PictureFormat.AVIF);
        }
        if (names.contains("libwebp")) {
            formats.add(PictureFormat.WEBP);
        }
        return Set.copyOf(formats);
    }

    /**
     * A picture that others are made of.
     *
     * @param media the file of the user that it shows
     * @param key where it is
     * @param alpha whether one can see through parts of it
     */
    public record Origin(ObjectKey media, ObjectKey key, int width, int height, boolean alpha) {}

    /** What of all that we can make a client likes best. */
    public PictureFormat best(Accepted accepted, boolean alpha) {
        return accepted.best(alpha, possible());
    }

    /**
     * The same picture in another size or format.
     *
     * @param resize null for the size that it has
     * @throws CodedException {@code PICTURES_BUSY}
     */
    public ObjectKey of(Origin origin, @Nullable Resize resize, PictureFormat format) {
        var frame = resize == null
                ? new Resize.Frame(origin.width(), origin.height(), origin.width(), origin.height())
                : resize.of(origin.width(), origin.height());
        var spec = String.format(
                Locale.ROOT,
                "%s %dx%d %dx%d %s",
                Digests.of(origin.key()).substring(0, 16),
                frame.cutWidth(),
                frame.cutHeight(),
                frame.width(),
                frame.height(),
                format.extension());
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var kept = rows.find(origin.media(), spec).filter(store::exists);
            if (kept.isPresent()) {
                var now = clock.instant();
                rows.used(origin.media(), spec, now, now.minus(NOTED));
                return kept.get();
            }
            var key = inTurn(() -> made(origin, frame, format));
            var picture = new JdbcPictures.Kept(origin.media(), spec, key, size(key));
            if (rows.keep(picture, clock.instant(), () -> store.exists(key), store::delete)) {
                makeRoom(origin.media());
                return key;
            }
            // It was one too many just now, for somebody who asked for another one.
        }
        throw new CodedException(CommonErrorCode.OBJECT_NOT_FOUND, "the picture was deleted again and again");
    }

    private ObjectKey inTurn(Supplier<ObjectKey> work) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CodedException(
                        MaterialsErrorCode.PICTURES_BUSY,
                        "%d pictures are being made".formatted(limits.concurrency()),
                        List.of(),
                        RETRY_AFTER,
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodedException(CommonErrorCode.CANCELLED, "interrupted before the picture had its turn", e);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private ObjectKey made(Origin origin, Resize.Frame frame, PictureFormat format) {
        var key = new ObjectKey("pictures/%s.%s"
                .formatted(
                        Digests.of("picture", VERSION, origin.key(), origin.alpha(), frame, format),
                        format.extension()));
        // Whoever waited for a turn may find it made by the one before.
        if (store.exists(key)) {
            return key;
        }
        var made = store.newFile(format.extension());
        try {
            var source = store.file(origin.key());
            var graph = new FilterGraph(List.of(
                    new Chain(List.of(Pad.video(0)), filters(origin, source, frame, format), List.of(PICTURE))));
            var output = Output.to(made, PICTURE).with(format.options());
            var command = FfmpegCommand.of(List.of(Probe.input(source).with("threads", 1)), graph, output);
            Ffmpeg.require(ffmpeg.run(command, DEADLINE));
            if (!Files.exists(made)) {
                throw new CodedException(FfmpegErrorCode.FFMPEG_FAILED, "nothing was written");
            }
            store.put(key, made);
            return key;
        } finally {
            deleteQuietly(made);
        }
    }

    private List<Filter> filters(Origin origin, Path source, Resize.Frame frame, PictureFormat format) {
        var filters = new ArrayList<Filter>();
        if (frame.cutWidth() != origin.width() || frame.cutHeight() != origin.height()) {
            filters.add(filter("crop").with("w", frame.cutWidth()).with("h", frame.cutHeight()));
        }
        filters.add(filter("scale")
                .with("width", frame.width())
                .with("height", frame.height())
                .with("flags", "lanczos+accurate_rnd"));
        filters.add(filter("setsar").with("sar", 1));
        var transfer = ffmpeg.probe().facts(source, "stream=color_transfer").text("streams.0.color_transfer", "");
        if (SourcePictures.isHdr(transfer)) {
            filters.addAll(SourcePictures.pressed(transfer));
        }
        filters.addAll(format.pixels(origin.alpha()));
        return filters;
    }

    private void makeRoom(ObjectKey media) {
        rows.tooMany(media, limits.maxPerFile()).forEach(picture -> rows.drop(picture, store::delete));
        rows.tooLarge(limits.maxTotalSize().toBytes()).forEach(picture -> rows.drop(picture, store::delete));
    }

    /** What was made of a file that is deleted for good, by the transaction that deletes it. */
    public void forget(ObjectKey media) {
        rows.forget(media).forEach(store::delete);
    }

    private long size(ObjectKey key) {
        try {
            return Files.size(store.file(key));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + key, e);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException ignored) {
            // The store removes left-overs itself.
        }
    }
}
