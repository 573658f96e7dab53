package io.moneyprinter.sound.beat;

/**
 * The beat of a piece of music.
 *
 * @param beat from one to the next, in samples
 * @param downbeat where a bar begins, in samples
 * @param confidence 0..1
 * @param sampleRate of the sound
 */
public record Tempo(double beat, double downbeat, double confidence, int sampleRate) {

    public static final int BEATS_PER_BAR = 4;

    /** Music whose onsets repeat less than this has no beat that anybody would miss. */
    private static final double CERTAIN = 0.35;

    private static final double SLOWEST = 55;
    private static final double FASTEST = 200;

    /** People call the beat what is near this, if there is a choice. */
    private static final double USUAL = 115;

    private static final double FINENESS = 0.1;
    private static final int FEWEST_BEATS = 8;

    public static Tempo of(Onsets onsets) {
        var hopsPerMinute = 60.0 * onsets.sampleRate() / onsets.hop();
        var best = 0.0;
        var highest = 0.0;
        for (var lag = hopsPerMinute / FASTEST; lag <= hopsPerMinute / SLOWEST; lag += FINENESS) {
            if (onsets.length() < FEWEST_BEATS * lag) {
                break;
            }
            var octaves = Math.log(hopsPerMinute / lag / USUAL) / Math.log(2);
            var score = repetition(onsets, lag) * Math.exp(-0.5 * octaves * octaves);
            if (score > highest) {
                highest = score;
                best = lag;
            }
        }
        if (best == 0) {
            return new Tempo(0, 0, 0, onsets.sampleRate());
        }
        var confidence = repetition(onsets, best);
        var period = refined(onsets, best);
        return new Tempo(
                period * onsets.hop(), downbeat(onsets, period) * onsets.hop(), confidence, onsets.sampleRate());
    }

    public boolean isCertain() {
        return confidence >= CERTAIN;
    }

    public double bar() {
        return BEATS_PER_BAR * beat;
    }

    public double beatsPerMinute() {
        return 60 * sampleRate / beat;
    }

    static double repetition(Onsets onsets, double lag) {
        var sum = 0.0;
        for (var times = 1; times <= BEATS_PER_BAR; times++) {
            sum += onsets.likeness(times * lag);
        }
        return sum / BEATS_PER_BAR;
    }

    /** Many beats later a small mistake is a large one, and can be seen. */
    static double refined(Onsets onsets, double period) {
        for (var beats = 2 * BEATS_PER_BAR; beats * period < 0.6 * onsets.length() && beats <= 64; beats *= 2) {
            var best = period;
            var highest = -1.0;
            for (var lag = beats * period - 2; lag <= beats * period + 2; lag += FINENESS) {
                var likeness = onsets.likeness(lag);
                if (likeness > highest) {
                    highest = likeness;
                    best = lag / beats;
                }
            }
            period = best;
        }
        return period;
    }

    private static double downbeat(Onsets onsets, double period) {
        var beat = strongest(onsets.all(), period, 0, period, FINENESS);
        return strongest(onsets.low(), BEATS_PER_BAR * period, beat, BEATS_PER_BAR * period, period);
    }

    /** Where regular onsets have to begin to be the strongest. */
    private static double strongest(double[] onsets, double every, double from, double range, double step) {
        var best = from;
        var highest = -1.0;
        for (var start = from; start < from + range - step / 2; start += step) {
            var sum = 0.0;
            for (var at = start; at < onsets.length - 1; at += every) {
                var whole = (int) at;
                sum += onsets[whole] + (at - whole) * (onsets[whole + 1] - onsets[whole]);
            }
            if (sum > highest) {
                highest = sum;
                best = start;
            }
        }
        return best;
    }
}
