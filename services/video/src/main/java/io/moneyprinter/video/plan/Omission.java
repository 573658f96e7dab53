package io.moneyprinter.video.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Chooses the sentences that a film is left without: those that are missed least, together of a length that pauses and
 * voice need to change as little as possible in what remains.
 */
final class Omission {

    /** Seconds; lengths are counted in them. */
    private static final double STEP = 0.05;

    /** All that pauses and voice can do is as bad as so many sentences left out. */
    private static final double STRAIN = 3;

    /** Whatever is left out is better than a film that is too long. */
    private static final double IMPOSSIBLE = 1e6;

    private Omission() {}

    /**
     * A sentence that may be left out.
     *
     * @param rank 1 is missed least
     * @param seconds with its pause
     */
    record Candidate(int index, int rank, double seconds) {}

    /**
     * How far pauses and voice can change the length of a film.
     *
     * @param shorter in seconds
     * @param longer in seconds
     */
    record Reach(double shorter, double longer) {}

    /**
     * Their indices, ascending.
     *
     * @param over seconds that all sentences last too long
     * @param reach when so many seconds are left out
     */
    static List<Integer> of(List<Candidate> candidates, double over, DoubleFunction<Reach> reach) {
        if (over <= 0 || candidates.isEmpty()) {
            return List.of();
        }
        var steps = (int) Math.ceil((over + reach.apply(0).longer()) / STEP);
        var costs = new double[steps + 1];
        Arrays.fill(costs, 1, costs.length, Double.POSITIVE_INFINITY);
        var taken = new boolean[candidates.size()][steps + 1];
        for (var i = 0; i < candidates.size(); i++) {
            var length = steps(candidates.get(i));
            var cost = 1 + (double) candidates.get(i).rank() / candidates.size();
            for (var at = steps; at >= length; at--) {
                if (costs[at - length] + cost < costs[at]) {
                    costs[at] = costs[at - length] + cost;
                    taken[i][at] = true;
                }
            }
        }
        var best = 0;
        var least = Double.POSITIVE_INFINITY;
        for (var at = 0; at <= steps; at++) {
            var cost = costs[at] + strain(over - at * STEP, reach.apply(at * STEP));
            if (cost < least) {
                least = cost;
                best = at;
            }
        }
        return chosen(candidates, taken, best);
    }

    private static List<Integer> chosen(List<Candidate> candidates, boolean[][] taken, int steps) {
        var chosen = new ArrayList<Integer>();
        var at = steps;
        for (var i = candidates.size() - 1; i >= 0; i--) {
            if (taken[i][at]) {
                chosen.add(candidates.get(i).index());
                at -= steps(candidates.get(i));
            }
        }
        Collections.sort(chosen);
        return List.copyOf(chosen);
    }

    private static int steps(Candidate candidate) {
        return Math.max(1, (int) Math.round(candidate.seconds() / STEP));
    }

    private static double strain(double rest, Reach reach) {
        var part = Math.abs(rest) / (rest > 0 ? reach.shorter() : reach.longer());
        return part <= 1 ? STRAIN * part * part : IMPOSSIBLE * part;
    }
}
