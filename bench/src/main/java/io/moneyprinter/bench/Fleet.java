package io.moneyprinter.bench;

import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** How long a number of workers take for pieces of known length, when each takes the next piece as soon as it is idle. */
record Fleet(List<Double> pieces) {

    Fleet {
        pieces = List.copyOf(pieces);
    }

    /** A film so many times as long. */
    Fleet times(int factor) {
        return new Fleet(IntStream.range(0, factor)
                .mapToObj(i -> pieces)
                .flatMap(List::stream)
                .toList());
    }

    /** Seconds until the last piece is done. */
    double seconds(int workers) {
        var idleAt = new PriorityQueue<>(Collections.nCopies(workers, 0.0));
        var end = 0.0;
        for (var piece : pieces) {
            var done = idleAt.remove() + piece;
            idleAt.add(done);
            end = Math.max(end, done);
        }
        return end;
    }
}
