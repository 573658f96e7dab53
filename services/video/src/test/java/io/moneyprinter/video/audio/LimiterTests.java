package io.moneyprinter.video.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimiterTests {

    private static final double LIMIT = 0.5;

    @Test
    void leavesQuietSoundAsItIs() {
        var sound = Sound.tone(440, 0.5, 0.49);

        var limited = limited(sound, 500);

        for (var i = 0; i < sound.samples().length; i++) {
            assertThat((double) limited[i]).isCloseTo(sound.samples()[i], within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void letsNothingThroughAboveTheLimit(long seed) {
        var random = new Random(seed);
        var sound = Sound.of(1, i -> (i / 4_800 % 3 == 0 ? 3 : 0.2) * random.nextGaussian());

        var limited = limited(sound, 1 + random.nextInt(4_000));

        var peak = new TruePeak(0.01);
        var highest = 0.0;
        for (var sample : limited) {
            assertThat(Math.abs(sample)).isLessThanOrEqualTo((float) (LIMIT * 1.0001));
            highest = Math.max(highest, peak.next(sample));
        }
        // Gain that moves makes new peaks between samples, but hardly any.
        assertThat(20 * Math.log10(highest / LIMIT)).isBetween(-1.0, 0.3);
    }

    @Test
    void seesPeaksBetweenSamples() {
        // A quarter of the sample rate, shifted: every sample is 3 dB below the wave's top.
        var sound = Sound.of(0.2, i -> 0.7 * Math.sin(Math.PI / 2 * i + Math.PI / 4));
        assertThat(sound.peak()).isCloseTo(0.495, within(0.001));

        var limited = limited(sound, 700);

        var middle = Arrays.copyOfRange(limited, 4_000, 5_000);
        var top = 0.0;
        for (var sample : middle) {
            top = Math.max(top, Math.abs(sample));
        }
        assertThat(top * Math.sqrt(2)).isCloseTo(LIMIT, within(0.02));
    }

    /** In blocks of a size, and put back where it was. */
    private static float[] limited(Sound sound, int block) {
        var limiter = new Limiter(LIMIT);
        var length = sound.samples().length;
        var all = new float[length + Limiter.DELAY];
        for (var i = 0; i < length; i++) {
            all[i] = (float) sound.samples()[i];
        }
        for (var at = 0; at < all.length; at += block) {
            var left = Arrays.copyOfRange(all, at, Math.min(all.length, at + block));
            var right = left.clone();
            limiter.process(left, right, left.length);
            assertThat(right).isEqualTo(left);
            System.arraycopy(left, 0, all, at, left.length);
        }
        return Arrays.copyOfRange(all, Limiter.DELAY, all.length);
    }
}
