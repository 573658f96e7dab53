package io.moneyprinter.sound.music;

/** A filter of second order, by the formulas of Robert Bristow-Johnson's cookbook. */
final class Biquad {

    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double z1;
    private double z2;

    private Biquad(double b0, double b1, double b2, double a0, double a1, double a2) {
        this.b0 = b0 / a0;
        this.b1 = b1 / a0;
        this.b2 = b2 / a0;
        this.a1 = a1 / a0;
        this.a2 = a2 / a0;
    }

    static Biquad highPass(double hertz, double quality) {
        var w = 2 * Math.PI * hertz / MusicBed.SAMPLE_RATE;
        var alpha = Math.sin(w) / (2 * quality);
        var cos = Math.cos(w);
        return new Biquad((1 + cos) / 2, -(1 + cos), (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    static Biquad peak(double hertz, double quality, double decibels) {
        var w = 2 * Math.PI * hertz / MusicBed.SAMPLE_RATE;
        var alpha = Math.sin(w) / (2 * quality);
        var a = Math.pow(10, decibels / 40);
        var cos = Math.cos(w);
        return new Biquad(1 + alpha * a, -2 * cos, 1 - alpha * a, 1 + alpha / a, -2 * cos, 1 - alpha / a);
    }

    static Biquad highShelf(double hertz, double decibels) {
        var w = 2 * Math.PI * hertz / MusicBed.SAMPLE_RATE;
        var a = Math.pow(10, decibels / 40);
        var cos = Math.cos(w);
        var slope = 2 * Math.sqrt(a) * Math.sin(w) / 2 * Math.sqrt(2);
        return new Biquad(
                a * (a + 1 + (a - 1) * cos + slope),
                -2 * a * (a - 1 + (a + 1) * cos),
                a * (a + 1 + (a - 1) * cos - slope),
                a + 1 - (a - 1) * cos + slope,
                2 * (a - 1 - (a + 1) * cos),
                a + 1 - (a - 1) * cos - slope);
    }

    double next(double in) {
        var out = b0 * in + z1;
        z1 = b1 * in - a1 * out + z2;
        z2 = b2 * in - a2 * out;
        return out;
    }
}
