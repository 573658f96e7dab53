package io.moneyprinter.materials.embedding;

import java.util.Arrays;

/**
 * What a text means: a direction among those of one model. A byte for each dimension tells directions apart as well as
 * what the model said, and takes a quarter of the room.
 */
final class Embedding {

    private static final int MOST = 127;

    private final byte[] values;
    private final double length;

    /** @param values not changed any more */
    Embedding(byte[] values) {
        this.values = values;
        this.length = Math.sqrt(dot(values, 0, values));
    }

    /** @param values finite, and not all of them 0 */
    static Embedding of(float[] values) {
        var largest = 0f;
        for (var value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) Math.round((double) values[i] / largest * MOST);
        }
        return new Embedding(bytes);
    }

    int dimensions() {
        return values.length;
    }

    double length() {
        return length;
    }

    byte[] bytes() {
        return values.clone();
    }

    /** From -1 to 1; 0 where they cannot be compared. */
    double cosine(Embedding other) {
        return values.length == other.values.length ? cosine(dot(values, 0, other.values), length * other.length) : 0;
    }

    /** The same of one that lies among others, from an offset on. */
    double cosine(byte[] others, int offset, double otherLength) {
        return cosine(dot(others, offset, values), length * otherLength);
    }

    private static double cosine(int dot, double lengths) {
        return lengths == 0 ? 0 : dot / lengths;
    }

    /** At most 127² in each of thousands of dimensions, so that it fits. */
    private static int dot(byte[] others, int offset, byte[] values) {
        var sum = 0;
        for (var i = 0; i < values.length; i++) {
            sum += others[offset + i] * values[i];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding embedding && Arrays.equals(values, embedding.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
