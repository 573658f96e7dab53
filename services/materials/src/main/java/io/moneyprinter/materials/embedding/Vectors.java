package io.moneyprinter.materials.embedding;

import io.moneyprinter.contracts.common.AssetId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** What all files of an owner mean, one after the other in memory; each is compared. */
final class Vectors {

    /** What an id and what belongs to it take, in bytes. */
    static final int ID_BYTES = 112;

    /** @param change of the rows, taken together: whether they are still the same */
    record State(int count, long change, int dimensions) {}

    /** @param cosine from -1 to 1 */
    record Near(AssetId id, double cosine) {}

    private final State state;
    private final List<AssetId> ids = new ArrayList<>();
    private final byte[] values;
    private final double[] lengths;

    /** With room for as many as there are, or as many as there is room for. */
    Vectors(State state, int most) {
        var count = Math.min(state.count(), most);
        this.state = state;
        this.values = new byte[Math.multiplyExact(count, state.dimensions())];
        this.lengths = new double[count];
    }

    State state() {
        return state;
    }

    boolean isFull() {
        return ids.size() == lengths.length;
    }

    void add(AssetId id, Embedding embedding) {
        var place = ids.size();
        System.arraycopy(embedding.bytes(), 0, values, place * state.dimensions(), state.dimensions());
        lengths[place] = embedding.length();
        ids.add(id);
    }

    long bytes() {
        return values.length + (long) ids.size() * ID_BYTES;
    }

    /** The nearest ones, nearest first. */
    List<Near> nearest(Embedding wanted, int most) {
        if (wanted.dimensions() != state.dimensions()) {
            return List.of();
        }
        var farthestFirst = new PriorityQueue<Near>(Comparator.comparingDouble(Near::cosine));
        for (var place = 0; place < ids.size(); place++) {
            var cosine = wanted.cosine(values, place * state.dimensions(), lengths[place]);
            if (farthestFirst.size() < most) {
                farthestFirst.add(new Near(ids.get(place), cosine));
            } else if (cosine > farthestFirst.element().cosine()) {
                farthestFirst.remove();
                farthestFirst.add(new Near(ids.get(place), cosine));
            }
        }
        return farthestFirst.stream()
                .sorted(Comparator.comparingDouble(Near::cosine).reversed())
                .toList();
    }
}
