package io.moneyprinter.materials.embedding.onnx;

import java.nio.FloatBuffer;

/** How one vector is made of those of all tokens of a text. Only the direction counts. */
enum Pooling {
    MEAN {
        @Override
        float[] pool(FloatBuffer tokens, int count, int dimensions) {
            return sum(tokens, count, dimensions, false);
        }
    },
    /** Tokens count more the later they come. */
    WEIGHTED_MEAN {
        @Override
        float[] pool(FloatBuffer tokens, int count, int dimensions) {
            return sum(tokens, count, dimensions, true);
        }
    },
    MAX {
        @Override
        float[] pool(FloatBuffer tokens, int count, int dimensions) {
            var pooled = token(tokens, 0, dimensions);
            for (var i = 1; i < count; i++) {
                var next = token(tokens, i, dimensions);
                for (var j = 0; j < dimensions; j++) {
                    pooled[j] = Math.max(pooled[j], next[j]);
                }
            }
            return pooled;
        }
    },
    FIRST_TOKEN {
        @Override
        float[] pool(FloatBuffer tokens, int count, int dimensions) {
            return token(tokens, 0, dimensions);
        }
    },
    LAST_TOKEN {
        @Override
        float[] pool(FloatBuffer tokens, int count, int dimensions) {
            return token(tokens, count - 1, dimensions);
        }
    };

    /**
     * The vector of the text.
     *
     * @param tokens {@code dimensions} numbers of each, one after the other
     * @param count at least 1
     */
    abstract float[] pool(FloatBuffer tokens, int count, int dimensions);

    private static float[] token(FloatBuffer tokens, int place, int dimensions) {
        var token = new float[dimensions];
        tokens.get(place * dimensions, token);
        return token;
    }

    private static float[] sum(FloatBuffer tokens, int count, int dimensions, boolean laterMore) {
        var sum = new float[dimensions];
        for (var i = 0; i < count; i++) {
            var weight = laterMore ? (i + 1f) / count : 1f / count;
            for (var j = 0; j < dimensions; j++) {
                sum[j] += weight * tokens.get(i * dimensions + j);
            }
        }
        return sum;
    }
}
