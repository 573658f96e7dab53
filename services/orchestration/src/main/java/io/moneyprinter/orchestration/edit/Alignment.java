package io.moneyprinter.orchestration.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which sentences of two versions are the same ones. Those with the same words are, and of the rest those that stand
 * in the same place between them.
 */
final class Alignment {

    private final int[] fromOf;
    private final int[] toOf;
    private final BitSet moved = new BitSet();

    private Alignment(int from, int to) {
        fromOf = new int[to];
        toOf = new int[from];
        Arrays.fill(fromOf, -1);
        Arrays.fill(toOf, -1);
    }

    static Alignment of(List<String> from, List<String> to) {
        var alignment = new Alignment(from.size(), to.size());
        alignment.pairEqual(from, to);
        alignment.pairRest();
        alignment.findMoved();
        return alignment;
    }

    /** The number on the one side of a sentence of the other, -1 when there is none. */
    int from(int to) {
        return fromOf[to];
    }

    boolean removed(int from) {
        return toOf[from] < 0;
    }

    /** Whether a sentence of the other side has changed places. */
    boolean moved(int to) {
        return moved.get(to);
    }

    private void pair(int from, int to) {
        fromOf[to] = from;
        toOf[from] = to;
    }

    private void pairEqual(List<String> from, List<String> to) {
        Map<String, Deque<Integer>> places = new HashMap<>();
        for (var index = 0; index < from.size(); index++) {
            places.computeIfAbsent(from.get(index), _ -> new ArrayDeque<>()).add(index);
        }
        for (var index = 0; index < to.size(); index++) {
            var same = places.get(to.get(index));
            if (same != null && !same.isEmpty()) {
                pair(same.removeFirst(), index);
            }
        }
    }

    /** A sentence with other words follows the same one, or comes before the same one, as it did. */
    private void pairRest() {
        for (var to = 0; to < fromOf.length; to++) {
            var expected = to == 0 ? 0 : fromOf[to - 1] + 1;
            if (fromOf[to] < 0 && (to == 0 || fromOf[to - 1] >= 0) && free(expected)) {
                pair(expected, to);
            }
        }
        for (var to = fromOf.length - 1; to >= 0; to--) {
            var last = to == fromOf.length - 1;
            var expected = last ? toOf.length - 1 : fromOf[to + 1] - 1;
            if (fromOf[to] < 0 && (last || fromOf[to + 1] >= 0) && free(expected)) {
                pair(expected, to);
            }
        }
    }

    private boolean free(int from) {
        return from >= 0 && from < toOf.length && toOf[from] < 0;
    }

    /** All that have to be taken out until the rest is in the order it was in, as few as possible. */
    private void findMoved() {
        var pairs = new ArrayList<Integer>();
        for (var to = 0; to < fromOf.length; to++) {
            if (fromOf[to] >= 0) {
                pairs.add(to);
                moved.set(to);
            }
        }
        var tails = new ArrayList<Integer>();
        var previous = new HashMap<Integer, Integer>();
        for (var to : pairs) {
            var length = 0;
            while (length < tails.size() && fromOf[tails.get(length)] < fromOf[to]) {
                length++;
            }
            if (length > 0) {
                previous.put(to, tails.get(length - 1));
            }
            if (length == tails.size()) {
                tails.add(to);
            } else {
                tails.set(length, to);
            }
        }
        for (var to = tails.isEmpty() ? null : tails.getLast(); to != null; to = previous.get(to)) {
            moved.clear(to);
        }
    }
}
