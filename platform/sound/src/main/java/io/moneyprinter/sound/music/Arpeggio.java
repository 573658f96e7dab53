package io.moneyprinter.sound.music;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * A figure that goes through a chord, the same in every bar so that the ear can hold on to it.
 *
 * @param rungs of the chord's ladder, one per step
 * @param ranks 0 to 1 per step: steps with low ranks sound first when the music gets fuller
 */
record Arpeggio(List<Integer> rungs, List<Double> ranks) {

    private static final List<List<Integer>> FIGURES = List.of(
            List.of(0, 2, 4, 5, 4, 2, 3, 1),
            List.of(0, 1, 2, 4, 3, 4, 2, 1),
            List.of(0, 4, 2, 3, 1, 4, 2, 5),
            List.of(1, 3, 4, 2, 5, 4, 3, 2),
            List.of(0, 2, 3, 2, 4, 2, 3, 2));

    Arpeggio {
        rungs = List.copyOf(rungs);
        ranks = List.copyOf(ranks);
    }

    static Arpeggio random(int steps, SplittableRandom random) {
        var figure = FIGURES.get(random.nextInt(FIGURES.size()));
        var order = new ArrayList<Integer>();
        for (var step = 0; step < steps; step++) {
            order.add(step);
        }
        Collections.shuffle(order, new Random(random.nextLong()));
        // The first of the bar always sounds, the beats more likely than what lies between them.
        order.sort((a, b) -> Integer.compare(weight(a, steps), weight(b, steps)));
        var ranks = new ArrayList<>(Collections.nCopies(steps, 0.0));
        for (var i = 0; i < steps; i++) {
            ranks.set(order.get(i), (double) i / steps);
        }
        var rungs = new ArrayList<Integer>();
        for (var step = 0; step < steps; step++) {
            rungs.add(figure.get(step % figure.size()));
        }
        return new Arpeggio(rungs, ranks);
    }

    /** Every fourth bar turns upwards at its end. */
    int rung(int step, int bar) {
        var turning = bar % 4 == 3 && step >= rungs.size() - 2;
        return Math.min(6, rungs.get(step) + (turning ? 1 : 0));
    }

    double rank(int step) {
        return ranks.get(step);
    }

    private static int weight(int step, int steps) {
        return step == 0 ? 0 : step % (steps / 4) == 0 ? 1 : step % Math.max(1, steps / 8) == 0 ? 1 : 2;
    }
}
