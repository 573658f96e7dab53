package io.moneyprinter.sound.beat;

import io.moneyprinter.sound.Fourier;
import java.util.Arrays;

/** What sound is made of, frame by frame: what begins in it, which notes are in it, how bright it is. */
final class Spectra {

    /** Samples a second; above half of it little is musical. */
    static final int SAMPLE_RATE = 22_050;

    static final int HOP = SAMPLE_RATE / 100;

    private static final int SIZE = 1024;
    private static final int BINS = SIZE / 2;
    private static final int BANDS = 40;
    private static final double LOWEST = 40;
    private static final double HIGHEST = 10_000;

    /** Where the bass drum is. */
    private static final double LOW = 150;

    /** What is 60 dB below the loudest band is not heard beginning. */
    private static final double FLOOR = 1e-6;

    /** Of a steady tone, whose waves do not fit into hops, in nepers. */
    private static final double RIPPLE = 0.08;

    /**
     * An onset is seen before the window's middle has come to it, since the first of it is what counts most; found with
     * clicks and drums.
     */
    private static final int EARLY = 60;

    private Spectra() {}

    /**
     * @param onsets of the whole; a hop stands for the time {@link #time} gives
     * @param centroid hertz around which most of it is, counted in octaves; 0 for silence
     */
    record Heard(Onsets onsets, double centroid) {}

    static Heard of(float[] sound) {
        var hops = sound.length / HOP;
        var bands = new float[hops][];
        var levels = new double[hops];
        var fourier = new Fourier(SIZE);
        var window = window(SIZE);
        var edges = edges();
        var power = new double[BINS];
        var real = new double[SIZE];
        var imaginary = new double[SIZE];
        var octaves = 0.0;
        var all = 0.0;
        for (var hop = 0; hop < hops; hop++) {
            fill(sound, hop * HOP - SIZE / 2, window, real);
            Arrays.fill(imaginary, 0);
            fourier.transform(real, imaginary);
            for (var bin = 0; bin < BINS; bin++) {
                power[bin] = real[bin] * real[bin] + imaginary[bin] * imaginary[bin];
            }
            bands[hop] = bands(power, edges);
            for (var bin = 2; bin < BINS; bin++) {
                var weight = Math.sqrt(power[bin]);
                octaves += weight * Math.log(bin * (double) SAMPLE_RATE / SIZE);
                all += weight;
            }
            for (var i = hop * HOP; i < (hop + 1) * HOP; i++) {
                levels[hop] += sound[i] * sound[i];
            }
            levels[hop] = Math.sqrt(levels[hop]);
        }
        return new Heard(onsets(bands, levels), all == 0 ? 0 : Math.exp(octaves / all));
    }

    /** When what is seen in a hop begins, in seconds. */
    static double time(double hop) {
        return (hop * HOP + EARLY) / SAMPLE_RATE;
    }

    private static Onsets onsets(float[][] bands, double[] levels) {
        var loudest = 0.0;
        for (var hop : bands) {
            for (var band : hop) {
                loudest = Math.max(loudest, band);
            }
        }
        var floor = Math.max(1e-12, loudest * FLOOR);
        var all = new double[bands.length];
        var low = new double[bands.length];
        var lowBands = (int) Math.ceil(BANDS * Math.log(LOW / LOWEST) / Math.log(HIGHEST / LOWEST));
        for (var hop = 2; hop < bands.length; hop++) {
            for (var band = 0; band < BANDS; band++) {
                // Two hops apart: a window is longer than a hop, and a rise takes more than one.
                var rise = 0.5 * Math.log((bands[hop][band] + floor) / (bands[hop - 2][band] + floor)) - RIPPLE;
                if (rise > 0) {
                    all[hop] += rise;
                    low[hop] += band < lowBands ? rise : 0;
                }
            }
        }
        return new Onsets(Onsets.standingOut(all), low, levels, HOP, SAMPLE_RATE);
    }

    private static float[] bands(double[] power, int[] edges) {
        var bands = new float[BANDS];
        for (var band = 0; band < BANDS; band++) {
            var sum = 0.0;
            for (var bin = edges[band]; bin < Math.max(edges[band] + 1, edges[band + 1]); bin++) {
                sum += power[bin];
            }
            bands[band] = (float) sum;
        }
        return bands;
    }

    private static int[] edges() {
        var edges = new int[BANDS + 1];
        for (var band = 0; band <= BANDS; band++) {
            var hertz = LOWEST * Math.pow(HIGHEST / LOWEST, band / (double) BANDS);
            edges[band] = Math.min(BINS - 1, (int) Math.round(hertz * SIZE / SAMPLE_RATE));
        }
        return edges;
    }

    static double[] window(int size) {
        var window = new double[size];
        for (var i = 0; i < size; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
        }
        return window;
    }

    static void fill(float[] sound, int from, double[] window, double[] real) {
        for (var i = 0; i < window.length; i++) {
            var at = from + i;
            real[i] = at < 0 || at >= sound.length ? 0 : sound[at] * window[i];
        }
    }
}
