package io.moneyprinter.video.audio;

import io.moneyprinter.sound.beat.Onsets;
import io.moneyprinter.sound.beat.Tempo;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/**
 * How a piece of music goes on after its end: what is heard at {@code to} fades into what is heard at {@code from}.
 *
 * @param from in samples
 * @param to in samples; the fade begins here
 * @param crossfade length of the fade; there are at least as many samples after {@code to}
 * @param likeness of the two sounds that are faded into each other, 0 for unrelated, 1 for the same
 */
record Loop(long from, long to, int crossfade, double likeness) {

    private static final int RATE = NarrationTrack.SAMPLE_RATE;
    private static final int LONGEST_CROSSFADE = 2 * RATE;

    /** The fade lies before a beat, so that no stroke is heard at half its strength, or twice. */
    private static final int BEFORE_BEAT = RATE / 100;

    private static final int BETWEEN_BEATS = RATE / 5;

    /** What is this much quieter than the rest, 6 dB, is an introduction or an end. */
    private static final double QUIET = 0.5;

    /** A thousandth of a second. */
    private static final int STEP = RATE / 1000;

    private static final int FARTHEST_STEPS = 30;

    /** Over how much of the music the beats before and after the seam are compared. */
    private static final int COMPARED_STEPS = 2_000;

    Loop {
        if (from < 0 || to <= from || crossfade < 0) {
            throw new IllegalArgumentException(
                    "loop: %d to %d, fade of %d (expected: not empty)".formatted(from, to, crossfade));
        }
    }

    /** A loop of whole bars where the music has a beat, else one over its whole length. */
    static Loop of(LongToDoubleFunction music, long length) {
        var onsets = Onsets.of(music, length);
        var tempo = Tempo.of(onsets);
        if (tempo.isCertain()) {
            var fade = (int) Math.min(BETWEEN_BEATS, tempo.beat() / 2);
            var from = from(tempo, onsets, fade);
            var room = loudEnd(onsets) - fade - (FARTHEST_STEPS + 1) * STEP - from;
            var bars = phrases((int) Math.floor(room / tempo.bar()));
            // A short loop out of a long piece would be heard as one.
            if (bars >= 1 && bars * tempo.bar() >= length / 3.0) {
                return aligned(music, from, Math.round(bars * tempo.bar()), fade, length);
            }
        }
        var fade = (int) Math.min(LONGEST_CROSSFADE, length / 4);
        return new Loop(0, length - fade, fade, 0);
    }

    /** Music comes in pairs of bars, and in pairs of pairs. */
    private static int phrases(int bars) {
        return bars >= 8 ? bars - bars % 4 : bars >= 2 ? bars - bars % 2 : bars;
    }

    private static long from(Tempo tempo, Onsets onsets, int fade) {
        var earliest = loudStart(onsets) + fade + BEFORE_BEAT;
        var bars = Math.ceil((earliest - tempo.downbeat()) / tempo.bar());
        return Math.round(tempo.downbeat() + bars * tempo.bar()) - fade - BEFORE_BEAT;
    }

    private static long loudStart(Onsets onsets) {
        var second = seconds(onsets.levels());
        var first = 0;
        while (second[first] < QUIET * median(second)) {
            first++;
        }
        return first * (long) RATE;
    }

    private static long loudEnd(Onsets onsets) {
        var second = seconds(onsets.levels());
        var last = second.length - 1;
        while (second[last] < QUIET * median(second)) {
            last--;
        }
        return Math.min((last + 1L) * RATE, (long) onsets.length() * Onsets.HOP);
    }

    /** The level of each second; of the last one what there is of it. */
    private static double[] seconds(double[] levels) {
        var perSecond = RATE / Onsets.HOP;
        var seconds = new double[Math.ceilDiv(levels.length, perSecond)];
        for (var i = 0; i < seconds.length; i++) {
            var part = Arrays.copyOfRange(levels, i * perSecond, Math.min(levels.length, (i + 1) * perSecond));
            seconds[i] = Math.sqrt(
                    Arrays.stream(part).map(level -> level * level).average().orElse(0));
        }
        return seconds;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Moves the end by up to 30 ms to where the beats, and then the waves, before and after the seam meet best. */
    private static Loop aligned(LongToDoubleFunction music, long from, long length, int fade, long all) {
        var before = Math.max(0, from + fade - (long) COMPARED_STEPS * STEP);
        var after = Math.clamp((all - from - length - fade) / STEP - FARTHEST_STEPS, 0, COMPARED_STEPS);
        var count = (int) ((from + fade - before) / STEP) + after;
        var early = envelope(music, before, count);
        var bestShift = 0;
        var highest = -2.0;
        for (var shift = -FARTHEST_STEPS; shift <= FARTHEST_STEPS; shift++) {
            var likeness = likeness(early, envelope(music, before + length + (long) shift * STEP, count));
            if (likeness > highest) {
                highest = likeness;
                bestShift = shift;
            }
        }
        var coarse = length + (long) bestShift * STEP;
        var best = coarse;
        var mostAlike = -2.0;
        for (var exact = coarse - STEP; exact <= coarse + STEP; exact++) {
            var likeness = likeness(music, from, from + exact, fade);
            if (likeness > mostAlike) {
                mostAlike = likeness;
                best = exact;
            }
        }
        return new Loop(from, from + best, fade, Math.clamp(mostAlike, -0.5, 1));
    }

    /** Levels, a thousand times a second, without their mean. */
    private static double[] envelope(LongToDoubleFunction music, long from, int steps) {
        var envelope = new double[steps];
        for (var i = 0; i < steps; i++) {
            var sum = 0.0;
            for (var sample = from + (long) i * STEP; sample < from + (i + 1L) * STEP; sample++) {
                var value = music.applyAsDouble(sample);
                sum += value * value;
            }
            envelope[i] = Math.sqrt(sum);
        }
        var mean = Arrays.stream(envelope).average().orElse(0);
        return Arrays.stream(envelope).map(level -> level - mean).toArray();
    }

    private static double likeness(double[] a, double[] b) {
        return normalized(a.length, i -> a[(int) i], i -> b[(int) i]);
    }

    private static double likeness(LongToDoubleFunction music, long a, long b, int length) {
        return normalized(length, i -> music.applyAsDouble(a + i), i -> music.applyAsDouble(b + i));
    }

    private static double normalized(int length, LongToDoubleFunction a, LongToDoubleFunction b) {
        var both = 0.0;
        var first = 1e-12;
        var second = 1e-12;
        for (var i = 0; i < length; i++) {
            var x = a.applyAsDouble(i);
            var y = b.applyAsDouble(i);
            both += x * y;
            first += x * x;
            second += y * y;
        }
        return both / Math.sqrt(first * second);
    }
}
