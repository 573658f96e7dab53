package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Visual.Composition;
import io.moneyprinter.contracts.video.OutputSettings;
import io.moneyprinter.contracts.video.TransitionStyle;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.video.encode.AudioEncoding.Codec;
import io.moneyprinter.video.plan.FilmPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken from a film: a poster, a contact sheet, animations and sound. */
class ExtractsTests {

    @TempDir
    Path work;

    private Film film;
    private FilmPlan plan;
    private ObjectKey mix;

    /** Darkness, a plain surface, and in the middle the one picture that shows something. */
    @BeforeEach
    void render() {
        film = new Film(work);
        film.sentence(Duration.ofSeconds(2), new Composition(List.of(film.background("dark", "black"))))
                .sentence(Duration.ofSeconds(2), film.still("photo", 400, 700, 1, 1))
                .sentence(Duration.ofSeconds(2), new Composition(List.of(film.background("plain", "0x88aacc"))));
        plan = film.plan(VideoSettings.DEFAULT.withTransition(TransitionStyle.DISSOLVE), Duration.ofSeconds(2));
        mix = film.rendered(plan);
        film.renderer.finisher().join(Film.VIDEO, plan, mix);
    }

    @Test
    void choosesThePictureThatShowsSomethingAsPoster() throws Exception {
        var poster = film.renderer.posters().poster(Film.VIDEO, plan, mix);

        assertThat(facts(poster.key()))
                .containsEntry("streams.0.codec_name", "mjpeg")
                .containsEntry("streams.0.width", "180")
                .containsEntry("streams.0.height", "320");
        assertThat(gray(poster.key(), 180, 320).sharpness()).isGreaterThan(100);
        assertThat(poster.frames()).isEqualTo(1);
        assertThat(film.renderer.posters().poster(Film.VIDEO, plan, mix).cached())
                .isTrue();
    }

    @Test
    void showsSixteenPicturesAtAGlance() throws Exception {
        var sheet = film.renderer.posters().contactSheet(Film.VIDEO, plan, mix);

        assertThat(facts(sheet.key()))
                .containsEntry("streams.0.width", "760")
                .containsEntry("streams.0.height", "1320");
        assertThat(sheet.width()).isEqualTo(760);
        var picture = gray(sheet.key(), 760, 1320);
        // The gap, then the black first picture; the last one is plain and bright.
        assertThat(picture.pixels()[760 * 4 + 4] & 0xff).isBetween(25, 45);
        assertThat(picture.pixels()[760 * 100 + 100] & 0xff).isLessThan(8);
        assertThat(picture.pixels()[760 * 1200 + 660] & 0xff).isGreaterThan(140);
    }

    @Test
    void animatesTheOpening() throws Exception {
        var gif = film.renderer.extracts().gif(Film.VIDEO, plan, mix);
        var webp = film.renderer.extracts().webp(Film.VIDEO, plan, mix);

        assertThat(facts(gif.key()))
                .containsEntry("streams.0.codec_name", "gif")
                .containsEntry("streams.0.width", "180")
                .doesNotContainKey("streams.1.codec_name");
        assertThat(SharedFfmpeg.ffmpeg().probe().countFrames(film.store.file(gif.key())))
                .isEqualTo(gif.frames())
                .isEqualTo(36);
        var bytes = Files.readString(film.store.file(webp.key()), StandardCharsets.ISO_8859_1);
        assertThat(bytes).startsWith("RIFF").contains("WEBPVP8X", "ANIM");
        assertThat(bytes.split("ANMF", -1)).hasSizeBetween(3, 37);
    }

    @ParameterizedTest
    @CsvSource({"AAC,aac,m4a", "MP3,mp3,mp3", "OPUS,opus,opus", "PCM,pcm_s16le,wav"})
    void takesTheSoundAlone(Codec codec, String name, String extension) {
        var sound = film.renderer.extracts().sound(Film.VIDEO, plan, mix, codec);

        assertThat(sound.key().extension()).isEqualTo(extension);
        var facts = facts(sound.key());
        assertThat(facts).containsEntry("streams.0.codec_name", name);
        assertThat(Double.parseDouble(facts.getOrDefault("format.duration", "0")))
                .isCloseTo(plan.duration().toMillis() / 1_000.0, within(0.06));
        assertThat(sound.duration()).isEqualTo(plan.duration());
    }

    @Test
    void takesNothingFromAFilmThatIsNotJoined() {
        var other = film.plan(
                VideoSettings.DEFAULT
                        .withEncoding("hevc", null, null, OutputSettings.DEFAULT)
                        .withTransition(TransitionStyle.CUT),
                Duration.ofSeconds(2));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> film.renderer.posters().poster(Film.VIDEO, other, mix))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(RenderErrorCode.PIECE_MISSING));
    }

    private Map<String, String> facts(ObjectKey key) {
        return SharedFfmpeg.ffmpeg()
                .probe()
                .facts(film.store.file(key), "stream=codec_name,width,height:format=duration")
                .facts();
    }

    private GrayPicture gray(ObjectKey key, int width, int height) throws IOException {
        var file = work.resolve("gray.raw");
        var output = Output.to(file).with("f", "rawvideo").with("pix_fmt", "gray");
        Ffmpeg.require(SharedFfmpeg.ffmpeg()
                .run(FfmpegCommand.of(Input.of(film.store.file(key)), output), Duration.ofMinutes(1)));
        return new GrayPicture(Files.readAllBytes(file), 0, width, height);
    }
}
