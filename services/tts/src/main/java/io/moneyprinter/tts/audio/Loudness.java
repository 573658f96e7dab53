package io.moneyprinter.tts.audio;

/** Integrated loudness of mono sound as ITU-R BS.1770-4 measures it. */
final class Loudness {

    private static final int BLOCK = Pcm.SAMPLE_RATE * 400 / 1000;
    private static final int HOP = BLOCK / 4;
    private static final double ABSOLUTE_GATE = -70;
    private static final double RELATIVE_GATE = -10;

    private Loudness() {}

    /** In LUFS; minus infinity for silence. */
    static double integrated(Pcm pcm) {
        var weighted = weighted(pcm.samples());
        var block = Math.min(BLOCK, weighted.length);
        if (block == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        var powers = new double[(weighted.length - block) / HOP + 1];
        for (var b = 0; b < powers.length; b++) {
            var sum = 0.0;
            for (var i = b * HOP; i < b * HOP + block; i++) {
                sum += weighted[i] * weighted[i];
            }
            powers[b] = sum / block;
        }
        var absolute = gatedMean(powers, power(ABSOLUTE_GATE));
        return lufs(gatedMean(powers, Math.max(power(ABSOLUTE_GATE), absolute * Math.pow(10, RELATIVE_GATE / 10))));
    }

    private static double gatedMean(double[] powers, double gate) {
        var sum = 0.0;
        var count = 0;
        for (var power : powers) {
            if (power > gate) {
                sum += power;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double lufs(double power) {
        return -0.691 + 10 * Math.log10(power);
    }

    private static double power(double lufs) {
        return Math.pow(10, (lufs + 0.691) / 10);
    }

    /** The two filters of the recommendation with its coefficients for 48 kHz. */
    private static double[] weighted(float[] samples) {
        var shelf =
                new Biquad(1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585);
        var highPass = new Biquad(1, -2, 1, -1.99004745483398, 0.99007225036621);
        var weighted = new double[samples.length];
        for (var i = 0; i < samples.length; i++) {
            weighted[i] = highPass.next(shelf.next(samples[i]));
        }
        return weighted;
    }
}
