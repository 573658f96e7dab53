package io.moneyprinter.materials.shot;

import java.util.List;
import java.util.stream.IntStream;

/** Gives things to places in order and evenly: every thing has a place and every place has a thing. */
record Spread(int things, int places) {

    Spread {
        if (things < 1 || places < 1) {
            throw new IllegalArgumentException(
                    "%d things, %d places (expected: at least one)".formatted(things, places));
        }
    }

    /** The things at a place, by number: one, or several when there are more things than places. */
    List<Integer> at(int place) {
        var from = first(place);
        return IntStream.range(from, Math.max(from + 1, first(place + 1)))
                .boxed()
                .toList();
    }

    private int first(int place) {
        return (int) ((long) place * things / places);
    }
}
