package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.materials.Visual.Composition;
import io.moneyprinter.contracts.materials.Visual.Entrance;
import io.moneyprinter.contracts.materials.Visual.Layer;
import io.moneyprinter.contracts.video.TransitionStyle;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.testing.SharedFfmpeg;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RendererTests {

    private static final Duration WHOLE = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(1_500);
    private static final Probe PROBE = SharedFfmpeg.ffmpeg().probe();

    @TempDir
    Path work;

    @Test
    void showsTheSameFramesInChunksAsInOnePiece() throws Exception {
        var film = mixedFilm();
        var whole = film.plan(TransitionStyle.DISSOLVE, WHOLE);
        var chunked = film.plan(TransitionStyle.DISSOLVE, SHORT);
        assertThat(whole.chunks()).hasSize(1);
        assertThat(chunked.chunks()).hasSizeGreaterThan(3);

        var checksums = new ArrayList<String>();
        for (var chunk : chunked.chunks()) {
            var own = film.checksums(chunk);
            assertThat(own).hasSize((int) chunk.frames());
            checksums.addAll(own);
        }

        assertThat(checksums).isEqualTo(film.checksums(whole.chunks().getFirst()));
    }

    @Test
    void joinsChunksToAFilmOfExactlyThePlannedLength() throws Exception {
        var film = mixedFilm();
        var plan = film.plan(TransitionStyle.DISSOLVE, SHORT);
        var mix = film.mix(plan);
        for (var chunk : plan.chunks()) {
            assertThat(film.renderer.chunk(Film.VIDEO, plan, chunk.index()).frames())
                    .isEqualTo(chunk.frames());
        }

        film.renderer.finisher().join(Film.VIDEO, plan, mix);
        var optimised = film.renderer.finisher().optimise(Film.VIDEO, plan, mix);

        var file = film.store.file(optimised.key());
        assertThat(PROBE.countFrames(file)).isEqualTo(plan.frames());
        assertThat(Packets.distances(file)).containsExactly(512L);
        var facts = PROBE.facts(
                file,
                "stream=codec_name,width,height,pix_fmt,color_space,color_transfer,color_primaries,color_range:"
                        + "format=duration:format_tags=title,comment");
        assertThat(facts.facts())
                .containsEntry("streams.0.codec_name", "h264")
                .containsEntry("streams.0.width", "180")
                .containsEntry("streams.0.height", "320")
                .containsEntry("streams.0.pix_fmt", "yuv420p")
                .containsEntry("streams.0.color_space", "bt709")
                .containsEntry("streams.0.color_transfer", "bt709")
                .containsEntry("streams.0.color_primaries", "bt709")
                .containsEntry("streams.0.color_range", "tv")
                .containsEntry("streams.1.codec_name", "aac")
                .containsEntry("format.tags.title", "A film");
        assertThat(indexComesFirst(file)).isTrue();
    }

    @Test
    void makesAThumbnailAndAPreview() {
        var film = mixedFilm();
        var plan = film.plan(TransitionStyle.CUT, WHOLE);
        var mix = film.mix(plan);
        film.renderer.chunk(Film.VIDEO, plan, 0);
        film.renderer.finisher().join(Film.VIDEO, plan, mix);

        var thumbnail = film.renderer.posters().poster(Film.VIDEO, plan, mix);
        var preview = film.renderer.finisher().preview(Film.VIDEO, plan, mix);

        var picture = PROBE.facts(film.store.file(thumbnail.key()), "stream=codec_name,width,height");
        assertThat(picture.facts())
                .containsEntry("streams.0.codec_name", "mjpeg")
                .containsEntry("streams.0.width", "180");
        var small = PROBE.facts(film.store.file(preview.key()), "stream=width,height");
        assertThat(small.facts()).containsEntry("streams.0.width", "360").containsEntry("streams.0.height", "640");
        assertThat(preview.frames()).isEqualTo(plan.frames());
    }

    @Test
    void doesNotRenderTwiceWhatIsThere() {
        var film = mixedFilm();
        var plan = film.plan(TransitionStyle.DISSOLVE, WHOLE);

        var first = film.renderer.chunk(Film.VIDEO, plan, 0);
        var second = film.renderer.chunk(Film.VIDEO, plan, 0);

        assertThat(first.cached()).isFalse();
        assertThat(second.cached()).isTrue();
        assertThat(second.key()).isEqualTo(first.key());
    }

    @Test
    void rendersOnceForAllWhoAskAtTheSameTime() throws Exception {
        var film = mixedFilm();
        var plan = film.plan(TransitionStyle.DISSOLVE, WHOLE);

        var first = CompletableFuture.supplyAsync(() -> film.renderer.chunk(Film.VIDEO, plan, 0));
        var second = CompletableFuture.supplyAsync(() -> film.renderer.chunk(Film.VIDEO, plan, 0));

        assertThat(first.get(1, TimeUnit.MINUTES).size())
                .isEqualTo(second.get(1, TimeUnit.MINUTES).size());
        try (var stored = Files.list(work.resolve("store").resolve("incoming"))) {
            assertThat(stored).isEmpty();
        }
    }

    @Test
    void refusesToJoinWhatIsNotRendered() {
        var film = mixedFilm();
        var plan = film.plan(TransitionStyle.DISSOLVE, WHOLE);
        var mix = film.mix(plan);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> film.renderer.finisher().join(Film.VIDEO, plan, mix))
                .extracting(CodedException::code)
                .isEqualTo(RenderErrorCode.PIECE_MISSING);
    }

    @Test
    void endsFfmpegWhenTheVideoIsCancelled() throws Exception {
        var film = new Film(work);
        var plan = film.sentence(Duration.ofMinutes(20), film.footage("long", 320, 180, 30, 60))
                .plan(TransitionStyle.CUT, WHOLE);
        var chunk = CompletableFuture.supplyAsync(() -> film.renderer.chunk(Film.VIDEO, plan, 0));
        while (film.renderer.running(Film.VIDEO) == 0) {
            assertThat(chunk).isNotDone();
            Thread.onSpinWait();
        }

        film.renderer.cancel(Film.VIDEO);

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> chunk.get(30, TimeUnit.SECONDS))
                .withCauseInstanceOf(CodedException.class)
                .satisfies(failed ->
                        assertThat(((CodedException) failed.getCause()).code()).isEqualTo(CommonErrorCode.CANCELLED));
        assertThat(film.renderer.running(Film.VIDEO)).isZero();
        assertThat(film.store.exists(plan.chunks().getFirst().key())).isFalse();
    }

    @Test
    void coversTheCanvasWithoutStretching() throws Exception {
        // Black, twice as wide as high, with a white square of 200 pixels in the middle; the canvas is half as high.
        var source = work.resolve("square.mp4");
        var picture = Pad.label("picture");
        var graph = new FilterGraph(List.of(new Chain(
                List.of(),
                List.of(
                        filter("color")
                                .with("color", "black")
                                .with("size", "1280x640")
                                .with("rate", 30)
                                .with("duration", 2),
                        filter("drawbox")
                                .with("x", 540)
                                .with("y", 220)
                                .with("w", 200)
                                .with("h", 200)
                                .with("color", "white")
                                .with("t", "fill")),
                List.of(picture))));
        var command =
                FfmpegCommand.of(List.of(), graph, Output.to(source, picture).with("pix_fmt", "yuv420p"));
        Ffmpeg.require(SharedFfmpeg.ffmpeg().run(command, Duration.ofMinutes(1)));
        var film = new Film(work);
        var footage = new Visual.Footage(film.put(source), 1280, 640, Duration.ofSeconds(2));

        var frames = film.frames(film.sentence(Duration.ofMillis(500), footage)
                .plan(TransitionStyle.CUT, WHOLE)
                .chunks()
                .getFirst());

        assertThat(frames.brightInRow(5, 160, 128)).isBetween(98, 102);
        assertThat(frames.brightInColumn(5, 90, 128)).isBetween(98, 102);
        assertThat(frames.firstBright(5, 160, 128)).as("in the middle").isBetween(39, 41);
    }

    @Test
    void showsCaptionsFromTheirFirstFrameToTheirLast() throws Exception {
        var captioning = new PaintedCaptioning(List.of(
                PaintedCaptioning.range(7, 1), PaintedCaptioning.range(12, 20), PaintedCaptioning.range(50, 5)));
        var film = new Film(work, captioning);
        var black = new Composition(List.of(film.background("black", "black")));
        film.sentence(Duration.ofMillis(800), black).sentence(Duration.ofMillis(800), black);
        var plan = film.plan(TransitionStyle.CUT, Duration.ofMillis(500));
        assertThat(plan.chunks()).hasSizeGreaterThan(1);

        var seen = new ArrayList<Long>();
        for (var chunk : plan.chunks()) {
            var frames = film.frames(chunk);
            for (var frame = 0; frame < frames.count(); frame++) {
                if (frames.at(frame, 90, 220) > 128) {
                    seen.add(chunk.firstFrame() + frame);
                }
            }
        }

        var expected = new ArrayList<Long>();
        for (var frame = 0L; frame < plan.frames(); frame++) {
            if (frame == 7 || frame >= 12 && frame < 32 || frame >= 50 && frame < 55) {
                expected.add(frame);
            }
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void movesLayersInAndOn() throws Exception {
        var film = new Film(work);
        var plain = film.layer("box", "white", 40, 40, 60, 100);
        var entrance = new Entrance(Entrance.Style.SLIDE, Duration.ofMillis(200), Duration.ofMillis(400));
        var box = new Layer(plain.image(), 40, 40, 60, 100, 30, 0, entrance);
        var plan = film.sentence(
                        Duration.ofMillis(1_800), new Composition(List.of(film.background("black", "black"), box)))
                .plan(TransitionStyle.CUT, WHOLE);

        var frames = film.frames(plan.chunks().getFirst());

        assertThat(frames.count()).isEqualTo(90);
        assertThat(frames.firstBright(5, 120, 20)).as("before its entrance").isEqualTo(-1);
        assertThat(frames.at(12, 80, 120)).as("coming in").isBetween(60, 220);
        assertThat(frames.firstBright(12, 120, 40)).as("still to the left").isLessThan(64);
        assertThat(frames.firstBright(45, 120, 128)).as("half way").isBetween(74, 76);
        assertThat(frames.firstBright(89, 120, 128)).as("at the end").isBetween(89, 91);
        assertThat(frames.brightInRow(89, 120, 128)).isBetween(39, 41);
    }

    @Test
    void loopsFootageThatIsTooShort() throws Exception {
        var film = new Film(work);
        var plan = film.sentence(Duration.ofSeconds(2), film.footage("short", 180, 320, 30, 30))
                .plan(TransitionStyle.CUT, WHOLE);

        var checksums = film.checksums(plan.chunks().getFirst());

        assertThat(checksums).hasSize((int) plan.frames());
        assertThat(checksums.subList(30, 60)).isEqualTo(checksums.subList(0, 30));
    }

    private Film mixedFilm() {
        var film = new Film(work, new PaintedCaptioning(List.of(PaintedCaptioning.range(20, 40))));
        var box = film.layer("box", "white@0.8", 60, 60, 20, 40);
        var moving = new Layer(
                box.image(),
                60,
                60,
                20,
                40,
                50,
                -9,
                new Entrance(Entrance.Style.RISE, Duration.ofMillis(100), Duration.ofMillis(500)));
        var ground = film.layer("ground", "0x336699", 260, 340, -10, -5);
        var drifting = new Layer(ground.image(), 260, 340, -10, -5, -40, 4, Entrance.NONE);
        return film.sentence(
                        Duration.ofMillis(1_700),
                        film.footage("wide", 320, 180, 25, 75),
                        film.still("photo", 400, 300, 1, 1.2))
                .sentence(Duration.ofMillis(3_900), new Composition(List.of(drifting, moving)))
                .sentence(
                        Duration.ofMillis(1_300),
                        film.still("second", 300, 400, 1.3, 1),
                        film.footage("tall", 90, 160, 60, 40));
    }

    /** Whether the index stands before the media in an MP4. */
    private static boolean indexComesFirst(Path file) throws Exception {
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return text.indexOf("moov") < text.indexOf("mdat");
    }
}
