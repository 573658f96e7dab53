package io.moneyprinter.materials.embedding;

import java.util.Arrays;

/**
 * What a text means: a direction among those of one model. A byte for each dimension tells directions apart as well as
 * what the model said, and takes a quarter of the room.
 */
public final class Embedding {

    private static final int MOST = 127;

    private final byte[] values;
    private final double length;

    /** @param values not changed any more */
    Embedding(byte[] values) {
        this.values = values;
        this.length = Math.sqrt(dot(values, 0, values));
    }

    /**
     * What a model says.
     *
     * @throws IllegalArgumentException where they are no direction
     */
    public static Embedding of(float[] values) {
        var largest = 0f;
        for (var value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("a vector has something else than numbers in it");
            }
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            throw new IllegalArgumentException("a vector has no direction");
        }
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) Math.round((double) values[i] / largest * MOST);
        }
        return new Embedding(bytes);
    }

    public int dimensions() {
        return values.length;
    }

    double length() {
        return length;
    }

    byte[] bytes() {
        return values.clone();
    }

    /** From -1 to 1; 0 where they cannot be compared. */
    public double cosine(Embedding other) {
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
