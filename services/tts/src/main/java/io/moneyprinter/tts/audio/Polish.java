package io.moneyprinter.tts.audio;

import io.moneyprinter.contracts.tts.SoundLevels;
import org.jspecify.annotations.Nullable;

/**
 * Makes sentences sound like one narration: no rumble, no silence around them, no sharp hisses, loud and soft syllables
 * nearer to each other, all equally loud. Inner pauses are left as they are and nothing is late, because word times
 * depend on it.
 *
 * @param pcm the polished sound
 * @param head samples that were cut off the start
 * @param levels of the sound without the silence around it; null where nothing was polished
 */
public record Polish(Pcm pcm, int head, @Nullable SoundLevels levels) {

    /** Changes whenever the same sound would come out different; part of every cache key. */
    public static final int VERSION = 2;

    private static final double TARGET_LUFS = -18;
    /** More would lift the noise of a sentence that is meant to be quiet. */
    private static final double MAX_GAIN_DB = 15;

    private static final double RUMBLE_HERTZ = 80;
    private static final int WINDOW = Pcm.SAMPLE_RATE / 100;
    private static final int HEAD_MARGIN = Pcm.SAMPLE_RATE * 30 / 1000;
    private static final int TAIL_MARGIN = Pcm.SAMPLE_RATE * 60 / 1000;
    private static final int FADE = Pcm.SAMPLE_RATE * 5 / 1000;
    /** A window this far below the loudest one is silence. */
    private static final double SILENCE_DB = -42;
    /** Nothing as quiet as this is speech. */
    private static final double NOTHING = 1e-4;

    /** Sound that is to stay as it is. */
    public static Polish none(Pcm pcm) {
        return new Polish(pcm, 0, null);
    }

    /** The sound without head and tail silence, level; no samples at all when there is nothing to hear. */
    public static Polish of(Pcm raw, double volumeDb) {
        var clean = withoutRumble(raw);
        var audible = audible(clean.samples());
        if (audible.length == 0) {
            return none(new Pcm(new float[0]));
        }
        var head = audible[0];
        var even = even(clean.range(head, audible[1]));
        var polished = faded(Limiter.apply(even.gained(volumeDb)));
        var before = Measures.of(raw.range(head, audible[1]));
        return new Polish(polished, head, new SoundLevels(before, Measures.of(polished)));
    }

    /** As loud as all others: first of all, as what is sharp or loud is told by its level, and again in the end. */
    private static Pcm even(Pcm trimmed) {
        var loudness = Loudness.integrated(trimmed);
        var gain = Math.min(MAX_GAIN_DB, TARGET_LUFS - loudness);
        var pressed = Compressor.apply(DeEsser.apply(trimmed.gained(gain)));
        // What is too quiet to have a loudness is as loud as it can become.
        return Double.isFinite(loudness) ? pressed.gained(loudness + gain - Loudness.integrated(pressed)) : pressed;
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
