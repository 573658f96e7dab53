package io.moneyprinter.materials.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTests {

    private final Random random = new Random(7);

    /** Models whose vectors all lie around one direction, as those of E5 do, and others. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 5})
    void tellsTheSameFromTheUnrelatedOnAnyScale(double common) {
        var wanted = new ArrayList<Embedding>();
        var found = new ArrayList<Embedding>();
        for (var i = 0; i < Calibration.PAIRS.size(); i++) {
            var meaning = noise(1);
            wanted.add(around(common, meaning, noise(0.5)));
            found.add(around(common, meaning, noise(0.5)));
        }

        var calibration = Calibration.of(wanted, found);

        var meaning = noise(1);
        var text = around(common, meaning, noise(0.5));
        assertThat(calibration.of(text.cosine(around(common, meaning, noise(0.5)))))
                .isGreaterThan(0.7);
        for (var i = 0; i < 100; i++) {
            assertThat(calibration.of(text.cosine(around(common, noise(1), noise(0.5)))))
                    .isLessThan(0.35);
        }
    }

    @Test
    void refusesAModelThatDoesNotTellThemApart() {
        var same = List.of(
                Embedding.of(new float[] {1, 2}), Embedding.of(new float[] {1, 2}), Embedding.of(new float[] {1, 2}));

        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.of(same, same));
    }

    @Test
    void asksForDifferentTexts() {
        assertThat(Calibration.PAIRS).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    }

    private double[] noise(double size) {
        return random.doubles(64).map(value -> size * (value - 0.5)).toArray();
    }

    private static Embedding around(double common, double[] meaning, double[] noise) {
        var vector = new float[meaning.length];
        for (var i = 0; i < vector.length; i++) {
            vector[i] = (float) (meaning[i] + noise[i] + (i == 0 ? common : 0));
        }
        return Embedding.of(vector);
    }
}
