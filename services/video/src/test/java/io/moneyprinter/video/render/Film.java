package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Brand;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.PlanRequest.SpokenSentence;
import io.moneyprinter.contracts.video.TitleCard;
import io.moneyprinter.contracts.video.TransitionStyle;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.video.device.FilmDevices;
import io.moneyprinter.video.encode.Encoders;
import io.moneyprinter.video.plan.ChunkPlan;
import io.moneyprinter.video.plan.FilmPlan;
import io.moneyprinter.video.plan.FilmPlanner;
import io.moneyprinter.video.plan.PlanFormat;
import io.moneyprinter.video.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small film for tests: what is in it, planned and rendered in a directory of its own. */
final class Film {

    static final VideoId VIDEO = new VideoId("video");
    static final Canvas CANVAS = new Canvas(180, 320, 30);

    final Path work;
    final ObjectStore store;
    final PaintedCaptioning captioning;
    final Renderer renderer;
    private final FilmDevices devices;
    private final Media media;
    private Canvas canvas = CANVAS;
    private final List<SpokenSentence> sentences = new ArrayList<>();

    Film(Path work) {
        this(work, new PaintedCaptioning(List.of()));
    }

    Film(Path work, PaintedCaptioning captioning) {
        this(work, captioning, SharedFfmpeg.ffmpeg(), FilmDevices.none());
    }

    Film(Path work, PaintedCaptioning captioning, Ffmpeg ffmpeg, FilmDevices devices) {
        this.work = work;
        this.devices = devices;
        this.store = new LocalObjectStore(work.resolve("store"), Clock.systemUTC());
        this.captioning = captioning;
        this.media =
                new Media(store::file, new Sources(store, SharedFfmpeg.ffmpeg().probe())::facts);
        this.renderer = new Renderer(store, ffmpeg, captioning, work.resolve("work"), Encoders.onProcessor(), devices);
    }

    Film on(Canvas other) {
        canvas = other;
        return this;
    }

    /** All chunks of a film, and its mix. */
    ObjectKey rendered(FilmPlan plan) {
        for (var chunk : plan.chunks()) {
            renderer.chunk(VIDEO, plan, chunk.index());
        }
        return mix(plan);
    }

    /** A sentence that is spoken for so long while these are seen. */
    Film sentence(Duration length, Visual... visuals) {
        return sentence(length, Duration.ZERO, visuals);
    }

    Film sentence(Duration length, Duration pause, Visual... visuals) {
        var samples = length.toMillis() * 48;
        var speech = new Speech(new ObjectKey("speech/none.wav"), 48_000, samples, List.of(), "test", "voice", false);
        sentences.add(new SpokenSentence("Text.", pause, speech, new Shot(List.of(visuals), "own", null)));
        return this;
    }

    FilmPlan plan(TransitionStyle transition, Duration chunkLength) {
        return plan(VideoSettings.DEFAULT.withTransition(transition), chunkLength);
    }

    FilmPlan plan(VideoSettings settings, Duration chunkLength) {
        FilmPlanner.Encoding encoding = (profile, keys) -> devices.choose(profile, keys, store::exists);
        var planner = new FilmPlanner(captioning, Film::title, "test", new PlanFormat(), chunkLength, encoding);
        return planner.plan(PlanRequest.of(UserId.LOCAL, VIDEO, "A film", "en", canvas, settings, 1, null, sentences))
                .plan();
    }

    private static Visual title(
            TitleCard card,
            Canvas canvas,
            String language,
            long seed,
            @Nullable VisualStyle style,
            @Nullable Brand brand) {
        throw new AssertionError("no card was asked for");
    }

    ObjectKey put(Path file) {
        var key = new ObjectKey("media/" + file.getFileName());
        store.put(key, file);
        return key;
    }

    Visual footage(String name, int width, int height, int fps, int frames) {
        var key = put(GeneratedMedia.video(work.resolve(name + ".mp4"), width, height, fps, frames));
        return new Visual.Footage(key, width, height, Duration.ofMillis(frames * 1_000L / fps));
    }

    Visual still(String name, int width, int height, double zoomFrom, double zoomTo) {
        var key = put(GeneratedMedia.image(work.resolve(name + ".png"), width, height));
        return new Visual.Still(key, width, height, zoomFrom, zoomTo, 0.5, 0.5);
    }

    Visual.Layer layer(String name, String color, int width, int height, int x, int y) {
        var key = put(GeneratedMedia.plainImage(work.resolve(name + ".png"), color, width, height));
        return new Visual.Layer(key, width, height, x, y, 0, 0, Visual.Entrance.NONE);
    }

    Visual.Layer background(String name, String color) {
        return layer(name, color, CANVAS.width(), CANVAS.height(), 0, 0);
    }

    /** A sound as long as the film, stored as its mix. */
    ObjectKey mix(FilmPlan plan) {
        var file = GeneratedMedia.tone(work.resolve("mix.m4a"), 440, plan.duration());
        var key = new ObjectKey("mixes/mix.m4a");
        store.put(key, file);
        return key;
    }

    /** The checksum of every frame of a chunk, before encoding. */
    List<String> checksums(ChunkPlan chunk) throws IOException {
        var file = work.resolve("frames-" + chunk.frames() + "-" + chunk.index() + ".md5");
        produce(chunk, List.of(Option.of("f", "framemd5")), file);
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
                .toList();
    }

    /** The brightness of every pixel of a chunk, frame by frame. */
    Frames frames(ChunkPlan chunk) throws IOException {
        var file = work.resolve("frames-" + chunk.index() + ".gray");
        produce(chunk, List.of(Option.of("f", "rawvideo"), Option.of("pix_fmt", "gray")), file);
        return new Frames(Files.readAllBytes(file), CANVAS.width(), CANVAS.height());
    }

    private void produce(ChunkPlan chunk, List<Option> encoding, Path file) {
        Ffmpeg.require(SharedFfmpeg.ffmpeg().run(command(chunk, encoding, file), Duration.ofMinutes(2)));
    }

    FfmpegCommand command(ChunkPlan chunk, List<Option> encoding, Path file) {
        var directory = file.getParent();
        var captions = CaptionList.write(chunk, "en", canvas, CaptionSettings.DEFAULT, captioning, directory);
        var zoomed = ZoomingPhotos.write(
                chunk,
                canvas,
                media,
                directory,
                command -> Ffmpeg.require(SharedFfmpeg.ffmpeg().run(command, Duration.ofMinutes(2))));
        var drawn = new ChunkCommand.Drawn(captions, zoomed);
        return ChunkCommand.pictures(chunk, canvas, media, drawn, encoding, file);
    }

    /** Brightness from 0 to 255. */
    record Frames(byte[] pixels, int width, int height) {

        /** The mean of a frame. */
        double mean(int frame) {
            var sum = 0L;
            for (var i = 0; i < width * height; i++) {
                sum += pixels[frame * width * height + i] & 0xff;
            }
            return (double) sum / (width * height);
        }

        /** The middle of what is bright inside a rectangle, in fractions of a pixel. */
        double[] middle(int frame, int left, int top, int right, int bottom) {
            var weight = 0.0;
            var sumX = 0.0;
            var sumY = 0.0;
            for (var y = top; y < bottom; y++) {
                for (var x = left; x < right; x++) {
                    var light = Math.max(0, at(frame, x, y) - 24);
                    weight += light;
                    sumX += light * (x + 0.5);
                    sumY += light * (y + 0.5);
                }
            }
            return new double[] {sumX / weight, sumY / weight};
        }

        int count() {
            return pixels.length / (width * height);
        }

        int at(int frame, int x, int y) {
            return pixels[(frame * height + y) * width + x] & 0xff;
        }

        /** The first column of a row that is brighter than the threshold; -1 for none. */
        int firstBright(int frame, int y, int threshold) {
            for (var x = 0; x < width; x++) {
                if (at(frame, x, y) > threshold) {
                    return x;
                }
            }
            return -1;
        }

        int brightInRow(int frame, int y, int threshold) {
            var count = 0;
            for (var x = 0; x < width; x++) {
                count += at(frame, x, y) > threshold ? 1 : 0;
            }
            return count;
        }

        int brightInColumn(int frame, int x, int threshold) {
            var count = 0;
            for (var y = 0; y < height; y++) {
                count += at(frame, x, y) > threshold ? 1 : 0;
            }
            return count;
        }
    }
}
