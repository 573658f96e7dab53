package io.moneyprinter.sound.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MusicBedTests {

    private static final int SECOND = MusicBed.SAMPLE_RATE;

    @TempDir
    Path work;

    @Test
    void isTheSameForTheSameSeed() throws IOException {
        assertThat(written(new MusicBed(Mood.DREAMY, 7, 12L * SECOND)))
                .isEqualTo(written(new MusicBed(Mood.DREAMY, 7, 12L * SECOND)));
    }

    @Test
    void isAnotherPieceForAnotherSeed() throws IOException {
        assertThat(written(new MusicBed(Mood.CALM, 7, 12L * SECOND)))
                .isNotEqualTo(written(new MusicBed(Mood.CALM, 8, 12L * SECOND)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 511, 512, 513, 48_000, 144_001, 1_000_003})
    void hasExactlyTheLengthAskedFor(long frames) throws IOException {
        var file = written(new MusicBed(Mood.UPBEAT, 3, frames));

        assertThat(file).hasSize((int) (44 + frames * 4));
        assertThat(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(40))
                .isEqualTo((int) (frames * 4));
    }

    @ParameterizedTest
    @EnumSource
    void neitherClipsNorClicksNorDrifts(Mood mood) throws IOException {
        for (var seed = 1; seed <= 3; seed++) {
            var sound = sound(new MusicBed(mood, seed, 40L * SECOND));

            assertThat(peak(sound)).isBetween(0.15, Math.pow(10, -1 / 20.0));
            assertThat(steepest(sound)).isLessThan(0.25);
            assertThat(Math.abs(mean(sound))).isLessThan(0.0001);
        }
    }

    @ParameterizedTest
    @EnumSource
    void startsAndEndsSoftlyAndIsNeverSilentBetween(Mood mood) throws IOException {
        var sound = sound(new MusicBed(mood, 5, 30L * SECOND));
        var loud = loudness(sound, 0, sound.length);

        assertThat(Math.abs(sound[0])).isLessThan(0.01);
        assertThat(loudness(sound, 0, SECOND / 50)).isLessThan(0.6 * loud);
        assertThat(sound[sound.length - 1]).isZero();
        assertThat(loudness(sound, sound.length - SECOND / 10, sound.length)).isLessThan(0.1 * loud);
        for (var from = SECOND; from < sound.length - 3 * SECOND; from += SECOND) {
            assertThat(loudness(sound, from, from + SECOND)).isGreaterThan(0.2 * loud);
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheBandOfSpeechToTheVoice(Mood mood) throws IOException {
        var sound = sound(new MusicBed(mood, 5, 30L * SECOND));
        var speech = Spectrum.power(sound, 1000, 4000);

        assertThat(speech).isBetween(0.0005, 0.1);
    }

    @Test
    void keepsMoodsApart() throws IOException {
        var calm = sound(new MusicBed(Mood.CALM, 1, 40L * SECOND));
        var upbeat = sound(new MusicBed(Mood.UPBEAT, 1, 40L * SECOND));

        assertThat(Spectrum.power(upbeat, 4000, 12000)).isGreaterThan(3 * Spectrum.power(calm, 4000, 12000));
        assertThat(Composer.compose(new MusicBed(Mood.UPBEAT, 1, 40L * SECOND)).notes())
                .hasSizeGreaterThan(2
                        * Composer.compose(new MusicBed(Mood.DREAMY, 1, 40L * SECOND))
                                .notes()
                                .size());
    }

    @Test
    void refusesNoLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MusicBed(Mood.CALM, 1, 0))
                .withMessage("frames: 0 (expected: 1 to 172800000)");
    }

    private byte[] written(MusicBed bed) throws IOException {
        var file = work.resolve("bed.wav");
        bed.writeTo(file);
        return Files.readAllBytes(file);
    }

    /** The left channel. */
    private double[] sound(MusicBed bed) throws IOException {
        var samples = ByteBuffer.wrap(written(bed))
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(44)
                .slice();
        var shorts = samples.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        var sound = new double[(int) bed.frames()];
        for (var i = 0; i < sound.length; i++) {
            sound[i] = shorts.get(2 * i) / 32768.0;
        }
        return sound;
    }

    private static double peak(double[] sound) {
        var peak = 0.0;
        for (var value : sound) {
            peak = Math.max(peak, Math.abs(value));
        }
        return peak;
    }

    private static double steepest(double[] sound) {
        var steepest = 0.0;
        for (var i = 1; i < sound.length; i++) {
            steepest = Math.max(steepest, Math.abs(sound[i] - sound[i - 1]));
        }
        return steepest;
    }

    private static double mean(double[] sound) {
        var sum = 0.0;
        for (var value : sound) {
            sum += value;
        }
        return sum / sound.length;
    }

    private static double loudness(double[] sound, int from, int to) {
        var sum = 0.0;
        for (var i = from; i < to; i++) {
            sum += sound[i] * sound[i];
        }
        return Math.sqrt(sum / (to - from));
    }

    /** How much of a sound's power lies between two frequencies. */
    private static final class Spectrum {

        private Spectrum() {}

        static double power(double[] sound, double from, double to) {
            var low = new LowPass[] {new LowPass(to, 0.7), new LowPass(to, 0.7)};
            var high = new Biquad[] {Biquad.highPass(from, 0.7), Biquad.highPass(from, 0.7)};
            var within = 0.0;
            var all = 0.0;
            for (var value : sound) {
                var band = high[1].next(high[0].next(low[1].next(low[0].next(value))));
                within += band * band;
                all += value * value;
            }
            return within / all;
        }
    }
}
