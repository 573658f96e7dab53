package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Limits;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.ffmpeg.Progress;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.video.check.DiskSpace;
import io.moneyprinter.video.check.QualityControl;
import io.moneyprinter.video.check.Wish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes pieces with FFmpeg and stores them. Every piece is looked for before it is made, and made once at a time. */
final class Pieces {

    private static final Logger LOG = LoggerFactory.getLogger(Pieces.class);

    private final ObjectStore store;
    private final Probe probe;
    private final VideoRuns runs;
    private final Path work;
    private final SingleFlight<Rendition> flights = new SingleFlight<>();

    /** @param work a directory for files that are needed while a piece is made */
    Pieces(ObjectStore store, Probe probe, VideoRuns runs, Path work) {
        this.store = store;
        this.probe = probe;
        this.runs = runs;
        this.work = work;
    }

    /** What a piece is, as renditions say it. */
    record Shape(int width, int height, long frames, Duration duration) {

        static Shape film(Canvas canvas, long frames) {
            var duration = Duration.ofNanos(Math.round(frames * 1e9 / canvas.fps()));
            return new Shape(canvas.width(), canvas.height(), frames, duration);
        }

        static Shape image(int width, int height) {
            return new Shape(width, height, 1, Duration.ZERO);
        }

        static Shape sound(Duration duration) {
            return new Shape(0, 0, 0, duration);
        }
    }

    /** Writes a piece into a file. */
    interface Making {
        void make(Path file);
    }

    /** Tries to write a piece into a file. */
    interface Attempt {

        /** False when nothing came of it, which is no fault of the caller. */
        boolean make(Path file);
    }

    /** Writes a piece into a file, with a directory for what is needed meanwhile. */
    interface Assembly {
        void make(Path file, Path directory);
    }

    Rendition once(ObjectKey key, Shape shape, Making making) {
        return once(
                key,
                () -> Objects.requireNonNull(tried(key, shape, file -> {
                    making.make(file);
                    return true;
                })));
    }

    /** Lets only the first of several equal requests do some work, and gives its result to all. */
    Rendition once(ObjectKey key, Supplier<Rendition> work) {
        return flights.run(key, work);
    }

    /** A piece that may not come to be; null when it did not. The caller sees to it that it is made once at a time. */
    @Nullable
    Rendition tried(ObjectKey key, Shape shape, Attempt attempt) {
        if (store.exists(key)) {
            return rendition(key, shape, true);
        }
        var file = store.newFile(key.extension());
        try {
            DiskSpace.require(file, DiskSpace.expected(shape.width(), shape.height(), shape.frames()));
            if (!attempt.make(file)) {
                return null;
            }
            store.put(key, file);
        } catch (UncheckedIOException e) {
            throw DiskSpace.explained(e);
        } finally {
            store.discard(file);
        }
        return rendition(key, shape, false);
    }

    Rendition assembled(ObjectKey key, Shape shape, Assembly assembly) {
        return once(key, shape, file -> {
            try (var directory = WorkDirectory.in(work)) {
                assembly.make(file, directory.path());
            }
        });
    }

    void run(VideoId video, FfmpegCommand command, Shape shape) {
        runs.run(video, command, limits(shape), Progress.Listener.SILENT);
    }

    /**
     * The last look before a film is published.
     *
     * @param parts a list of the film's parts, whose small versions are looked at; null to look at all of the film
     */
    void check(VideoId video, Path file, @Nullable Path parts, Wish wish, Shape shape, QualityControl control) {
        QualityControl.Runs all =
                (command, deadline, listener) -> runs.run(video, command, Limits.render(deadline), listener);
        var findings = parts == null
                ? control.check(file, wish, deadline(shape), all)
                : control.check(file, parts, SmallVersion.STREAM, wish, deadline(shape), all);
        findings.warnings().forEach(warning -> LOG.warn("film of {}: {}", video, warning));
        if (!findings.publishable()) {
            throw new CodedException(RenderErrorCode.RENDITION_WRONG, findings.summary());
        }
    }

    private static Limits limits(Shape shape) {
        var limits = Limits.render(deadline(shape));
        // How large sound gets depends on its coding alone.
        return shape.frames() == 0
                ? limits
                : limits.withFileSize(DiskSpace.most(shape.width(), shape.height(), shape.frames()));
    }

    /** Ten times as long as a slow machine needs: only what is stuck is ended. */
    static Duration deadline(Shape shape) {
        var megapixels = shape.frames() * shape.width() * shape.height() / 1_000_000;
        return Duration.ofMinutes(2).plusSeconds(megapixels);
    }

    boolean isThere(ObjectKey key) {
        return store.exists(key);
    }

    Path required(ObjectKey key) {
        if (!store.exists(key)) {
            throw new CodedException(RenderErrorCode.PIECE_MISSING, "%s is not rendered yet".formatted(key));
        }
        return store.file(key);
    }

    void checkFrames(Path file, long expected) {
        var frames = probe.countFrames(file);
        if (frames != expected) {
            throw new CodedException(
                    RenderErrorCode.RENDITION_WRONG, "%d frames (expected: %d)".formatted(frames, expected));
        }
    }

    /** Whether a file can be read and has so many frames. */
    boolean hasFrames(Path file, long expected) {
        try {
            return probe.countFrames(file) == expected;
        } catch (CodedException unreadable) {
            return false;
        }
    }

    /** Whether one decoder, set up by the first of these files, can show them all. */
    boolean fitTogether(List<ObjectKey> keys) {
        return keys.stream()
                        .map(key -> probe.decoderHeader(required(key)))
                        .distinct()
                        .count()
                == 1;
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private Rendition rendition(ObjectKey key, Shape shape, boolean cached) {
        try {
            var size = Files.size(store.file(key));
            return new Rendition(key, shape.width(), shape.height(), shape.frames(), shape.duration(), size, cached);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + key, e);
        }
    }
}
