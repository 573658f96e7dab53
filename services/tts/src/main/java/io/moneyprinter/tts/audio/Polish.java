package io.moneyprinter.tts.audio;

import java.util.ArrayDeque;

/**
 * Makes sentences sound like one narration: no rumble, no silence around them, all equally loud. Inner pauses are
 * left as they are, because word times depend on them.
 *
 * @param pcm the polished sound
 * @param head samples that were cut off the start
 */
public record Polish(Pcm pcm, int head) {

    /** Changes whenever the same sound would come out different; part of every cache key. */
    public static final int VERSION = 1;

    private static final double TARGET_LUFS = -18;
    /** More would lift the noise of a sentence that is meant to be quiet. */
    private static final double MAX_GAIN_DB = 15;

    private static final double CEILING = Math.pow(10, -2.0 / 20);
    private static final double RUMBLE_HERTZ = 70;
    private static final int WINDOW = Pcm.SAMPLE_RATE / 100;
    private static final int HEAD_MARGIN = Pcm.SAMPLE_RATE * 30 / 1000;
    private static final int TAIL_MARGIN = Pcm.SAMPLE_RATE * 60 / 1000;
    private static final int FADE = Pcm.SAMPLE_RATE * 5 / 1000;
    private static final int LOOK_AHEAD = Pcm.SAMPLE_RATE * 5 / 1000;
    /** A window this far below the loudest one is silence. */
    private static final double SILENCE_DB = -42;
    /** Nothing as quiet as this is speech. */
    private static final double NOTHING = 1e-4;

    /** The sound without head and tail silence, level; no samples at all when there is nothing to hear. */
    public static Polish of(Pcm raw, double volumeDb) {
        var clean = withoutRumble(raw);
        var audible = audible(clean.samples());
        if (audible.length == 0) {
            return new Polish(new Pcm(new float[0]), 0);
        }
        var head = audible[0];
        var trimmed = clean.range(head, audible[1]);
        var gain = Math.min(MAX_GAIN_DB, TARGET_LUFS - Loudness.integrated(trimmed));
        return new Polish(faded(limited(trimmed.gained(gain + volumeDb))), head);
    }

    private static Pcm withoutRumble(Pcm raw) {
        var filter = Biquad.highPass(RUMBLE_HERTZ);
        var out = new float[raw.samples().length];
        for (var i = 0; i < out.length; i++) {
            out[i] = (float) filter.next(raw.samples()[i]);
        }
        return new Pcm(out);
    }

    /** First and last sample worth keeping, or nothing. */
    private static int[] audible(float[] samples) {
        var windows = (samples.length + WINDOW - 1) / WINDOW;
        var levels = new double[windows];
        var loudest = 0.0;
        for (var w = 0; w < windows; w++) {
            var sum = 0.0;
            var end = Math.min(samples.length, (w + 1) * WINDOW);
            for (var i = w * WINDOW; i < end; i++) {
                sum += samples[i] * samples[i];
            }
            levels[w] = Math.sqrt(sum / WINDOW);
            loudest = Math.max(loudest, levels[w]);
        }
        if (loudest < NOTHING) {
            return new int[0];
        }
        var threshold = loudest * Math.pow(10, SILENCE_DB / 20);
        var first = 0;
        while (levels[first] < threshold) {
            first++;
        }
        var last = windows - 1;
        while (levels[last] < threshold) {
            last--;
        }
        return new int[] {
            Math.max(0, first * WINDOW - HEAD_MARGIN), Math.min(samples.length, (last + 1) * WINDOW + TAIL_MARGIN)
        };
    }

    /** Keeps every sample below the ceiling by turning down smoothly around the peaks. */
    private static Pcm limited(Pcm pcm) {
        var in = pcm.samples();
        var wanted = new double[in.length];
        var quiet = true;
        for (var i = 0; i < in.length; i++) {
            wanted[i] = Math.min(1, CEILING / Math.max(Math.abs(in[i]), 1e-9));
            quiet &= wanted[i] == 1;
        }
        if (quiet) {
            return pcm;
        }
        var lowest = slidingMinimum(wanted, LOOK_AHEAD);
        var sums = new double[in.length + 1];
        for (var i = 0; i < in.length; i++) {
            sums[i + 1] = sums[i] + lowest[i];
        }
        var out = new float[in.length];
        for (var i = 0; i < in.length; i++) {
            // Each minimum in this window is at most what sample i needs, so their mean is too.
            var from = Math.max(0, i - LOOK_AHEAD);
            var to = Math.min(in.length, i + LOOK_AHEAD + 1);
            out[i] = (float) (in[i] * (sums[to] - sums[from]) / (to - from));
        }
        return new Pcm(out);
    }

    private static double[] slidingMinimum(double[] values, int reach) {
        var minima = new double[values.length];
        var candidates = new ArrayDeque<Integer>();
        for (var i = 0; i < values.length + reach; i++) {
            if (i < values.length) {
                while (!candidates.isEmpty() && values[candidates.getLast()] >= values[i]) {
                    candidates.removeLast();
                }
                candidates.addLast(i);
            }
            if (i >= reach) {
                while (candidates.getFirst() < i - 2 * reach) {
                    candidates.removeFirst();
                }
                minima[i - reach] = values[candidates.getFirst()];
            }
        }
        return minima;
    }

    /** A cut in the middle of a wave clicks. */
    private static Pcm faded(Pcm pcm) {
        var out = pcm.samples().clone();
        var length = Math.min(FADE, out.length / 2);
        for (var i = 0; i < length; i++) {
            out[i] *= (float) i / length;
            out[out.length - 1 - i] *= (float) i / length;
        }
        return new Pcm(out);
    }
}
