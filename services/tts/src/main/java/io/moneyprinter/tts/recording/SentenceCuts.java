package io.moneyprinter.tts.recording;

import io.moneyprinter.tts.audio.Activity;
import io.moneyprinter.tts.audio.Activity.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where in a recording one sentence ends and the next begins: in pauses, long ones rather than short ones, such
 * that every sentence takes about as long as its words should at the speaker's own pace. Of all ways to cut the one
 * that fits best as a whole is taken.
 */
final class SentenceCuts {

    private static final double WINDOWS_PER_SECOND = 100;

    /** Nobody pauses in the middle of every sentence; without a pause this is the last resort. */
    private static final double WITHOUT_PAUSE = 4;

    private static final double SHORT_PAUSE = 1.5;
    private static final double PAUSE_SECONDS = 0.25;

    /** How much people vary, as a share of the time; short sentences more. */
    private static final double VARIANCE = 0.05;

    private static final double VARIANCE_OF_SHORT = 0.06;

    /** A sentence never takes so many times longer or shorter than its words should. */
    private static final double FARTHEST = Math.log(5);

    /** In speech without pauses, how often a cut is considered. */
    private static final int PLACES_APART = 25;

    /** Where speech stops and goes on, and how much speech there was before; both in windows. */
    private record Place(int from, int to, int speech, boolean paused) {}

    /**
     * A sentence in the recording.
     *
     * @param before silent windows before it that belong to it alone
     * @param after silent windows after it
     * @param confidence 0..1
     */
    record Part(int from, int to, int before, int after, double confidence) {}

    private final List<Place> places;
    private final double[] expected;

    private SentenceCuts(List<Place> places, double[] expected) {
        this.places = places;
        this.expected = expected;
    }

    /**
     * One part per sentence; null when there is no way to cut.
     *
     * @param seconds that the words of each sentence usually take
     */
    static @Nullable List<Part> find(Activity activity, double[] seconds) {
        var speech = activity.regions().stream().mapToInt(Region::length).sum();
        var pace = speech / Arrays.stream(seconds).sum();
        var expected = Arrays.stream(seconds).map(each -> each * pace).toArray();
        return new SentenceCuts(places(activity), expected).parts();
    }

    private static List<Place> places(Activity activity) {
        var places = new ArrayList<Place>();
        var speech = 0;
        var stopped = 0;
        for (var region : activity.regions()) {
            places.add(new Place(stopped, region.from(), speech, true));
            for (var at = region.from() + PLACES_APART; at + PLACES_APART < region.to(); at += PLACES_APART) {
                var quiet = quietest(activity.levels(), at, Math.min(at + PLACES_APART, region.to()));
                places.add(new Place(quiet, quiet, speech + quiet - region.from(), false));
            }
            speech += region.length();
            stopped = region.to();
        }
        places.add(new Place(stopped, activity.levels().length, speech, true));
        return places;
    }

    private static int quietest(double[] levels, int from, int to) {
        var best = from;
        for (var at = from; at < to; at++) {
            if (levels[at] < levels[best]) {
                best = at;
            }
        }
        return best;
    }

    private @Nullable List<Part> parts() {
        var count = expected.length;
        var costs = new double[count + 1][places.size()];
        var origins = new int[count + 1][places.size()];
        for (var row : costs) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        costs[0][0] = 0;
        for (var sentence = 0; sentence < count; sentence++) {
            for (var start = 0; start < places.size(); start++) {
                if (costs[sentence][start] < Double.POSITIVE_INFINITY) {
                    extend(sentence, start, costs, origins);
                }
            }
        }
        var end = places.size() - 1;
        return costs[count][end] == Double.POSITIVE_INFINITY ? null : parts(origins, end);
    }

    private void extend(int sentence, int start, double[][] costs, int[][] origins) {
        for (var end = start + 1; end < places.size(); end++) {
            var deviation = deviation(sentence, start, end);
            if (deviation > FARTHEST) {
                return;
            }
            if (deviation < -FARTHEST) {
                continue;
            }
            var seconds = expected[sentence] / WINDOWS_PER_SECOND;
            var variance = VARIANCE + VARIANCE_OF_SHORT / seconds;
            var cost = costs[sentence][start] + deviation * deviation / (2 * variance) + penalty(end);
            if (cost < costs[sentence + 1][end]) {
                costs[sentence + 1][end] = cost;
                origins[sentence + 1][end] = start;
            }
        }
    }

    /** Logarithm of how many times longer than it should the sentence is. */
    private double deviation(int sentence, int start, int end) {
        return Math.log(Math.max(1, places.get(end).speech() - places.get(start).speech()) / expected[sentence]);
    }

    private double penalty(int end) {
        var place = places.get(end);
        if (end == places.size() - 1) {
            return 0;
        }
        var pause = (place.to() - place.from()) / WINDOWS_PER_SECOND;
        return place.paused() ? SHORT_PAUSE * Math.exp(-pause / PAUSE_SECONDS) : WITHOUT_PAUSE;
    }

    private List<Part> parts(int[][] origins, int last) {
        var parts = new ArrayList<Part>();
        var end = last;
        for (var sentence = expected.length - 1; sentence >= 0; sentence--) {
            var start = origins[sentence + 1][end];
            var before = places.get(start);
            var after = places.get(end);
            var fit = Math.exp(-Math.abs(deviation(sentence, start, end)));
            var sure = before.paused() && after.paused() ? 1 : 0.5;
            parts.addFirst(new Part(
                    before.to(),
                    after.from(),
                    (before.to() - before.from()) / 2,
                    (after.to() - after.from()) / 2,
                    0.2 + 0.5 * fit * sure));
            end = start;
        }
        return parts;
    }
}
