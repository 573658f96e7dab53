package io.moneyprinter.sound.music;

/** A state-variable low-pass of second order that stays stable while its cut-off moves. */
final class LowPass {

    private double a1;
    private double a2;
    private double a3;
    private double first;
    private double second;

    LowPass(double hertz, double resonance) {
        tune(hertz, resonance);
    }

    /** Moves the cut-off without a click. */
    void tune(double hertz, double resonance) {
        var g = Math.tan(Math.PI * Math.min(hertz, 0.45 * MusicBed.SAMPLE_RATE) / MusicBed.SAMPLE_RATE);
        a1 = 1 / (1 + g * (g + 1 / resonance));
        a2 = g * a1;
        a3 = g * a2;
    }

    double next(double in) {
        var v3 = in - second;
        var v1 = a1 * first + a2 * v3;
        var v2 = second + a2 * first + a3 * v3;
        first = 2 * v1 - first;
        second = 2 * v2 - second;
        return v2;
    }
}
