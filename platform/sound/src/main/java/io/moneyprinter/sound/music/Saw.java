package io.moneyprinter.sound.music;

/** A saw wave whose corner is rounded off, so that it does not alias. */
final class Saw {

    private Saw() {}

    /**
     * @param phase 0 to 1
     * @param step what the phase grows by in a frame
     */
    static double of(double phase, double step) {
        var value = 2 * phase - 1;
        if (phase < step) {
            var t = phase / step;
            return value - (t + t - t * t - 1);
        }
        if (phase > 1 - step) {
            var t = (phase - 1) / step;
            return value - (t * t + t + t + 1);
        }
        return value;
    }

    /** The phase of the same wave within its first turn. */
    static double wrapped(double phase) {
        return phase >= 1 ? phase - 1 : phase;
    }
}
