package io.moneyprinter.tts.audio;

/** Turns loud syllables down, so that soft ones are not lost beside them. What is not loud is not touched. */
final class Compressor {

    /** Speech that is as loud as we make it is around this, its loud syllables above. */
    static final double THRESHOLD_DB = -18;

    static final double RATIO = 2;
    private static final double KNEE_DB = 6;
    private static final int LEVEL_REACH = Pcm.SAMPLE_RATE * 25 / 1000;
    private static final int GAIN_REACH = Pcm.SAMPLE_RATE * 20 / 1000;

    private Compressor() {}

    static Pcm apply(Pcm pcm) {
        var levels = Envelope.levels(pcm.samples(), LEVEL_REACH);
        var wanted = new double[levels.length];
        var loud = false;
        for (var i = 0; i < levels.length; i++) {
            wanted[i] = reduction(levels[i]);
            loud |= wanted[i] > 0;
        }
        if (!loud) {
            return pcm;
        }
        var reductions = Envelope.smooth(wanted, GAIN_REACH);
        var out = new float[levels.length];
        for (var i = 0; i < out.length; i++) {
            out[i] = (float) (pcm.samples()[i] * Math.pow(10, -reductions[i] / 20));
        }
        return new Pcm(out);
    }

    /** In decibels; begins softly around the threshold. */
    private static double reduction(double level) {
        var over = level - THRESHOLD_DB;
        if (over <= -KNEE_DB / 2) {
            return 0;
        }
        var slope = 1 - 1 / RATIO;
        if (over >= KNEE_DB / 2) {
            return slope * over;
        }
        var inKnee = over + KNEE_DB / 2;
        return slope * inKnee * inKnee / (2 * KNEE_DB);
    }
}
