package io.moneyprinter.sound.beat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The beat of music, note for note: the path through the onsets that hits most of them in the most even steps (dynamic
 * programming, as in Ellis, Beat Tracking by Dynamic Programming, 2007).
 *
 * @param beatsPerMinute of all beats together
 * @param confidence 0..1: how much more alike the music is to itself a beat, two, three and four later than chance makes
 *     anything
 * @param beats seconds, ascending
 */
record Rhythm(double beatsPerMinute, double confidence, List<Double> beats) {

    /** How much an uneven step costs: the square of its nepers, times this. */
    private static final double TIGHTNESS = 400;

    /** In music as even as a machine an uneven step costs so many times more: it would be a slip off the beat. */
    private static final double EVENNESS = 6;

    /** Beats after which a tempo that is not kept is somewhere else. */
    private static final int LATER = 16;

    /** Where every second beat is one as much as the first, the faster pulse is the beat. */
    private static final double AS_MUCH = 0.97;

    private static final double FASTEST = 190;

    /** An end that is this much weaker than most beats is rests of sound. */
    private static final double WEAK = 0.35;

    private static final int FEWEST = 8;

    /** Below this it is speech, noise or a tone. */
    static final double CERTAIN = 0.15;

    Rhythm {
        beats = List.copyOf(beats);
    }

    /** Empty where there is no beat that anybody would miss. */
    static Optional<Rhythm> of(Onsets onsets) {
        var tempo = Tempo.of(onsets);
        var chance = chance(onsets.all());
        var confidence = beyondChance(tempo.confidence(), chance);
        if (confidence < CERTAIN) {
            return Optional.empty();
        }
        var period = tempo.beat() / onsets.hop();
        var faster = period / 2;
        if (tempo.beatsPerMinute() * 2 <= FASTEST && Tempo.repetition(onsets, faster) >= AS_MUCH * tempo.confidence()) {
            period = Tempo.refined(onsets, faster);
        }
        var later = beyondChance(onsets.likeness(LATER * period), chance);
        var tightness = TIGHTNESS * (1 + EVENNESS * later * later);
        var hops = strong(track(smooth(onsets.all(), period), period, tightness), onsets.all());
        if (hops.size() < FEWEST) {
            return Optional.empty();
        }
        return Optional.of(new Rhythm(
                60.0 * onsets.sampleRate() / onsets.hop() / evenStep(hops),
                confidence,
                hops.stream().map(Spectra::time).toList()));
    }

    private static double beyondChance(double likeness, double chance) {
        return Math.clamp((likeness - chance) / (1 - chance), 0, 1);
    }

    /** How alike the same onsets would be in any other order. */
    static double chance(double[] onsets) {
        var sum = 0.0;
        var squares = 0.0;
        for (var onset : onsets) {
            sum += onset;
            squares += onset * onset;
        }
        return squares == 0 ? 0 : sum * sum / (onsets.length * squares);
    }

    /** An onset counts a little beside where it is, the more, the slower the beat; one for what is usual. */
    private static double[] smooth(double[] onsets, double period) {
        var reach = (int) Math.ceil(period / 8);
        var kernel = new double[2 * reach + 1];
        for (var i = -reach; i <= reach; i++) {
            kernel[i + reach] = Math.exp(-0.5 * Math.pow(32.0 * i / period, 2));
        }
        var mean = Arrays.stream(onsets).average().orElse(0);
        var variance = Arrays.stream(onsets)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        var scale = 1 / Math.sqrt(variance + 1e-12);
        var smooth = new double[onsets.length];
        for (var at = 0; at < onsets.length; at++) {
            for (var i = Math.max(-reach, -at); i <= reach && at + i < onsets.length; i++) {
                smooth[at] += kernel[i + reach] * onsets[at + i] * scale;
            }
        }
        return smooth;
    }

    private static List<Integer> track(double[] onsets, double period, double tightness) {
        var scores = new double[onsets.length];
        var before = new int[onsets.length];
        var nearest = (int) Math.max(1, Math.round(period / 2));
        var farthest = (int) Math.round(2 * period);
        var costs = new double[farthest + 1];
        for (var step = nearest; step <= farthest; step++) {
            costs[step] = tightness * Math.pow(Math.log(step / period), 2);
        }
        for (var at = 0; at < onsets.length; at++) {
            // Whatever is gained by what was before; nothing where it is better to begin here.
            var best = 0.0;
            var from = -1;
            for (var step = nearest; step <= farthest && at - step >= 0; step++) {
                var score = scores[at - step] - costs[step];
                if (score > best) {
                    best = score;
                    from = at - step;
                }
            }
            scores[at] = onsets[at] + best;
            before[at] = from;
        }
        var last = onsets.length - 1;
        for (var at = Math.max(0, onsets.length - farthest); at < onsets.length; at++) {
            last = scores[at] > scores[last] ? at : last;
        }
        var path = new ArrayList<Integer>();
        for (var at = last; at >= 0; at = before[at]) {
            path.add(at);
        }
        Collections.reverse(path);
        return path;
    }

    /** Without beats that nothing is heard at, before the first and after the last that something is. */
    private static List<Integer> strong(List<Integer> path, double[] onsets) {
        var strengths = path.stream().mapToDouble(at -> strength(onsets, at)).toArray();
        var enough = WEAK * median(strengths);
        var first = 0;
        var last = path.size();
        while (first < last && strengths[first] < enough) {
            first++;
        }
        while (last > first && strengths[last - 1] < enough) {
            last--;
        }
        return path.subList(first, last);
    }

    private static double strength(double[] onsets, int at) {
        var strongest = 0.0;
        for (var i = Math.max(0, at - 2); i <= Math.min(onsets.length - 1, at + 2); i++) {
            strongest = Math.max(strongest, onsets[i]);
        }
        return strongest;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** The step of the straight line that lies closest to all beats. */
    private static double evenStep(List<Integer> hops) {
        var middle = (hops.size() - 1) / 2.0;
        var mean = hops.stream().mapToInt(Integer::intValue).average().orElse(0);
        var both = 0.0;
        var own = 0.0;
        for (var i = 0; i < hops.size(); i++) {
            both += (i - middle) * (hops.get(i) - mean);
            own += (i - middle) * (i - middle);
        }
        return both / own;
    }
}
