package io.moneyprinter.tts.audio;

/** Turns hissing consonants down where they are sharp, and only the band they hiss in. */
final class DeEsser {

    static final double BAND_HERTZ = 4_500;

    /** Hisses of speech that is as loud as we make it are below this, unless they are sharp. */
    static final double THRESHOLD_DB = -28;

    private static final double RATIO = 3;
    private static final double MOST_DB = 10;

    /** Where the band is further below the whole, something else than a hiss is heard. */
    private static final double DOMINANT_DB = -8;

    private static final int TAPS = 63;
    private static final double[] BAND = highPass();
    private static final int LEVEL_REACH = Pcm.SAMPLE_RATE * 5 / 1000;
    private static final int GAIN_REACH = Pcm.SAMPLE_RATE * 5 / 1000;

    private DeEsser() {}

    static Pcm apply(Pcm pcm) {
        var in = pcm.samples();
        var band = band(in);
        var levels = Envelope.levels(band, LEVEL_REACH);
        var whole = Envelope.levels(in, LEVEL_REACH);
        var wanted = new double[in.length];
        var sharp = false;
        for (var i = 0; i < in.length; i++) {
            if (levels[i] > THRESHOLD_DB && levels[i] - whole[i] > DOMINANT_DB) {
                wanted[i] = Math.min(MOST_DB, (levels[i] - THRESHOLD_DB) * (1 - 1 / RATIO));
                sharp = true;
            }
        }
        if (!sharp) {
            return pcm;
        }
        var reductions = Envelope.smooth(wanted, GAIN_REACH);
        var out = new float[in.length];
        for (var i = 0; i < in.length; i++) {
            out[i] = (float) (in[i] - (1 - Math.pow(10, -reductions[i] / 20)) * band[i]);
        }
        return new Pcm(out);
    }

    /** What is above the border, in step with the whole: taking some of it away changes no phase. */
    private static float[] band(float[] in) {
        var out = new float[in.length];
        for (var i = 0; i < in.length; i++) {
            var sum = 0.0;
            var from = Math.max(0, i - TAPS / 2);
            var to = Math.min(in.length - 1, i + TAPS / 2);
            for (var j = from; j <= to; j++) {
                sum += in[j] * BAND[j - i + TAPS / 2];
            }
            out[i] = (float) sum;
        }
        return out;
    }

    /** A windowed sinc, symmetric around its middle. */
    private static double[] highPass() {
        var taps = new double[TAPS];
        var sum = 0.0;
        for (var k = 0; k < TAPS; k++) {
            var at = k - TAPS / 2;
            var low = 2 * BAND_HERTZ / Pcm.SAMPLE_RATE;
            var sinc = at == 0 ? low : Math.sin(Math.PI * low * at) / (Math.PI * at);
            taps[k] = sinc * (0.54 + 0.46 * Math.cos(2 * Math.PI * at / (TAPS - 1)));
            sum += taps[k];
        }
        for (var k = 0; k < TAPS; k++) {
            taps[k] = (k == TAPS / 2 ? 1 : 0) - taps[k] / sum;
        }
        return taps;
    }
}
