package io.moneyprinter.video.audio;

/** Finds the peaks between samples, at four times the rate, as ITU-R BS.1770-4 Annex 2 does. */
final class TruePeak {

    /** How many samples later {@link #next} tells of a sample. */
    static final int DELAY = 6;

    private static final int TAPS = 12;
    private static final int PHASES = 4;
    private static final double[][] FILTER = filter();

    /** Peaks between samples that are all lower than this share of the limit stay below it. */
    private static final double HARMLESS = 0.5;

    private final double harmless;

    /** Every sample twice, so that the last {@link #TAPS} always lie in a row. */
    private final double[] recent = new double[2 * TAPS];

    private int at;
    private int quietFor = TAPS;

    /** @param limit peaks far below it need not be known exactly */
    TruePeak(double limit) {
        harmless = HARMLESS * limit;
    }

    /** The highest level around the sample that was given {@link #DELAY} samples ago. */
    double next(double sample) {
        recent[at] = sample;
        recent[at + TAPS] = sample;
        at = (at + 1) % TAPS;
        quietFor = Math.abs(sample) > harmless ? 0 : quietFor + 1;
        var middle = Math.abs(recent[at + TAPS - 1 - DELAY]);
        if (quietFor >= TAPS) {
            return middle;
        }
        var highest = middle;
        for (var phase = 1; phase < PHASES; phase++) {
            var taps = FILTER[phase];
            var sum = 0.0;
            for (var i = 0; i < TAPS; i++) {
                sum += taps[i] * recent[at + i];
            }
            highest = Math.max(highest, Math.abs(sum));
        }
        return highest;
    }

    /** Windowed sines: phase p is the signal p quarters after the sample in the middle. */
    private static double[][] filter() {
        var filter = new double[PHASES][TAPS];
        for (var phase = 0; phase < PHASES; phase++) {
            var sum = 0.0;
            for (var i = 0; i < TAPS; i++) {
                var distance = i - (TAPS - 1 - DELAY) - phase / (double) PHASES;
                var sinc = distance == 0 ? 1 : Math.sin(Math.PI * distance) / (Math.PI * distance);
                var window = Math.cos(Math.PI * distance / (TAPS + 1.5));
                filter[phase][i] = sinc * window;
                sum += filter[phase][i];
            }
            for (var i = 0; i < TAPS; i++) {
                filter[phase][i] /= sum;
            }
        }
        return filter;
    }
}
