package io.moneyprinter.tts.audio;

/** How far the wave goes between its samples, as ITU-R BS.1770 looks for it: at four times the rate. */
final class TruePeak {

    private static final int PHASES = 4;

    /** Of the sinc on either side. */
    private static final int REACH = 12;

    private static final double[][] SINCS = sincs();

    private TruePeak() {}

    /** In dBTP; minus infinity for silence. */
    static double of(Pcm pcm) {
        var highest = 0.0;
        for (var peak : peaks(pcm.samples())) {
            highest = Math.max(highest, peak);
        }
        return 20 * Math.log10(highest);
    }

    /** The highest point from each sample up to the next one. */
    static double[] peaks(float[] samples) {
        var peaks = new double[samples.length];
        for (var i = 0; i < samples.length; i++) {
            var peak = (double) Math.abs(samples[i]);
            for (var phase = 1; phase < PHASES; phase++) {
                peak = Math.max(peak, Math.abs(between(samples, i, SINCS[phase])));
            }
            peaks[i] = peak;
        }
        return peaks;
    }

    private static double between(float[] samples, int at, double[] sinc) {
        var sum = 0.0;
        var from = Math.max(0, at - REACH + 1);
        var to = Math.min(samples.length - 1, at + REACH);
        for (var j = from; j <= to; j++) {
            sum += samples[j] * sinc[j - at + REACH - 1];
        }
        return sum;
    }

    private static double[][] sincs() {
        var sincs = new double[PHASES][2 * REACH];
        for (var phase = 1; phase < PHASES; phase++) {
            for (var k = 0; k < 2 * REACH; k++) {
                var distance = k - REACH + 1 - (double) phase / PHASES;
                var window = 0.5 + 0.5 * Math.cos(Math.PI * distance / (REACH + 1));
                sincs[phase][k] = window * Math.sin(Math.PI * distance) / (Math.PI * distance);
            }
        }
        return sincs;
    }
}
