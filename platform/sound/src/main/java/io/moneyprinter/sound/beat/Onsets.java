package io.moneyprinter.sound.beat;

import java.util.function.LongToDoubleFunction;

/**
 * When something begins in a piece of music, about a hundred times a second: how much louder some bands became.
 *
 * @param all of all bands together, without what is usual around
 * @param low of the lowest band, where the bass drum is
 * @param levels root mean squares of the whole
 * @param hop from one value to the next, in samples
 * @param sampleRate of the sound
 */
@SuppressWarnings("ArrayRecordComponent") // Samples are handed on, never compared.
public record Onsets(double[] all, double[] low, double[] levels, int hop, int sampleRate) {

    private static final int SAMPLE_RATE = 48_000;

    /** Of {@link #of}, in samples. */
    public static final int HOP = SAMPLE_RATE / 100;

    private static final double[] EDGES = {150, 600, 2_500};
    private static final int BANDS = EDGES.length + 1;

    /** What is 50 dB below the loudest is not heard beginning. */
    private static final double FLOOR = 1e-5;

    /** Of a steady tone, whose waves do not fit into hops. */
    private static final double RIPPLE = 0.1;

    /** Half a second on either side is around. */
    private static final int AROUND = 50;

    /** Of sound at 48 kHz, in four bands: quick, and enough for a beat that drums make. */
    public static Onsets of(LongToDoubleFunction samples, long length) {
        var energies = energies(samples, (int) (length / HOP));
        var all = new double[energies.length];
        var low = new double[energies.length];
        var levels = new double[energies.length];
        var loudest = 0.0;
        for (var hop : energies) {
            for (var band : hop) {
                loudest = Math.max(loudest, band);
            }
        }
        var floor = Math.max(1e-12, loudest * FLOOR);
        for (var hop = 0; hop < energies.length; hop++) {
            for (var band = 0; band < BANDS; band++) {
                levels[hop] += energies[hop][band];
                if (hop > 0) {
                    var rise =
                            Math.log((around(energies, hop, band) + floor) / (around(energies, hop - 1, band) + floor));
                    all[hop] += Math.max(0, rise - RIPPLE);
                    low[hop] += band == 0 ? Math.max(0, rise - RIPPLE) : 0;
                }
            }
            levels[hop] = Math.sqrt(levels[hop]);
        }
        return new Onsets(standingOut(all), low, levels, HOP, SAMPLE_RATE);
    }

    /** Over three hops, lest the waves of a low tone count. */
    private static double around(double[][] energies, int hop, int band) {
        var before = energies[Math.max(0, hop - 1)][band];
        var after = energies[Math.min(energies.length - 1, hop + 1)][band];
        return 0.25 * before + 0.5 * energies[hop][band] + 0.25 * after;
    }

    public int length() {
        return all.length;
    }

    /** How alike the onsets are to themselves that many hops later; 1 for exactly. */
    double likeness(double lag) {
        var whole = (int) lag;
        var part = lag - whole;
        return (1 - part) * likeness(whole) + part * likeness(whole + 1);
    }

    private double likeness(int lag) {
        var sum = 0.0;
        var first = 0.0;
        var second = 0.0;
        for (var i = 0; i + lag < all.length; i++) {
            sum += all[i] * all[i + lag];
            first += all[i] * all[i];
            second += all[i + lag] * all[i + lag];
        }
        return first == 0 || second == 0 ? 0 : sum / Math.sqrt(first * second);
    }

    private static double[][] energies(LongToDoubleFunction samples, int hops) {
        var energies = new double[hops][BANDS];
        var smooth = new double[EDGES.length];
        var keep = new double[EDGES.length];
        for (var i = 0; i < EDGES.length; i++) {
            keep[i] = 1 - Math.exp(-2 * Math.PI * EDGES[i] / SAMPLE_RATE);
        }
        for (var hop = 0; hop < hops; hop++) {
            for (var i = 0; i < HOP; i++) {
                var sample = samples.applyAsDouble((long) hop * HOP + i);
                var below = 0.0;
                for (var edge = 0; edge < EDGES.length; edge++) {
                    smooth[edge] += keep[edge] * (sample - smooth[edge]);
                    energies[hop][edge] += (smooth[edge] - below) * (smooth[edge] - below);
                    below = smooth[edge];
                }
                energies[hop][BANDS - 1] += (sample - below) * (sample - below);
            }
        }
        return energies;
    }

    static double[] standingOut(double[] values) {
        var sums = new double[values.length + 1];
        for (var i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        var out = new double[values.length];
        for (var i = 0; i < values.length; i++) {
            var from = Math.max(0, i - AROUND);
            var to = Math.min(values.length, i + AROUND + 1);
            // Spread over its neighbours, an onset is found by a lag that is not a whole number of hops.
            var spread =
                    0.5 * values[i] + 0.25 * (values[Math.max(0, i - 1)] + values[Math.min(values.length - 1, i + 1)]);
            out[i] = Math.max(0, spread - (sums[to] - sums[from]) / (to - from));
        }
        return out;
    }
}
