package io.moneyprinter.tts.audio;

/** A second-order filter with its memory; one per stream of samples. */
final class Biquad {

    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double z1;
    private double z2;

    Biquad(double b0, double b1, double b2, double a1, double a2) {
        this.b0 = b0;
        this.b1 = b1;
        this.b2 = b2;
        this.a1 = a1;
        this.a2 = a2;
    }

    /** A Butterworth high-pass, as in the Audio EQ Cookbook. */
    static Biquad highPass(double hertz) {
        var omega = 2 * Math.PI * hertz / Pcm.SAMPLE_RATE;
        var cosine = Math.cos(omega);
        var alpha = Math.sin(omega) / Math.sqrt(2);
        var a0 = 1 + alpha;
        return new Biquad(
                (1 + cosine) / 2 / a0, -(1 + cosine) / a0, (1 + cosine) / 2 / a0, -2 * cosine / a0, (1 - alpha) / a0);
    }

    double next(double in) {
        var out = b0 * in + z1;
        z1 = b1 * in - a1 * out + z2;
        z2 = b2 * in - a2 * out;
        return out;
    }
}
