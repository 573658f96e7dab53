package io.moneyprinter.materials.traits;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Asset.Type;
import io.moneyprinter.contracts.materials.SoundTraits;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Loudness;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.sound.beat.Listening;
import io.moneyprinter.sound.music.Genre;
import io.moneyprinter.sound.music.Mood;
import io.moneyprinter.sound.music.MusicLoop;
import io.moneyprinter.testing.SharedFfmpeg;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundMeasuresTests {

    private static final Pad OUT = Pad.label("out");

    @TempDir
    Path work;

    private ObjectStore store;
    private int files;

    @BeforeEach
    void open() {
        store = Intakes.store(work.resolve("home"));
    }

    /** 1 kHz on both channels is as loud as its level says, by the recommendation. */
    @ParameterizedTest
    @CsvSource({"0.1, -20", "0.5, -6.02", "0.01, -40"})
    void measuresLoudnessAndPeak(double amplitude, double lufs) {
        var sound = sound(made(
                "tone.wav",
                "pcm_s16le",
                filter("sine")
                        .with("frequency", 1_000)
                        .with("sample_rate", 48_000)
                        .with("duration", 6),
                // The sine of FFmpeg has an eighth of full scale.
                filter("volume").with("volume", 8 * amplitude),
                filter("pan").with("args", "stereo|c0=c0|c1=c0")));

        assertThat(sound.loudness()).isCloseTo(lufs, within(0.5));
        assertThat(sound.truePeak()).isCloseTo(lufs, within(0.5));
    }

    @Test
    void hearsMusicThroughALossyCodec() {
        var loop = MusicLoop.of(Genre.ELECTRONIC, Mood.ENERGETIC, 2, 126.0, 9, Duration.ofSeconds(30));
        var wav = work.resolve("loop.wav");
        loop.writeTo(wav);
        var key = encoded(wav);

        var measured = TestTraits.in(store).measure(key, Type.AUDIO, 0, 0, Duration.ofSeconds(30));

        var sound = Objects.requireNonNull(measured.traits().sound());
        assertThat(Objects.requireNonNull(sound.bpm())).isCloseTo(126, Percentage.withPercentage(1));
        assertThat(sound.bpmConfidence()).isGreaterThan(0.5);
        assertThat(sound.key()).endsWith("r");
        assertThat(sound.moods()).contains("energetic");
        assertThat(sound.loudness()).isCloseTo(loudness(key), within(0.5)).isCloseTo(-16, within(0.7));
        assertThat(measured.traits().tags()).contains("music", "fast", "energetic");
        assertThat(measured.traits().audible()).isTrue();
        assertThat(measured.beats()).hasSizeGreaterThan(50).isSorted();
        assertThat(measured.beats())
                .filteredOn(beat -> offBeat(beat, 60_000 / 126.0) > 35)
                .hasSizeLessThan(4);
    }

    @Test
    void knowsALoopAsOne() {
        var loop = MusicLoop.of(Genre.CORPORATE, Mood.UPBEAT, 1, null, null, Duration.ofSeconds(20));
        var wav = work.resolve("loop.wav");
        loop.writeTo(wav);
        var key = new ObjectKey("materials/loop.wav");
        store.put(key, wav);

        var traits = TestTraits.in(store).of(key, Type.AUDIO, 0, 0, Duration.ofSeconds(20));

        assertThat(Objects.requireNonNull(traits.sound()).loopable()).isTrue();
        assertThat(traits.tags()).contains("loop");
    }

    /** Whatever is cut in the middle of a tone would go on at its beginning. */
    @Test
    void saysNothingOfAnEndThatItHasNotHeard() {
        var whole = sound(made("tone.wav", "pcm_s16le", tone(30)));
        var longer = sound(made("longer.wav", "pcm_s16le", tone(Listening.LONGEST.toSeconds() + 30)));

        assertThat(whole.loopable()).isTrue();
        assertThat(longer.loopable()).isFalse();
    }

    private static Filter tone(long seconds) {
        return filter("sine")
                .with("frequency", 1_000)
                .with("sample_rate", 48_000)
                .with("duration", (int) seconds);
    }

    @Test
    void hasNothingToSayOfNoiseAndSilence() {
        for (var filters : List.of(
                List.of(filter("anoisesrc")
                        .with("amplitude", 0.1)
                        .with("duration", 8)
                        .with("seed", 1)),
                List.of(filter("anullsrc"), filter("atrim").with("duration", 8)),
                List.of(filter("sine").with("duration", 8)))) {
            var key = made("sound.flac", "flac", filters.toArray(Filter[]::new));
            var measured = TestTraits.in(store).measure(key, Type.AUDIO, 0, 0, Duration.ofSeconds(8));
            var sound = Objects.requireNonNull(measured.traits().sound());

            assertThat(sound.bpm()).isNull();
            assertThat(sound.bpmConfidence()).isZero();
            assertThat(measured.beats()).isEmpty();
        }
    }

    @Test
    void tellsSilenceApart() {
        var sound = sound(
                made("silence.flac", "flac", filter("anullsrc"), filter("atrim").with("duration", 3)));

        assertThat(sound.loudness()).isEqualTo(-70);
        assertThat(sound.truePeak()).isNull();
        assertThat(sound.energy()).isZero();
        assertThat(sound.moods()).isEmpty();
        assertThat(sound.loopable()).isFalse();
    }

    @Test
    void measuresTheShortest() {
        var sound = sound(made("click.wav", "pcm_s16le", filter("sine").with("duration", 0.02)));

        assertThat(sound.bpm()).isNull();
        assertThat(sound.loopable()).isFalse();
    }

    @Test
    void refusesWhatIsNoSound() {
        var key = new ObjectKey("materials/garbage.m4a");
        store.put(key, "no sound at all".getBytes(StandardCharsets.US_ASCII));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> TestTraits.in(store).measure(key, Type.AUDIO, 0, 0, Duration.ZERO));
    }

    private static double offBeat(int at, double beat) {
        return Math.abs(at - beat * Math.rint(at / beat));
    }

    private SoundTraits sound(ObjectKey key) {
        return Objects.requireNonNull(TestTraits.in(store)
                .of(key, Type.AUDIO, 0, 0, Duration.ofSeconds(1))
                .sound());
    }

    private ObjectKey made(String name, String codec, Filter... filters) {
        var file = work.resolve(name);
        var chain = new ArrayList<>(List.of(filters));
        run(FfmpegCommand.of(
                List.of(),
                new FilterGraph(List.of(new Chain(List.of(), chain, List.of(OUT)))),
                Output.to(file, OUT).with("c:a", codec)));
        var key = new ObjectKey("materials/%d-%s".formatted(files++, name));
        store.put(key, file);
        return key;
    }

    private ObjectKey encoded(Path wav) {
        var file = work.resolve("loop.m4a");
        run(FfmpegCommand.of(
                List.of(Input.of(wav)),
                new FilterGraph(List.of(new Chain(List.of(Pad.audio(0)), List.of(filter("anull")), List.of(OUT)))),
                Output.to(file, OUT).with("c:a", "aac").with("b:a", "96k")));
        var key = new ObjectKey("materials/loop.m4a");
        store.put(key, file);
        return key;
    }

    private double loudness(ObjectKey key) {
        var finished = run(FfmpegCommand.of(
                List.of(Input.of(store.file(key))),
                new FilterGraph(List.of(new Chain(
                        List.of(Pad.audio(0)),
                        List.of(filter("ebur128").with("framelog", "quiet").with("peak", "true")),
                        List.of(OUT)))),
                Output.nothing(OUT)));
        return Loudness.integrated(finished);
    }

    private static String run(FfmpegCommand command) {
        return Ffmpeg.require(SharedFfmpeg.ffmpeg().run(command, Duration.ofMinutes(1)))
                .log();
    }
}
