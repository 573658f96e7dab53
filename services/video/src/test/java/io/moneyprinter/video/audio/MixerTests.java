package io.moneyprinter.video.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.Mix;
import io.moneyprinter.contracts.video.SoundSettings.CutEffect;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.MediaFormat;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.sound.music.Mood;
import io.moneyprinter.testing.SharedFfmpeg;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MixerTests {

    private static final int SECOND = Sound.SECOND;
    private static final int VIDEO_FRAME = SECOND / 30;
    private static final Runs FFMPEG =
            (command, deadline) -> Ffmpeg.require(SharedFfmpeg.ffmpeg().run(command, deadline));

    @TempDir
    Path work;

    private ObjectStore store;
    private Mixer mixer;

    @BeforeEach
    void open() {
        store = new LocalObjectStore(work, Clock.systemUTC());
        mixer = new Mixer(store, SharedFfmpeg.ffmpeg().probe());
    }

    @ParameterizedTest
    @EnumSource
    void isAsLoudAsPlatformsExpect(Mood mood) throws IOException {
        var request = new MixRequest(
                List.of(spoken(0.5, 4, 0.4, 1), spoken(5, 6, 0.3, 2), spoken(11.4, 3, 0.5, 3)),
                17L * SECOND + 123,
                new Music.Composed(mood, 5),
                0);

        var mix = mixer.mix(request, FFMPEG);

        assertIsRight(mix, request);
        assertThat(mix.cached()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05, 0.99})
    void bringsAnyVoiceThere(double amplitude) throws IOException {
        var request = new MixRequest(List.of(spoken(0.2, 7, amplitude, 4)), 8L * SECOND, new Music.None(), 0);

        assertIsRight(mixer.mix(request, FFMPEG), request);
    }

    @Test
    void bringsAVoiceOfSharpPeaksThere() throws IOException {
        var pops = Sound.of(8, i -> (i % 9_600 < 40 ? 0.9 : 0.03) * Math.sin(i * 0.07))
                .storeIn(store, "speech");
        var request = new MixRequest(
                List.of(new Placement(pops, 0, 8L * SECOND)), 9L * SECOND, new Music.Composed(Mood.CALM, 1), 0);

        assertIsRight(mixer.mix(request, FFMPEG), request);
    }

    @Test
    void mixesThreeSeconds() throws IOException {
        var request =
                new MixRequest(List.of(spoken(0.2, 2.4, 0.3, 5)), 3L * SECOND, new Music.Composed(Mood.UPBEAT, 1), 0);

        assertIsRight(mixer.mix(request, FFMPEG), request);
    }

    @Test
    void playsMusicAlone() throws IOException {
        var request = new MixRequest(List.of(), 10L * SECOND, new Music.Composed(Mood.DREAMY, 1), 0);

        assertIsRight(mixer.mix(request, FFMPEG), request);
    }

    @ParameterizedTest
    @CsvSource({"-30, -1", "-23, -3", "-18, -9", "-16, -1", "-14, -7", "-11, -0.5", "-9, -2", "-8, -1"})
    void isAsLoudAsAskedFor(double lufs, double dbtp) throws IOException {
        var target = new MixTarget(lufs, dbtp);
        var narration = List.of(spoken(0.5, 4, 0.4, 1), spoken(5, 4, 0.2, 2));

        for (var music : List.of(new Music.Composed(Mood.CALM, 2), new Music.None())) {
            var mix = mixer.mix(new MixRequest(narration, 10L * SECOND, music, 0, target, CutEffects.NONE), FFMPEG);

            assertThat(mix.integratedLufs()).as(music.toString()).isCloseTo(lufs, within(0.5));
            assertThat(mix.truePeakDbtp()).as(music.toString()).isLessThanOrEqualTo(dbtp);
        }
    }

    @Test
    void makesMusicAloneAsLoudAsAskedForAndTurnsItDownForNobody() throws IOException {
        var silence = Sound.of(4, i -> 0).storeIn(store, "speech");
        var bed = new Music.Recorded(Sound.tone(1_000, 25, 0.2).storeIn(store, "assets"));
        var target = new MixTarget(-18, -1);
        var request = new MixRequest(
                List.of(new Placement(silence, 2L * SECOND, 4L * SECOND)),
                12L * SECOND,
                bed,
                0,
                target,
                CutEffects.NONE);

        var mix = mixer.mix(request, FFMPEG);

        assertThat(mix.integratedLufs()).isCloseTo(-18, within(0.5));
        var sound = decoded(mix);
        assertThat(sound.level(1_000, 1, 1.8)).isCloseTo(sound.level(1_000, 3, 5), within(0.1));
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void isHeardAtCuts(CutEffect effect) throws IOException {
        var cuts = List.of(100L, 3L * SECOND, 3L * SECOND + 20_000, 6L * SECOND);
        var effects = CutEffects.of(effect, 0, cuts);
        var request = new MixRequest(List.of(), 9L * SECOND, new Music.None(), 0, MixTarget.DEFAULT, effects);

        var mix = mixer.mix(request, FFMPEG);

        var sound = decoded(mix);
        for (var cut : List.of(3.0, 6.0)) {
            assertThat(loudest(sound, cut - 1, cut + 1)).isCloseTo(cut, within(0.06));
            assertThat(peak(sound, cut - 1.4, cut - 0.45)).isLessThan(0.001);
            assertThat(peak(sound, cut + 0.4, cut + 1)).isLessThan(0.001);
            assertThat(peak(sound, cut - 0.5, cut + 0.4)).isBetween(0.01, 0.6);
        }
        // Neither so soon after another, nor at the very beginning.
        assertThat(peak(sound, 0, 2.5)).isLessThan(0.001);
        assertThat(peak(sound, 3.35, 5.5)).isLessThan(0.02);
        assertThat(mix.truePeakDbtp()).isLessThan(-5);
    }

    @Test
    void keepsEffectsBelowTheVoice() throws IOException {
        var narration = List.of(spoken(0.5, 9, 0.4, 1));
        var without = mixer.mix(new MixRequest(narration, 10L * SECOND, new Music.None(), 0), FFMPEG);
        var effects = CutEffects.of(CutEffect.WHOOSH, 0, List.of(3L * SECOND, 5L * SECOND, 7L * SECOND));
        var with = mixer.mix(
                new MixRequest(narration, 10L * SECOND, new Music.None(), 0, MixTarget.DEFAULT, effects), FFMPEG);

        assertIsRight(with, new MixRequest(narration, 10L * SECOND, new Music.None(), 0));
        var quiet = decoded(without);
        var difference = decoded(with).minus(quiet);
        var loud = quiet.rootMeanSquare(2.8, 3.2);
        assertThat(20 * Math.log10(difference.rootMeanSquare(2.8, 3.2) / loud)).isBetween(-14.0, -1.0);
    }

    /** Seconds of where 20 ms are the loudest. */
    private static double loudest(Sound sound, double from, double to) {
        var best = from;
        for (var at = from; at < to - 0.02; at += 0.005) {
            if (sound.rootMeanSquare(at, at + 0.02) > sound.rootMeanSquare(best, best + 0.02)) {
                best = at;
            }
        }
        return best;
    }

    private static double peak(Sound sound, double from, double to) {
        var peak = 0.0;
        for (var i = (int) (from * SECOND); i < to * SECOND; i++) {
            peak = Math.max(peak, Math.abs(sound.samples()[i]));
        }
        return peak;
    }

    @Test
    void leavesSilenceSilent() throws IOException {
        var mix = mixer.mix(new MixRequest(List.of(), 2L * SECOND, new Music.None(), 0), FFMPEG);

        assertThat(decoded(mix).peak()).isLessThan(0.001);
    }

    @Test
    void isMadeOnce() throws IOException {
        var request = new MixRequest(List.of(spoken(0, 3, 0.3, 1)), 4L * SECOND, new Music.Composed(Mood.CALM, 1), 0);

        var first = mixer.mix(request, FFMPEG);
        var again = mixer.mix(request, (command, deadline) -> {
            throw new AssertionError("measured again: " + command);
        });

        assertThat(again)
                .isEqualTo(new Mix(first.key(), first.duration(), first.integratedLufs(), first.truePeakDbtp(), true));
        assertThat(mixer.key(request)).isEqualTo(first.key());
    }

    @Test
    void makesWayForTheVoiceAndFadesOutOnce() throws IOException {
        var bed = new Music.Recorded(Sound.tone(6_000, 25, 0.2).storeIn(store, "assets"));
        var request = new MixRequest(List.of(spoken(3, 5, 0.4, 1), spoken(8.3, 5, 0.3, 2)), 20L * SECOND, bed, 0);

        var sound = decoded(mixer.mix(request, FFMPEG));

        var before = sound.level(6_000, 1.5, 2.7);
        var during = sound.level(6_000, 4, 12.8);
        var between = sound.level(6_000, 8.05, 8.25);
        var after = sound.level(6_000, 16, 17);
        assertThat(before - during).isBetween(7.0, 11.0);
        assertThat(after).isCloseTo(before, within(0.5));
        // A short pause is no reason to surge.
        assertThat(between - during).isLessThan(2);
        assertThat(sound.level(6_000, 17.2, 17.4)).isCloseTo(after, within(0.3));
        assertThat(sound.level(6_000, 18.7, 18.9)).isBetween(after - 5, after - 2);
        assertThat(sound.level(6_000, 19.4, 19.6)).isBetween(after - 13, after - 8);
        assertThat(sound.level(6_000, 19.9, 20)).isLessThan(after - 15);
    }

    @Test
    void makesTheMusicAsLoudAsAskedFor() throws IOException {
        var bed = new Music.Recorded(Sound.tone(6_000, 25, 0.2).storeIn(store, "assets"));
        var narration = List.of(spoken(3, 5, 0.4, 1));

        var usual = decoded(mixer.mix(new MixRequest(narration, 10L * SECOND, bed, 0), FFMPEG));
        var quieter = decoded(mixer.mix(new MixRequest(narration, 10L * SECOND, bed, -12), FFMPEG));

        assertThat(usual.level(6_000, 1, 2.5) - quieter.level(6_000, 1, 2.5)).isCloseTo(12, within(1.5));
    }

    @Test
    void keepsSentencesWhereTheyAre() throws IOException {
        var sentence = Sound.speech(1, 0.4, 9);
        var key = sentence.storeIn(store, "speech");
        var request = new MixRequest(
                List.of(new Placement(key, 12_345, SECOND), new Placement(key, 200_001, SECOND)),
                6L * SECOND,
                new Music.Composed(Mood.DREAMY, 1),
                0);

        var sound = decoded(mixer.mix(request, FFMPEG));

        assertThat(sound.find(sentence, 12_345, 300)).isCloseTo(12_345, within(24));
        assertThat(sound.find(sentence, 200_001, 300)).isCloseTo(200_001, within(24));
    }

    @Test
    void playsMusicOfOtherFormats() throws IOException {
        var tone = work.resolve("tone.wav");
        Sound.tone(440, 4, 0.5).writeTo(tone);
        var flac = store.newFile("flac");
        FFMPEG.run(FfmpegCommand.of(Input.of(tone), Output.to(flac).with("ar", 44_100)), Duration.ofMinutes(1));
        var key = new ObjectKey("assets/tone.flac");
        store.put(key, flac);

        var sound = decoded(mixer.mix(new MixRequest(List.of(), 9L * SECOND, new Music.Recorded(key), 0), FFMPEG));

        assertThat(sound.level(440, 1, 8)).isGreaterThan(-20);
    }

    @Test
    void refusesMusicThatIsNone() {
        var key = new ObjectKey("assets/playlist.mp3");
        store.put(key, "#EXTM3U\nfile:///etc/passwd\n".getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> mixer.mix(new MixRequest(List.of(), SECOND, new Music.Recorded(key), 0), FFMPEG))
                .satisfies(e -> assertThat(e.code()).isEqualTo(FfmpegErrorCode.MEDIA_UNSUPPORTED));
    }

    @Test
    void leavesNothingBehindWhenItIsCancelled() throws IOException {
        var request = new MixRequest(List.of(spoken(0, 3, 0.3, 1)), 4L * SECOND, new Music.Composed(Mood.CALM, 1), 0);
        Runs cancelled = (command, deadline) -> {
            if (command.outputs().getFirst().file() != null
                    && command.toString().contains("sidechaincompress")) {
                throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled");
            }
            return FFMPEG.run(command, deadline);
        };

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> mixer.mix(request, cancelled))
                .satisfies(e -> assertThat(e.code()).isEqualTo(CommonErrorCode.CANCELLED));

        assertThat(store.exists(mixer.key(request))).isFalse();
        try (var left = Files.list(work.resolve("incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    private void assertIsRight(Mix mix, MixRequest request) throws IOException {
        assertThat(mix.integratedLufs()).isCloseTo(-14, within(0.5));
        assertThat(mix.truePeakDbtp()).isLessThanOrEqualTo(-1.0);
        assertThat(decoded(mix).samples().length).isCloseTo((int) request.samples(), within(VIDEO_FRAME));
        try (var left = Files.list(work.resolve("incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    private Placement spoken(double at, double seconds, double amplitude, long seed) throws IOException {
        var key = Sound.speech(seconds, amplitude, seed).storeIn(store, "speech");
        return new Placement(key, Math.round(at * SECOND), Math.round(seconds * SECOND));
    }

    private Sound decoded(Mix mix) throws IOException {
        var wav = work.resolve("decoded.wav");
        FFMPEG.run(
                MixCommands.decode(store.file(mix.key()), MediaFormat.MP4, Integer.MAX_VALUE, wav),
                Duration.ofMinutes(1));
        return Sound.read(wav);
    }
}
