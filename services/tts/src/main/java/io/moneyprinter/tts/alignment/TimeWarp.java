package io.moneyprinter.tts.alignment;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Dynamic time warping: of all ways to go through two sounds together the one on which they are most alike. Neither
 * may run more than three times as fast as the other for any stretch (Sakoe and Chiba's symmetric form with P = 1/2),
 * and neither may be further ahead than the band.
 */
final class TimeWarp {

    /** Frames of reference and sound that one step goes, and there are five of them. */
    private static final int[] ROWS = {1, 1, 1, 2, 3};

    private static final int[] COLUMNS = {1, 2, 3, 1, 1};
    private static final int LONGEST = 3;
    private static final float NEVER = Float.POSITIVE_INFINITY;

    private final float[][] reference;
    private final float[][] sound;
    private final int band;
    private final float[][] distances = new float[LONGEST][];
    private final float[][] costs = new float[LONGEST + 1][];
    /** How each cell was reached; empty when only the cost is asked for. */
    private final byte[][] steps;

    private TimeWarp(float[][] reference, float[][] sound, int band, boolean path) {
        this.reference = reference;
        this.sound = sound;
        this.band = band;
        for (var i = 0; i < distances.length; i++) {
            distances[i] = new float[sound.length + 1];
        }
        for (var i = 0; i < costs.length; i++) {
            costs[i] = new float[sound.length + 1];
            Arrays.fill(costs[i], NEVER);
        }
        steps = new byte[path ? reference.length + 1 : 0][0];
    }

    /**
     * A way through both.
     *
     * @param firsts the first frame of the sound that each frame of the reference meets
     * @param lasts the last
     * @param distances of each frame of the reference from what it meets, on average
     * @param cost mean distance on the way
     */
    @SuppressWarnings("ArrayRecordComponent") // They are read once, never compared.
    record Path(int[] firsts, int[] lasts, float[] distances, double cost) {

        /** Frames of the reference over which a pace is told. */
        private static final int STRETCH = 10;

        private static final double SLOWEST = 0.3;

        /** Where the border before a frame of the reference lies in the sound; it may lie within a frame. */
        double border(int frame) {
            if (frame == 0) {
                return 0;
            }
            return frame == firsts.length ? lasts[frame - 1] + 1 : (lasts[frame - 1] + firsts[frame] + 1) / 2.0;
        }

        /**
         * How much the pace changes on the way: what is not the same text is made to fit by running and waiting.
         *
         * @return mean deviation from the mean pace, as a logarithm
         */
        double unevenness() {
            var pace = border(firsts.length) / firsts.length;
            var sum = 0.0;
            var count = 0;
            for (var from = 0; from + STRETCH <= firsts.length; from += 2) {
                var here = (border(from + STRETCH) - border(from)) / STRETCH;
                sum += Math.abs(Math.log(Math.max(SLOWEST, here / pace)));
                count++;
            }
            return count == 0 ? 0 : sum / count;
        }
    }

    /** Null when there is no way within the band. */
    static @Nullable Path path(float[][] reference, float[][] sound, int band) {
        var warp = new TimeWarp(reference, sound, band, true);
        var cost = warp.run();
        return cost == NEVER ? null : warp.path(cost);
    }

    /** Mean distance on the best way; infinite when there is none within the band. */
    static double cost(float[][] reference, float[][] sound, int band) {
        return new TimeWarp(reference, sound, band, false).run();
    }

    private double run() {
        costs[0][0] = 0;
        for (var row = 1; row <= reference.length; row++) {
            step(row);
        }
        var sum = costs[reference.length % costs.length][sound.length];
        return sum == NEVER ? NEVER : (double) sum / (reference.length + sound.length);
    }

    /** Rows and columns count from 1; before the first of both is where the way begins. */
    private void step(int row) {
        var from = first(row);
        var to = last(row);
        var here = distances[row % LONGEST];
        var above = distances[(row + LONGEST - 1) % LONGEST];
        var top = distances[(row + LONGEST - 2) % LONGEST];
        var sums = costs[row % costs.length];
        Arrays.fill(sums, Math.max(0, from - LONGEST), Math.min(sound.length, last(row + LONGEST)) + 1, NEVER);
        var taken = new byte[steps.length == 0 ? 0 : to - from + 1];
        // The next rows reach a little further than this one.
        for (var column = Math.max(1, from - LONGEST); column <= Math.min(sound.length, to + LONGEST); column++) {
            here[column] = distance(reference[row - 1], sound[column - 1]);
        }
        var one = costs[(row + costs.length - 1) % costs.length];
        var two = costs[(row + costs.length - 2) % costs.length];
        var three = costs[(row + costs.length - 3) % costs.length];
        for (var j = from; j <= to; j++) {
            var best = one[j - 1] + 2 * here[j];
            byte step = 0;
            if (j >= 2) {
                var sum = one[j - 2] + 2 * here[j - 1] + here[j];
                if (sum < best) {
                    best = sum;
                    step = 1;
                }
            }
            if (j >= 3) {
                var sum = one[j - 3] + 2 * here[j - 2] + here[j - 1] + here[j];
                if (sum < best) {
                    best = sum;
                    step = 2;
                }
            }
            if (row >= 2) {
                var sum = two[j - 1] + 2 * above[j] + here[j];
                if (sum < best) {
                    best = sum;
                    step = 3;
                }
            }
            if (row >= 3) {
                var sum = three[j - 1] + 2 * top[j] + above[j] + here[j];
                if (sum < best) {
                    best = sum;
                    step = 4;
                }
            }
            sums[j] = best;
            if (taken.length > 0) {
                taken[j - from] = step;
            }
        }
        if (steps.length > 0) {
            steps[row] = taken;
        }
    }

    private int first(int row) {
        return Math.max(1, diagonal(row) - band);
    }

    private int last(int row) {
        return Math.min(sound.length, diagonal(row) + band);
    }

    private int diagonal(int row) {
        return (int) ((long) row * sound.length / reference.length);
    }

    private static float distance(float[] a, float[] b) {
        var sum = 0f;
        for (var i = 0; i < a.length; i++) {
            var difference = a[i] - b[i];
            sum += difference * difference;
        }
        return (float) Math.sqrt(sum / a.length);
    }

    private Path path(double cost) {
        var firsts = new int[reference.length];
        var lasts = new int[reference.length];
        var means = new float[reference.length];
        var i = reference.length;
        var j = sound.length;
        while (i > 0) {
            var step = steps[i][j - first(i)];
            for (var row = i; row > i - ROWS[step]; row--) {
                firsts[row - 1] = j - COLUMNS[step];
                lasts[row - 1] = j - 1;
                for (var column = firsts[row - 1]; column <= lasts[row - 1]; column++) {
                    means[row - 1] += distance(reference[row - 1], sound[column]) / COLUMNS[step];
                }
            }
            i -= ROWS[step];
            j -= COLUMNS[step];
        }
        return new Path(firsts, lasts, means, cost);
    }
}
