package io.moneyprinter.tts.alignment;

import io.moneyprinter.sound.Fourier;
import io.moneyprinter.tts.audio.Pcm;

/** The power spectrum of each frame of sound, up to 8 kHz: above there is little that tells one phone from another. */
final class Spectra {

    static final int SAMPLE_RATE = 16_000;
    static final int SIZE = 512;
    static final int BINS = SIZE / 2 + 1;

    private static final int DECIMATION = Pcm.SAMPLE_RATE / SAMPLE_RATE;
    private static final int WINDOW = SAMPLE_RATE * 25 / 1000;
    private static final double PRE_EMPHASIS = 0.97;

    /** Taps on each side of the low-pass before two of three samples are left out. */
    private static final int REACH = 30;

    private static final double CUTOFF_HERTZ = 7200;

    private final float[][] powers;

    private Spectra(float[][] powers) {
        this.powers = powers;
    }

    static Spectra of(Pcm sound, Frames frames) {
        var samples = emphasised(decimated(sound.samples()));
        var fourier = new Fourier(SIZE);
        var hamming = hamming();
        var powers = new float[frames.size()][BINS];
        for (var frame = 0; frame < powers.length; frame++) {
            var real = new double[SIZE];
            var imaginary = new double[SIZE];
            var from = (int) Math.round(frames.center(frame) / DECIMATION) - WINDOW / 2;
            for (var i = Math.max(0, -from); i < WINDOW && from + i < samples.length; i++) {
                real[i] = samples[from + i] * hamming[i];
            }
            fourier.transform(real, imaginary);
            for (var bin = 0; bin < BINS; bin++) {
                powers[frame][bin] = (float) (real[bin] * real[bin] + imaginary[bin] * imaginary[bin]);
            }
        }
        return new Spectra(powers);
    }

    private static float[] decimated(float[] samples) {
        var taps = lowPass();
        var out = new float[samples.length / DECIMATION];
        for (var n = 0; n < out.length; n++) {
            var sum = 0.0;
            var center = n * DECIMATION;
            for (var k = Math.max(-REACH, -center); k <= REACH && center + k < samples.length; k++) {
                sum += taps[k + REACH] * samples[center + k];
            }
            out[n] = (float) sum;
        }
        return out;
    }

    /** A sinc with a Hann window. */
    private static double[] lowPass() {
        var taps = new double[2 * REACH + 1];
        var cutoff = 2 * CUTOFF_HERTZ / Pcm.SAMPLE_RATE;
        for (var k = -REACH; k <= REACH; k++) {
            var sinc = k == 0 ? cutoff : Math.sin(Math.PI * cutoff * k) / (Math.PI * k);
            taps[k + REACH] = sinc * (0.5 + 0.5 * Math.cos(Math.PI * k / (REACH + 1)));
        }
        return taps;
    }

    private static float[] emphasised(float[] samples) {
        var out = new float[samples.length];
        for (var i = 0; i < out.length; i++) {
            out[i] = (float) (samples[i] - (i == 0 ? 0 : PRE_EMPHASIS * samples[i - 1]));
        }
        return out;
    }

    private static double[] hamming() {
        var window = new double[WINDOW];
        for (var i = 0; i < WINDOW; i++) {
            window[i] = 0.54 - 0.46 * Math.cos(2 * Math.PI * i / (WINDOW - 1));
        }
        return window;
    }

    int frames() {
        return powers.length;
    }

    float[] power(int frame) {
        return powers[frame];
    }
}
