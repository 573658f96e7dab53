package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Limits;
import io.moneyprinter.ffmpeg.Outcome;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.ffmpeg.Progress;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.video.check.DiskSpace;
import io.moneyprinter.video.check.QualityControl;
import io.moneyprinter.video.check.Wish;
import io.moneyprinter.video.plan.Captioning;
import io.moneyprinter.video.plan.ChunkPlan;
import io.moneyprinter.video.plan.FilmPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the pieces of films. Every piece is looked for before it is made, checked, and made once at a time. */
public final class Renderer {

    /** To be changed with what joins, finishes and shrinks films. */
    private static final int VERSION = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Renderer.class);

    private final ObjectStore store;
    private final Probe probe;
    private final QualityControl control;
    private final VideoRuns runs;
    private final Captioning captioning;
    private final Path work;
    private final SingleFlight<Rendition> flights = new SingleFlight<>();

    /** @param work a directory for files that are needed while a piece is made */
    public Renderer(ObjectStore store, Ffmpeg ffmpeg, Captioning captioning, Path work) {
        this.store = store;
        this.probe = ffmpeg.probe();
        this.control = new QualityControl(probe);
        this.runs = new VideoRuns(ffmpeg);
        this.captioning = captioning;
        this.work = work;
    }

    /** Names everything here that decides on what a chunk looks like. */
    public static String version(Ffmpeg ffmpeg) {
        return ChunkCommand.VERSION + "-" + ffmpeg.binaries().version();
    }

    public Rendition chunk(VideoId video, FilmPlan plan, int index) {
        if (index < 0 || index >= plan.chunks().size()) {
            throw new CodedException(
                    RenderErrorCode.CHUNK_UNKNOWN,
                    "chunk %d (expected: 0 to %d)"
                            .formatted(index, plan.chunks().size() - 1));
        }
        var chunk = plan.chunks().get(index);
        var canvas = plan.canvas();
        return once(chunk.key(), canvas, chunk.frames(), file -> {
            try (var directory = WorkDirectory.in(work)) {
                var captions = CaptionList.write(chunk, plan.language(), canvas, captioning, directory.path());
                var command = ChunkCommand.compile(chunk, canvas, plan.quality(), store::file, captions, file);
                run(video, command, chunk.frames(), canvas);
            }
            checkFrames(file, chunk.frames());
        });
    }

    /** Where the joined film is, or will be. */
    public static ObjectKey joinedKey(FilmPlan plan, ObjectKey mix) {
        var chunks = plan.chunks().stream().map(ChunkPlan::key).toList();
        return new ObjectKey("films/" + Digests.of("join", VERSION, chunks, mix) + ".mp4");
    }

    public Rendition join(VideoId video, FilmPlan plan, ObjectKey mix) {
        var sound = required(mix);
        plan.chunks().forEach(chunk -> required(chunk.key()));
        return once(joinedKey(plan, mix), plan.canvas(), plan.frames(), file -> {
            try (var directory = WorkDirectory.in(work)) {
                var list = directory.path().resolve("chunks.ffconcat");
                write(list, chunkList(plan));
                run(video, FilmCommands.join(list, sound, plan.canvas(), file), plan.frames(), plan.canvas());
            }
            checkFrames(file, plan.frames());
        });
    }

    public Rendition optimise(VideoId video, FilmPlan plan, ObjectKey mix) {
        var joined = joinedKey(plan, mix);
        var source = required(joined);
        var key = new ObjectKey("films/" + Digests.of("optimised", VERSION, joined, plan.title()) + ".mp4");
        return once(key, plan.canvas(), plan.frames(), file -> {
            run(video, FilmCommands.optimise(source, plan.title(), file), plan.frames(), plan.canvas());
            check(video, file, plan);
        });
    }

    public Rendition thumbnail(VideoId video, FilmPlan plan, ObjectKey mix) {
        var joined = joinedKey(plan, mix);
        var source = required(joined);
        var key = new ObjectKey("thumbnails/" + Digests.of("thumbnail", VERSION, joined) + ".jpg");
        var seconds = plan.duration().toMillis() / 1_000.0;
        return once(
                key,
                plan.canvas(),
                1,
                file -> run(
                        video,
                        FilmCommands.thumbnail(source, plan.canvas(), seconds, file),
                        plan.frames(),
                        plan.canvas()));
    }

    public Rendition preview(VideoId video, FilmPlan plan, ObjectKey mix) {
        var joined = joinedKey(plan, mix);
        var source = required(joined);
        var key = new ObjectKey("previews/" + Digests.of("preview", VERSION, joined) + ".mp4");
        var small = new Canvas(
                FilmCommands.PREVIEW_WIDTH,
                FilmCommands.previewHeight(plan.canvas()),
                plan.canvas().fps());
        return once(key, small, plan.frames(), file -> {
            run(video, FilmCommands.preview(source, plan.canvas(), file), plan.frames(), plan.canvas());
            checkFrames(file, plan.frames());
        });
    }

    /** Ends what runs for a video; what is stored stays. */
    public void cancel(VideoId video) {
        runs.cancel(video);
    }

    /** Runs FFmpeg for a video on behalf of somebody else, so that it ends with the video's other runs. */
    public Outcome.Finished run(VideoId video, FfmpegCommand command, Duration deadline) {
        return runs.run(video, command, deadline);
    }

    /** How many runs of FFmpeg wait or run for a video. */
    public int running(VideoId video) {
        return runs.count(video);
    }

    private void run(VideoId video, FfmpegCommand command, long frames, Canvas canvas) {
        var limits = Limits.render(deadline(frames, canvas)).withFileSize(DiskSpace.most(canvas, frames));
        runs.run(video, command, limits, Progress.Listener.SILENT);
    }

    /** Ten times as long as a slow machine needs: only what is stuck is ended. */
    private static Duration deadline(long frames, Canvas canvas) {
        var megapixels = frames * canvas.width() * canvas.height() / 1_000_000;
        return Duration.ofMinutes(2).plusSeconds(megapixels);
    }

    private interface Making {
        void make(Path file);
    }

    private Rendition once(ObjectKey key, Canvas canvas, long frames, Making making) {
        return flights.run(key, () -> {
            if (store.exists(key)) {
                return rendition(key, canvas, frames, true);
            }
            var file = store.newFile(key.extension());
            try {
                DiskSpace.require(file, DiskSpace.expected(canvas, frames));
                making.make(file);
                store.put(key, file);
            } catch (UncheckedIOException e) {
                throw DiskSpace.explained(e);
            } finally {
                delete(file);
            }
            return rendition(key, canvas, frames, false);
        });
    }

    private Rendition rendition(ObjectKey key, Canvas canvas, long frames, boolean cached) {
        var still = key.extension().equals("jpg");
        var duration = still ? Duration.ZERO : Duration.ofNanos(Math.round(frames * 1e9 / canvas.fps()));
        try {
            var size = Files.size(store.file(key));
            return new Rendition(key, canvas.width(), canvas.height(), frames, duration, size, cached);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + key, e);
        }
    }

    private Path required(ObjectKey key) {
        if (!store.exists(key)) {
            throw new CodedException(RenderErrorCode.PIECE_MISSING, "%s is not rendered yet".formatted(key));
        }
        return store.file(key);
    }

    private void checkFrames(Path file, long expected) {
        var frames = probe.countFrames(file);
        if (frames != expected) {
            throw new CodedException(
                    RenderErrorCode.RENDITION_WRONG, "%d frames (expected: %d)".formatted(frames, expected));
        }
    }

    /** The last look before a film is published. */
    private void check(VideoId video, Path file, FilmPlan plan) {
        var findings = control.check(
                file,
                Wish.of(plan),
                deadline(plan.frames(), plan.canvas()),
                (command, deadline, listener) -> runs.run(video, command, Limits.render(deadline), listener));
        findings.warnings().forEach(warning -> LOG.warn("film of {}: {}", video, warning));
        if (!findings.publishable()) {
            throw new CodedException(RenderErrorCode.RENDITION_WRONG, findings.summary());
        }
    }

    private String chunkList(FilmPlan plan) {
        var text = new StringBuilder("ffconcat version 1.0\n");
        for (var chunk : plan.chunks()) {
            var path = store.file(chunk.key()).toString().replace("'", "'\\''");
            // The header of a chunk says its length in milliseconds, which is not exact enough to go on from.
            var micros = micros(plan, chunk.firstFrame() + chunk.frames()) - micros(plan, chunk.firstFrame());
            text.append("file '%s'%nduration %dus%n".formatted(path, micros));
        }
        return text.toString();
    }

    private static long micros(FilmPlan plan, long frame) {
        return Math.round(frame * 1e6 / plan.canvas().fps());
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
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
