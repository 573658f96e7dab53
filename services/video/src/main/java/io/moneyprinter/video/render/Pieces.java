package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Makes pieces with FFmpeg and stores them. Every piece is looked for before it is made, and made once at a time. */
final class Pieces {

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

    /** Writes a piece into a file, with a directory for what is needed meanwhile. */
    interface Assembly {
        void make(Path file, Path directory);
    }

    Rendition once(ObjectKey key, Shape shape, Making making) {
        return flights.run(key, () -> {
            if (store.exists(key)) {
                return rendition(key, shape, true);
            }
            var file = store.newFile(key.extension());
            try {
                making.make(file);
                store.put(key, file);
            } finally {
                delete(file);
            }
            return rendition(key, shape, false);
        });
    }

    Rendition assembled(ObjectKey key, Shape shape, Assembly assembly) {
        return once(key, shape, file -> {
            try (var directory = WorkDirectory.in(work)) {
                assembly.make(file, directory.path());
            }
        });
    }

    void run(VideoId video, FfmpegCommand command, Shape shape) {
        runs.run(video, command, deadline(shape));
    }

    /** Ten times as long as a slow machine needs: only what is stuck is ended. */
    private static Duration deadline(Shape shape) {
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

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
