package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.ConversionSettings;
import io.moneyprinter.contracts.video.OutputSettings;
import io.moneyprinter.contracts.video.OutputSettings.Container;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.contracts.video.TransitionStyle;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.video.plan.FilmPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConverterTests {

    private static final VideoSettings CUT = VideoSettings.DEFAULT.withTransition(TransitionStyle.CUT);
    private static final Duration CHUNK = Duration.ofMillis(1_300);

    @TempDir
    Path work;

    @Test
    void packsAnewWhereOnlyTheContainerChanges() throws Exception {
        var film = film(Film.CANVAS);
        var plan = film.plan(CUT, CHUNK);
        var mix = film.rendered(plan);
        var before = chunks();

        var converted = convert(film, plan, mix, null, null, null, Container.MOV);

        assertThat(converted.key().extension()).isEqualTo("mov");
        assertThat(converted.frames()).isEqualTo(plan.frames());
        assertThat(chunks()).isEqualTo(before);
        assertThat(facts(film, converted)).containsEntry("streams.0.codec_name", "h264");
        assertThat(convert(film, plan, mix, null, null, null, Container.MOV).cached())
                .isTrue();
    }

    @Test
    void rendersAnotherCodecFromThePlanAndNotFromWhatWasEncoded() throws Exception {
        var film = film(Film.CANVAS);
        var plan = film.plan(CUT, CHUNK);
        // The mix is all that a conversion needs besides the plan.
        var mix = film.mix(plan);

        var converted = convert(film, plan, mix, "vp9", null, null, null);

        assertThat(facts(film, converted))
                .containsEntry("streams.0.codec_name", "vp9")
                .containsEntry("streams.1.codec_name", "opus");
        assertThat(converted.frames()).isEqualTo(plan.frames());
        var planned = film.plan(CUT.withEncoding("vp9", null, null, null), CHUNK);
        assertThat(chunks()).isEqualTo(names(planned));
    }

    @Test
    void scalesAFilmDownAndKeepsEverySecondFrame() throws Exception {
        var film = film(new Canvas(180, 320, 60));
        var plan = film.plan(CUT, CHUNK);
        var mix = film.rendered(plan);

        var converted = convert(film, plan, mix, null, "144x256", 30, null);

        assertThat(converted.width()).isEqualTo(144);
        assertThat(converted.frames()).isEqualTo(Math.ceilDiv(plan.frames(), 2));
        assertThat(facts(film, converted))
                .containsEntry("streams.0.width", "144")
                .containsEntry("streams.0.height", "256")
                .containsEntry("streams.0.avg_frame_rate", "30/1");
        assertThat(SharedFfmpeg.ffmpeg().probe().countFrames(film.store.file(converted.key())))
                .isEqualTo(converted.frames());
    }

    @ParameterizedTest
    @CsvSource({
        "360x640,,/resolution,'resolution: 360x640 (expected: even numbers from 144 up to 180x320 in that proportion)'",
        "160x320,,/resolution,'resolution: 160x320 (expected: even numbers from 144 up to 180x320 in that proportion)'",
        ",60,/fps,fps: 60 (expected: 30)",
        ",24,/fps,fps: 24 (expected: 30)"
    })
    void refusesWhatIsNotAPartOfTheFilm(
            @Nullable String resolution, @Nullable Integer fps, String pointer, String message) {
        var film = film(Film.CANVAS);
        var plan = film.plan(CUT, CHUNK);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> convert(film, plan, new ObjectKey("mixes/none.m4a"), null, resolution, fps, null))
                .withMessage(message)
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly(pointer));
    }

    @Test
    void refusesAContainerThatTheFilmDoesNotFit() {
        var film = film(Film.CANVAS);
        var plan = film.plan(CUT, CHUNK);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(
                        () -> convert(film, plan, new ObjectKey("mixes/none.m4a"), null, null, null, Container.WEBM))
                .withMessage("container: webm (expected for h264: mp4, mov)")
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/output/container"));
    }

    @Test
    void needsTheMix() {
        var film = film(Film.CANVAS);
        var plan = film.plan(CUT, CHUNK);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> convert(film, plan, new ObjectKey("mixes/none.m4a"), null, null, null, null))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(RenderErrorCode.PIECE_MISSING));
    }

    private Film film(Canvas canvas) {
        var film = new Film(work).on(canvas);
        return film.sentence(Duration.ofMillis(3_250), film.footage("long", 180, 320, 30, 150));
    }

    private static Rendition convert(
            Film film,
            FilmPlan plan,
            ObjectKey mix,
            @Nullable String codec,
            @Nullable String resolution,
            @Nullable Integer fps,
            @Nullable Container container) {
        var output = new OutputSettings(container, null, null, null, null);
        var settings = new ConversionSettings(codec, null, null, resolution, fps, output);
        return film.renderer.converter().convert(Film.VIDEO, plan, mix, settings);
    }

    private Set<String> chunks() throws IOException {
        try (var files = Files.walk(work.resolve("store"))) {
            return files.map(Path::toString)
                    .filter(name -> name.contains("chunks/") && name.endsWith(".mp4"))
                    .map(name -> name.substring(name.lastIndexOf('/') + 1))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> names(FilmPlan plan) {
        return plan.chunks().stream()
                .map(chunk -> chunk.key().value())
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> facts(Film film, Rendition rendition) {
        return SharedFfmpeg.ffmpeg()
                .probe()
                .facts(film.store.file(rendition.key()), "stream=codec_name,width,height,avg_frame_rate")
                .facts();
    }
}
