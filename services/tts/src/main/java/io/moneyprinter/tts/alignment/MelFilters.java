package io.moneyprinter.tts.alignment;

/** Triangles over a spectrum, as narrow as the ear hears at their pitch. */
final class MelFilters {

    static final int COUNT = 26;

    private static final double LOWEST_HERTZ = 80;
    private static final double HIGHEST_HERTZ = 6600;

    /** Up to here a longer throat scales everything; above, what is left is spread so that the ends meet. */
    private static final double KNEE_HERTZ = 5000;

    private final int[] firsts = new int[COUNT];
    private final float[][] weights = new float[COUNT][];

    /** @param stretch how many times higher the resonances of the speaker lie than usual */
    MelFilters(double stretch) {
        var edges = new double[COUNT + 2];
        for (var i = 0; i < edges.length; i++) {
            var mel = mel(LOWEST_HERTZ) + (mel(HIGHEST_HERTZ) - mel(LOWEST_HERTZ)) * i / (COUNT + 1);
            edges[i] = stretched(hertz(mel), stretch) * Spectra.SIZE / Spectra.SAMPLE_RATE;
        }
        for (var filter = 0; filter < COUNT; filter++) {
            var first = (int) Math.floor(edges[filter]);
            var last = Math.min(Spectra.BINS - 1, (int) Math.ceil(edges[filter + 2]));
            firsts[filter] = first;
            weights[filter] = new float[last - first + 1];
            for (var bin = first; bin <= last; bin++) {
                var rise = (bin - edges[filter]) / (edges[filter + 1] - edges[filter]);
                var fall = (edges[filter + 2] - bin) / (edges[filter + 2] - edges[filter + 1]);
                weights[filter][bin - first] = (float) Math.max(0, Math.min(rise, fall));
            }
        }
    }

    private static double stretched(double hertz, double stretch) {
        var knee = KNEE_HERTZ * Math.min(1, 1 / stretch);
        var top = Spectra.SAMPLE_RATE / 2.0;
        return hertz <= knee
                ? hertz * stretch
                : knee * stretch + (hertz - knee) * (top - knee * stretch) / (top - knee);
    }

    private static double mel(double hertz) {
        return 2595 * Math.log10(1 + hertz / 700);
    }

    private static double hertz(double mel) {
        return 700 * (Math.pow(10, mel / 2595) - 1);
    }

    double energy(int filter, float[] power) {
        var sum = 0.0;
        var first = firsts[filter];
        var weight = weights[filter];
        for (var i = 0; i < weight.length; i++) {
            sum += weight[i] * power[first + i];
        }
        return sum;
    }
}
