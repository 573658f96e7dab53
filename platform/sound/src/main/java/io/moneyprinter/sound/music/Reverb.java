package io.moneyprinter.sound.music;

/** A room: eight delays that feed each other through a Householder matrix and lose their highs on the way. */
final class Reverb {

    private static final int[] LENGTHS = {1423, 1663, 1931, 2131, 2423, 2741, 3079, 3541};

    private final float[][] lines = new float[LENGTHS.length][];
    private final int[] at = new int[LENGTHS.length];
    private final double[] gains = new double[LENGTHS.length];
    private final double[] damped = new double[LENGTHS.length];
    private final double[] out = new double[LENGTHS.length];
    private final Diffuser leftIn = new Diffuser(347, 0.6);
    private final Diffuser rightIn = new Diffuser(401, 0.6);
    private final Diffuser leftIn2 = new Diffuser(113, 0.6);
    private final Diffuser rightIn2 = new Diffuser(131, 0.6);
    private final double damping;
    private double leftLow;
    private double rightLow;

    Reverb(double seconds, double brightness) {
        for (var i = 0; i < LENGTHS.length; i++) {
            lines[i] = new float[LENGTHS[i]];
            gains[i] = Math.pow(10, -3.0 * LENGTHS[i] / (seconds * MusicBed.SAMPLE_RATE));
        }
        damping = 0.62 - 0.3 * brightness;
    }

    /** Adds the room's answer to {@code left} and {@code right}. */
    void play(float[] leftSend, float[] rightSend, float[] left, float[] right, int frames) {
        for (var f = 0; f < frames; f++) {
            // Lows stay out of the room: they only make it muddy.
            leftLow += (leftSend[f] - leftLow) * 0.025;
            rightLow += (rightSend[f] - rightLow) * 0.025;
            var inLeft = leftIn2.next(leftIn.next(leftSend[f] - leftLow));
            var inRight = rightIn2.next(rightIn.next(rightSend[f] - rightLow));
            var sum = 0.0;
            for (var i = 0; i < out.length; i++) {
                damped[i] = lines[i][at[i]] * (1 - damping) + damped[i] * damping;
                out[i] = damped[i];
                sum += out[i];
            }
            var share = sum * 2 / out.length;
            for (var i = 0; i < out.length; i++) {
                var in = (i & 1) == 0 ? inLeft : inRight;
                lines[i][at[i]] = (float) ((out[i] - share) * gains[i] + in);
                at[i] = at[i] + 1 == lines[i].length ? 0 : at[i] + 1;
            }
            left[f] += (float) (0.5 * (out[0] - out[2] + out[4] - out[6]));
            right[f] += (float) (0.5 * (out[1] - out[3] + out[5] - out[7]));
        }
    }

    /** Smears a click into a soft burst. */
    private static final class Diffuser {

        private final float[] line;
        private final double gain;
        private int at;

        Diffuser(int length, double gain) {
            line = new float[length];
            this.gain = gain;
        }

        double next(double in) {
            var delayed = line[at];
            var inner = in - gain * delayed;
            line[at] = (float) inner;
            at = at + 1 == line.length ? 0 : at + 1;
            return delayed + gain * inner;
        }
    }
}
