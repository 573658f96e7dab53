package io.moneyprinter.video.audio;

import java.util.Arrays;

/** Turns sound down around its peaks, before they come and slowly afterwards, so that none exceeds the limit. */
final class Limiter {

    /** 4 ms: how long before a peak it begins to turn down. */
    private static final int AHEAD = NarrationTrack.SAMPLE_RATE * 4 / 1000;

    /** How many samples later a sample comes out. */
    static final int DELAY = AHEAD - 1 + TruePeak.DELAY;

    /** One more than the candidates there may be, so that full is not empty. */
    private static final int SLOTS = AHEAD + 2;

    private static final double RELEASE_SECONDS = 0.06;
    private static final double RELEASE = 1 - Math.exp(-1 / (RELEASE_SECONDS * NarrationTrack.SAMPLE_RATE));

    private final double limit;
    private final TruePeak left;
    private final TruePeak right;
    private final float[] delayedLeft = new float[DELAY];
    private final float[] delayedRight = new float[DELAY];
    private int delayedAt;

    /** Candidates for the lowest gain of the last {@link #AHEAD}, lowest first. */
    private final double[] gains = new double[SLOTS];

    private final long[] times = new long[SLOTS];
    private int first;
    private int last;
    private long time;

    private double released = 1;
    private final double[] window = new double[AHEAD];
    private int windowAt;
    private double sum = AHEAD;

    /** @param limit of the true peak, full scale is 1 */
    Limiter(double limit) {
        this.limit = limit;
        left = new TruePeak(limit);
        right = new TruePeak(limit);
        Arrays.fill(window, 1);
    }

    /** Puts what came {@link #DELAY} samples ago in the place of what comes. */
    void process(float[] leftSamples, float[] rightSamples, int length) {
        for (var i = 0; i < length; i++) {
            var peak = Math.max(left.next(leftSamples[i]), right.next(rightSamples[i]));
            var gain = mean(release(lowest(peak > limit ? limit / peak : 1)));
            var outLeft = delayedLeft[delayedAt];
            var outRight = delayedRight[delayedAt];
            delayedLeft[delayedAt] = leftSamples[i];
            delayedRight[delayedAt] = rightSamples[i];
            delayedAt = delayedAt + 1 == DELAY ? 0 : delayedAt + 1;
            leftSamples[i] = (float) (outLeft * gain);
            rightSamples[i] = (float) (outRight * gain);
        }
    }

    /** The lowest gain of the last {@link #AHEAD} samples. */
    private double lowest(double gain) {
        while (last != first && gains[before(last)] >= gain) {
            last = before(last);
        }
        gains[last] = gain;
        times[last] = time;
        last = after(last);
        if (times[first] <= time - AHEAD) {
            first = after(first);
        }
        time++;
        return gains[first];
    }

    private double release(double gain) {
        released = gain < released ? gain : released + RELEASE * (gain - released);
        return released;
    }

    /** Each gain in this window is at most what the sample that comes out needs, so their mean is, too. */
    private double mean(double gain) {
        sum += gain - window[windowAt];
        window[windowAt] = gain;
        windowAt = windowAt + 1 == AHEAD ? 0 : windowAt + 1;
        return Math.min(1, sum / AHEAD);
    }

    private static int after(int index) {
        return index + 1 == SLOTS ? 0 : index + 1;
    }

    private static int before(int index) {
        return index == 0 ? SLOTS - 1 : index - 1;
    }
}
