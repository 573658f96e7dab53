package io.moneyprinter.tts.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is done to sharp, loud and too loud moments, and that nothing moves by it. */
class DynamicsTests {

    private static final int SECOND = Pcm.SAMPLE_RATE;

    @Test
    void turnsAHissDownByTwoThirdsOfWhatItIsTooLoud() {
        var hiss = hiss(-19);

        var after = DeEsser.apply(hiss);

        assertThat(level(after, SECOND / 4, SECOND / 2)).isCloseTo(-25, within(0.7));
    }

    @Test
    void leavesVowelsAndSoftHissesAsTheyAre() {
        var vowel = tone(220, -15);
        var soft = hiss(-30);

        assertThat(DeEsser.apply(vowel)).isSameAs(vowel);
        assertThat(DeEsser.apply(soft)).isSameAs(soft);
    }

    @Test
    void turnsTheHissDownAndNotTheVowelBesideIt() {
        var samples = tone(220, -15).samples();
        System.arraycopy(hiss(-16).samples(), 0, samples, SECOND / 2, SECOND / 10);

        var after = DeEsser.apply(new Pcm(samples));

        assertThat(level(after, SECOND / 2 + 1_000, SECOND / 2 + 3_800)).isCloseTo(-24, within(0.8));
        assertThat(Arrays.copyOf(after.samples(), SECOND / 2 - 1_000))
                .isEqualTo(Arrays.copyOf(samples, SECOND / 2 - 1_000));
        assertThat(Arrays.copyOfRange(after.samples(), 6 * SECOND / 10 + 1_000, SECOND))
                .isEqualTo(Arrays.copyOfRange(samples, 6 * SECOND / 10 + 1_000, SECOND));
    }

    @Test
    void halvesTheDifferenceBetweenLoudMoments() {
        var samples = tone(300, -6).samples();
        System.arraycopy(tone(300, -14).samples(), 0, samples, SECOND / 2, SECOND / 2);

        var after = Compressor.apply(new Pcm(samples));

        assertThat(level(after, SECOND / 8, SECOND / 4)).isCloseTo(-12, within(0.1));
        assertThat(level(after, 5 * SECOND / 8, 3 * SECOND / 4)).isCloseTo(-16, within(0.1));
    }

    @Test
    void leavesQuietSpeechAsItIs() {
        var quiet = tone(300, -22);

        assertThat(Compressor.apply(quiet)).isSameAs(quiet);
        assertThat(Limiter.apply(quiet)).isSameAs(quiet);
    }

    @Test
    void letsNoPointOfTheWavePastTheCeiling() {
        // Between the samples of a quarter of the rate, the wave goes 3 dB higher than at them.
        var samples = new float[SECOND];
        for (var i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.95 * Math.sin(Math.PI / 2 * i + Math.PI / 4));
        }
        samples[SECOND / 3] = 1;
        samples[SECOND / 2] = -1;

        var after = Limiter.apply(new Pcm(samples));

        assertThat(TruePeak.of(new Pcm(samples))).isGreaterThan(-0.5);
        assertThat(TruePeak.of(after)).isLessThanOrEqualTo(Limiter.CEILING_DBTP + 0.1);
    }

    @Test
    void seesPeaksBetweenSamples() {
        var samples = new float[SECOND / 10];
        for (var i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(Math.PI / 2 * i + Math.PI / 4));
        }

        assertThat(TruePeak.of(new Pcm(samples))).isCloseTo(20 * Math.log10(0.5), within(0.3));
    }

    /** Word times are those of the sound as it came. */
    @Test
    void movesNothing() {
        var samples = new float[3 * SECOND];
        for (var word = 0; word < 6; word++) {
            var loud = word % 2 == 0 ? 0.9 : 0.15;
            for (var i = 0; i < 14_400; i++) {
                var envelope = Math.sin(Math.PI * i / 14_400);
                samples[word * SECOND / 2 + i] = (float) (loud * envelope * Math.sin(2 * Math.PI * 200 * i / SECOND));
            }
            System.arraycopy(hiss(-14).samples(), 0, samples, word * SECOND / 2 + 15_000, 4_000);
        }

        var polish = Polish.of(new Pcm(samples), 0);

        var before = loudness(Arrays.copyOfRange(samples, polish.head(), samples.length));
        var after = loudness(polish.pcm().samples());
        assertThat(bestLag(before, after)).isBetween(-SECOND / 2000, SECOND / 2000);
        assertThat(polish.levels()).isNotNull();
        assertThat(polish.levels().after().truePeakDbtp()).isLessThanOrEqualTo(-1.9);
    }

    /** How loud it is from moment to moment; the high-pass turns the phase of low tones. */
    private static double[] loudness(float[] samples) {
        var loudness = new double[samples.length];
        for (var i = 0; i < samples.length; i++) {
            loudness[i] = Math.abs(samples[i]);
        }
        return Envelope.smooth(loudness, SECOND / 200);
    }

    /** Where two curves rise and fall together. */
    private static int bestLag(double[] one, double[] other) {
        var best = 0;
        var highest = Double.NEGATIVE_INFINITY;
        for (var lag = -300; lag <= 300; lag++) {
            var sum = 0.0;
            for (var i = 300; i < Math.min(one.length, other.length) - 301; i++) {
                sum += (one[i + 1] - one[i]) * (other[i + lag + 1] - other[i + lag]);
            }
            if (sum > highest) {
                highest = sum;
                best = lag;
            }
        }
        return best;
    }

    private static Pcm tone(double hertz, double levelDb) {
        var samples = new float[SECOND];
        for (var i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.sin(2 * Math.PI * hertz * i / SECOND);
        }
        return atLevel(samples, levelDb);
    }

    /** Noise without anything below 6.5 kHz. */
    private static Pcm hiss(double levelDb) {
        var random = new Random(1);
        var samples = new float[SECOND];
        var filters = new Biquad[] {Biquad.highPass(6_500), Biquad.highPass(6_500), Biquad.highPass(6_500)};
        for (var i = 0; i < samples.length; i++) {
            var value = random.nextGaussian();
            for (var filter : filters) {
                value = filter.next(value);
            }
            samples[i] = (float) value;
        }
        return atLevel(samples, levelDb);
    }

    private static Pcm atLevel(float[] samples, double levelDb) {
        var pcm = new Pcm(samples);
        return pcm.gained(levelDb - level(pcm, 0, samples.length));
    }

    private static double level(Pcm pcm, int from, int to) {
        var sum = 0.0;
        for (var i = from; i < to; i++) {
            sum += pcm.samples()[i] * pcm.samples()[i];
        }
        return 10 * Math.log10(sum / (to - from));
    }
}
