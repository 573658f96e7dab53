package io.moneyprinter.materials.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.contracts.common.AssetId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class VectorsTests {

    private static final int FILES = 100_000;
    private static final int DIMENSIONS = 384;
    private static final int MOST = 50;

    /** Against all cosines of the numbers as the model gave them. */
    @Test
    void findsTheNearestOfAHundredThousand() {
        var random = new Random(42);
        var texts = new float[FILES][];
        var ids = new AssetId[FILES];
        var vectors = new Vectors(new Vectors.State(FILES, 1, DIMENSIONS), FILES);
        for (var i = 0; i < FILES; i++) {
            texts[i] = vector(random);
            ids[i] = new AssetId(new UUID(random.nextLong(), random.nextLong()).toString());
            vectors.add(ids[i], Embedding.of(texts[i]));
        }
        assertThat(vectors.isFull()).isTrue();
        assertThat(vectors.bytes()).isLessThan(FILES * 500L);
        for (var round = 0; round < 10; round++) {
            var wanted = vector(random);
            var start = System.nanoTime();

            var found = vectors.nearest(Embedding.of(wanted), MOST);

            LoggerFactory.getLogger(VectorsTests.class)
                    .info("{} files in {}", FILES, Duration.ofNanos(System.nanoTime() - start));
            var cosines = Arrays.stream(texts)
                    .mapToDouble(text -> cosine(wanted, text))
                    .toArray();
            var exact = IntStream.range(0, FILES)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> -cosines[i]))
                    .limit(2 * MOST)
                    .toList();
            assertThat(found).hasSize(MOST).isSortedAccordingTo(Comparator.comparingDouble(near -> -near.cosine()));
            assertThat(found.getFirst().id())
                    .isIn(exact.subList(0, 5).stream().map(i -> ids[i]).toList());
            // A byte for each number moves a cosine by little, so only those change places that are as good.
            assertThat(exact.stream().map(i -> ids[i]).toList())
                    .containsAll(found.stream().map(Vectors.Near::id).toList());
            assertThat(found.getFirst().cosine()).isCloseTo(cosines[exact.getFirst()], within(0.005));
            assertThat(found.getLast().cosine()).isCloseTo(cosines[exact.get(MOST - 1)], within(0.005));
        }
    }

    @Test
    void doesNotCompareModels() {
        var vectors = new Vectors(new Vectors.State(1, 1, 3), 10);
        vectors.add(new AssetId("a"), Embedding.of(new float[] {1, 0, 0}));

        assertThat(vectors.nearest(Embedding.of(new float[] {1, 0}), 5)).isEmpty();
        assertThat(Embedding.of(new float[] {1, 0}).cosine(Embedding.of(new float[] {1, 0, 0})))
                .isZero();
    }

    private static float[] vector(Random random) {
        var vector = new float[DIMENSIONS];
        for (var i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    private static double cosine(float[] one, float[] other) {
        double dot = 0;
        double ones = 0;
        double others = 0;
        for (var i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
            ones += one[i] * one[i];
            others += other[i] * other[i];
        }
        return dot / Math.sqrt(ones * others);
    }
}
