package io.moneyprinter.tts.audio;

import java.util.ArrayDeque;

/** Keeps every point of the wave below the ceiling by turning down smoothly around the peaks. */
final class Limiter {

    static final double CEILING_DBTP = -2;
    private static final double CEILING = Math.pow(10, CEILING_DBTP / 20);
    private static final int REACH = Pcm.SAMPLE_RATE * 5 / 1000;

    private Limiter() {}

    static Pcm apply(Pcm pcm) {
        var in = pcm.samples();
        var wanted = TruePeak.peaks(in);
        var quiet = true;
        for (var i = 0; i < in.length; i++) {
            wanted[i] = Math.min(1, CEILING / Math.max(wanted[i], 1e-9));
            quiet &= wanted[i] == 1;
        }
        if (quiet) {
            return pcm;
        }
        // Each minimum in reach is at most what a sample needs, so their mean is too.
        var gains = Envelope.smooth(slidingMinimum(wanted, REACH), REACH);
        var out = new float[in.length];
        for (var i = 0; i < in.length; i++) {
            out[i] = (float) (in[i] * gains[i]);
        }
        return new Pcm(out);
    }

    private static double[] slidingMinimum(double[] values, int reach) {
        var minima = new double[values.length];
        var candidates = new ArrayDeque<Integer>();
        for (var i = 0; i < values.length + reach; i++) {
            if (i < values.length) {
                while (!candidates.isEmpty() && values[candidates.getLast()] >= values[i]) {
                    candidates.removeLast();
                }
                candidates.addLast(i);
            }
            if (i >= reach) {
                while (candidates.getFirst() < i - 2 * reach) {
                    candidates.removeFirst();
                }
                minima[i - reach] = values[candidates.getFirst()];
            }
        }
        return minima;
    }
}
