package io.moneyprinter.tts.audio;

/**
 * How something changes over time, seen from the middle: what comes counts as much as what was. All sound is in memory,
 * so that nothing is late and nothing has to be moved back.
 */
final class Envelope {

    private Envelope() {}

    /** Level around each sample in decibels, from that many samples before it to as many after it. */
    static double[] levels(float[] samples, int reach) {
        var squares = new double[samples.length];
        for (var i = 0; i < samples.length; i++) {
            squares[i] = (double) samples[i] * samples[i];
        }
        var levels = smooth(squares, reach);
        for (var i = 0; i < levels.length; i++) {
            levels[i] = 10 * Math.log10(Math.max(levels[i], 1e-12));
        }
        return levels;
    }

    /** The mean around each value. */
    static double[] smooth(double[] values, int reach) {
        var sums = new double[values.length + 1];
        for (var i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        var smooth = new double[values.length];
        for (var i = 0; i < values.length; i++) {
            var from = Math.max(0, i - reach);
            var to = Math.min(values.length, i + reach + 1);
            smooth[i] = (sums[to] - sums[from]) / (to - from);
        }
        return smooth;
    }
}
