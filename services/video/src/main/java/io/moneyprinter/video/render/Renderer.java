package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.Effect;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Outcome;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.video.check.QualityControl;
import io.moneyprinter.video.device.FilmDevices;
import io.moneyprinter.video.device.LostEncoders;
import io.moneyprinter.video.encode.Encoders;
import io.moneyprinter.video.plan.Captioning;
import io.moneyprinter.video.plan.ChunkPlan;
import io.moneyprinter.video.plan.FilmPlan;
import io.moneyprinter.video.source.Sources;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Makes the pieces of films. Every piece is looked for before it is made, checked, and made once at a time. */
public final class Renderer {

    private final ObjectStore store;
    private final Media media;
    private final VideoRuns runs;
    private final Captioning captioning;
    private final Path work;
    private final Encoders encoders;
    private final Pieces pieces;
    private final FilmParts parts;
    private final DeviceChunks deviceChunks;
    private final Finisher finisher;
    private final Posters posters;
    private final Extracts extracts;
    private final Converter converter;

    /** A renderer without devices. */
    public Renderer(ObjectStore store, Ffmpeg ffmpeg, Captioning captioning, Path work, Encoders encoders) {
        this(store, ffmpeg, captioning, work, encoders, FilmDevices.none());
    }

    /** @param work a directory for files that are needed while a piece is made */
    public Renderer(
            ObjectStore store,
            Ffmpeg ffmpeg,
            Captioning captioning,
            Path work,
            Encoders encoders,
            FilmDevices devices) {
        this.store = store;
        this.media = new Media(store::file, new Sources(store, ffmpeg.probe())::facts);
        this.runs = new VideoRuns(ffmpeg);
        this.captioning = captioning;
        this.work = work;
        WorkDirectory.removeLeftOvers(work, Clock.systemUTC());
        this.encoders = encoders;
        this.pieces = new Pieces(store, ffmpeg.probe(), runs, work);
        this.parts = new FilmParts(pieces, new LostEncoders(store));
        this.deviceChunks = new DeviceChunks(pieces, runs, parts, devices, work, this::command);
        this.finisher = new Finisher(
                store, new QualityControl(ffmpeg.probe()), pieces, parts, this::chunkOnProcessor, encoders);
        this.posters = new Posters(pieces, finisher);
        this.extracts = new Extracts(pieces, finisher);
        this.converter = new Converter(pieces, finisher, encoders, parts, devices, this::chunk);
    }

    /** Names everything here that decides on what a chunk looks like. */
    public static String version(Ffmpeg ffmpeg) {
        return "%d-%s-%s-%s-%s"
                .formatted(
                        ChunkCommand.VERSION,
                        Effects.VERSION,
                        Logo.VERSION,
                        Normalising.VERSION,
                        ffmpeg.binaries().version());
    }

    public Rendition chunk(VideoId video, FilmPlan plan, int index) {
        if (index < 0 || index >= plan.chunks().size()) {
            throw new CodedException(
                    RenderErrorCode.CHUNK_UNKNOWN,
                    "chunk %d (expected: 0 to %d)"
                            .formatted(index, plan.chunks().size() - 1));
        }
        var device = parts.deviceOf(plan);
        return device == null
                ? chunkOnProcessor(video, plan, index)
                : deviceChunks.chunk(video, plan, device, index, () -> chunkOnProcessor(video, plan, index));
    }

    private Rendition chunkOnProcessor(VideoId video, FilmPlan plan, int index) {
        var chunk = plan.chunks().get(index);
        var canvas = plan.canvas();
        var made = once(chunk.key(), canvas, chunk.frames(), file -> {
            try (var directory = WorkDirectory.in(work)) {
                var encoding = encoders.settings(plan.profile(), canvas);
                run(video, command(video, plan, chunk, encoding, directory.path(), file), chunk.frames(), canvas);
            }
            checkFrames(file, chunk.frames());
        });
        return made.encodedBy(encoders.pick(plan.profile()).name(), parts.note(plan));
    }

    /** Writes a chunk to a file of the caller's in another encoding, to be measured or looked at, and stores nothing. */
    public void render(VideoId video, FilmPlan plan, int index, List<Option> encoding, Path file) {
        var chunk = plan.chunks().get(index);
        try (var directory = WorkDirectory.in(work)) {
            var drawn = drawn(video, plan, chunk, directory.path());
            var command = ChunkCommand.pictures(chunk, plan.canvas(), media, drawn, encoding, file);
            run(video, command, chunk.frames(), plan.canvas());
        }
    }

    private ChunkCommand.Drawn drawn(VideoId video, FilmPlan plan, ChunkPlan chunk, Path directory) {
        var canvas = plan.canvas();
        var captions = CaptionList.write(chunk, plan.language(), canvas, plan.captions(), captioning, directory);
        var zoomed = ZoomingPhotos.write(chunk, canvas, media, directory, command -> run(video, command, 1, canvas));
        return new ChunkCommand.Drawn(captions, zoomed);
    }

    private FfmpegCommand command(
            VideoId video, FilmPlan plan, ChunkPlan chunk, List<Option> encoding, Path directory, Path file) {
        var drawn = drawn(video, plan, chunk, directory);
        return ChunkCommand.compile(chunk, plan.canvas(), media, drawn, encoding, file);
    }

    /**
     * Says what is wrong with effects.
     *
     * @throws CodedException {@link RenderErrorCode#EFFECT_INVALID} with every field at fault
     */
    public static void checkEffects(List<Effect> effects) {
        Effects.check(effects);
    }

    /** What makes a film of its chunks. */
    public Finisher finisher() {
        return finisher;
    }

    /** What takes stills from films. */
    public Posters posters() {
        return posters;
    }

    /** What takes short moving pictures and sounds from films. */
    public Extracts extracts() {
        return extracts;
    }

    /** What writes films in other ways. */
    public Converter converter() {
        return converter;
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
        pieces.run(video, command, Pieces.Shape.film(canvas, frames));
    }

    private Rendition once(ObjectKey key, Canvas canvas, long frames, Pieces.Making making) {
        return pieces.once(key, Pieces.Shape.film(canvas, frames), making);
    }

    private void checkFrames(Path file, long expected) {
        pieces.checkFrames(file, expected);
    }
}
