package io.moneyprinter.video.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.ConversionSettings;
import io.moneyprinter.contracts.video.OutputSettings;
import io.moneyprinter.contracts.video.OutputSettings.Container;
import io.moneyprinter.contracts.video.OutputSettings.Device;
import io.moneyprinter.contracts.video.Quality;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.testing.Golden;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTests {

    private static final Canvas CANVAS = new Canvas(1080, 1920, 30);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource({"h264,MP4", "hevc,MP4", "vp9,WEBM", "av1,MP4"})
    void takesTheContainerThatFitsTheCodec(String codec, Container expected) {
        assertThat(of(codec, null, null).container()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "h264,WEBM,'container: webm (expected for h264: mp4, mov)'",
        "hevc,WEBM,'container: webm (expected for hevc: mp4, mov)'",
        "vp9,MOV,'container: mov (expected for vp9: webm, mp4)'",
        "av1,MOV,'container: mov (expected for av1: mp4, webm)'"
    })
    void refusesAContainerThatTheCodecIsNotExpectedIn(String codec, Container container, String message) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> of(codec, null, output(container, null)))
                .withMessage(message)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(EncodeErrorCode.OUTPUT_IMPOSSIBLE))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/video_settings/output/container"));
    }

    @Test
    void keepsFewerLossesInAnArchive() {
        var profile = of(null, "archive", null);

        assertThat(profile.rate()).isEqualTo(new RateControl.Quality(16, null));
        assertThat(profile.speed()).isEqualTo(Speed.THOROUGH);
    }

    @Test
    void keepsToTheBitratesOfReels() {
        var profile = of(null, "reels", output(null, 40_000));

        assertThat(profile.rate()).isEqualTo(new RateControl.Bitrate(25_000));
        assertThat(profile.audio()).isEqualTo(new AudioEncoding(AudioEncoding.Codec.AAC, 128));
        assertThat(of(null, "reels", null).rate()).isEqualTo(new RateControl.Quality(20, 25_000));
    }

    @Test
    void keepsToTheSizeOfReelsByTheMinute() {
        var settings = VideoSettings.DEFAULT.withEncoding(null, null, "reels", null);

        var rate = Profile.of(settings, CANVAS, Duration.ofSeconds(301)).rate();

        assertThat(rate)
                .isEqualTo(Profile.of(settings, CANVAS, Duration.ofSeconds(360)).rate());
        assertThat(rate).isEqualTo(new RateControl.Quality(20, 6_199));
    }

    @Test
    void refusesAFilmThatIsTooLongForShorts() {
        assertRefused(
                "youtube_shorts",
                CANVAS,
                Duration.ofSeconds(181),
                "/video_settings/optimization_preset",
                "optimization_preset: 181.0 s (expected by youtube_shorts: 0 to 180 s)");
    }

    @Test
    void refusesAWishForAFilmThatIsTooLongForShorts() {
        var settings = VideoSettings.DEFAULT
                .withEncoding(null, null, "youtube_shorts", null)
                .withDurationTarget(240);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> Profile.of(settings, CANVAS))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/video_settings/duration_target"));
    }

    @Test
    void refusesAShortThatIsWiderThanHigh() {
        assertRefused(
                "youtube_shorts",
                new Canvas(1920, 1080, 30),
                MINUTE,
                "/video_settings/aspect",
                "aspect: 1920x1080 (expected by youtube_shorts: no wider than high, such as 9:16 or 1:1)");
    }

    @Test
    void refusesAReelThatIsTooWide() {
        assertRefused(
                "reels",
                new Canvas(2160, 3840, 30),
                MINUTE,
                "/video_settings/resolution",
                "resolution: 2160x3840 (expected by reels: at most 1920 wide)");
    }

    @Test
    void refusesAPictureThatIsTooSmallForTikTok() {
        assertRefused(
                "tiktok",
                new Canvas(320, 568, 30),
                MINUTE,
                "/video_settings/resolution",
                "resolution: 320x568 (expected by tiktok: at least 360x360)");
    }

    @Test
    void saysEverythingThatAPlatformDoesNotTake() {
        var settings = VideoSettings.DEFAULT.withEncoding("vp9", null, "reels", null);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> Profile.of(settings, CANVAS, Duration.ofSeconds(2)))
                .withMessage("codec: vp9 (expected by reels: h264, hevc); "
                        + "container: webm (expected by reels: mp4, mov); "
                        + "optimization_preset: 2.0 s (expected by reels: 3 to 900 s)")
                .satisfies(refused -> assertThat(refused.errors()).hasSize(3));
    }

    @Test
    void namesChunksByWhatChangesTheirBytesAndNothingElse() {
        var chunk = of(null, null, null).chunk("look");

        assertThat(of("h264", null, new OutputSettings(Container.MOV, null, null, 96, Device.CPU))
                        .chunk("look"))
                .isEqualTo(chunk);
        assertThat(of("hevc", null, null).chunk("look")).isNotEqualTo(chunk);
        assertThat(of(null, "archive", null).chunk("look")).isNotEqualTo(chunk);
        assertThat(of("hevc", null, null).chunk(chunk))
                .isEqualTo(of("hevc", null, null).chunk("look"));
    }

    @Test
    void keepsWhatAConversionDoesNotName() {
        var draft = Profile.of(VideoSettings.DEFAULT.withEncoding(null, Quality.DRAFT, null, null), CANVAS, MINUTE);

        var other = draft.with(
                new ConversionSettings(null, null, null, null, null, output(Container.MOV, null)), CANVAS, MINUTE);

        assertThat(other.rate()).isEqualTo(draft.rate());
        assertThat(other.container()).isEqualTo(Container.MOV);
        assertThat(other.encodesLike(draft)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h264", "hevc", "vp9", "av1"})
    void saysToTheEncoderWhatTheProfileIs(String codec) {
        var text = new StringBuilder();
        for (var profile : List.of(
                of(codec, null, null),
                of(codec, "archive", null),
                of(codec, null, output(null, 6_000)),
                new Profile(
                        Codec.of(codec, Codec.H264),
                        Codec.of(codec, Codec.H264).containers().getFirst(),
                        new RateControl.Quality(20, 25_000),
                        Speed.FAST,
                        AudioEncoding.MIX,
                        Device.CPU,
                        Platform.WEB))) {
            for (var option : Encoders.onProcessor().pick(profile).settings(profile, CANVAS)) {
                text.append('-')
                        .append(option.name())
                        .append(' ')
                        .append(option.value())
                        .append('\n');
            }
            text.append('\n');
        }

        Golden.assertMatches(codec + ".encoder", text.toString());
    }

    private static void assertRefused(
            String platform, Canvas canvas, Duration duration, String pointer, String message) {
        var settings = VideoSettings.DEFAULT.withEncoding(null, null, platform, null);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> Profile.of(settings, canvas, duration))
                .withMessage(message)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(EncodeErrorCode.PLATFORM_LIMIT_EXCEEDED))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly(pointer));
    }

    private static Profile of(@Nullable String codec, @Nullable String preset, @Nullable OutputSettings output) {
        return Profile.of(VideoSettings.DEFAULT.withEncoding(codec, null, preset, output), CANVAS, MINUTE);
    }

    private static OutputSettings output(@Nullable Container container, @Nullable Integer bitrate) {
        return new OutputSettings(container, null, bitrate, null, null);
    }
}
