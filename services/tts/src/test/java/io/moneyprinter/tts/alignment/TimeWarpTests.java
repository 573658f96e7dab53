package io.moneyprinter.tts.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeWarpTests {

    @Test
    void goesStraightThroughTheSame() {
        var rows = rows(1, 5, 2, 8, 3, 9, 4);

        var path = TimeWarp.path(rows, rows, 3);

        assertThat(path).isNotNull();
        assertThat(path.cost()).isZero();
        assertThat(path.firsts()).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(path.lasts()).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void waitsForWhatIsSlower() {
        var path = TimeWarp.path(rows(1, 5, 9, 2), rows(1, 5, 5, 5, 9, 9, 2), 4);

        assertThat(path).isNotNull();
        assertThat(path.cost()).isZero();
        assertThat(path.firsts()).containsExactly(0, 1, 4, 6);
        assertThat(path.lasts()).containsExactly(0, 3, 5, 6);
    }

    @Test
    void waitsForWhatIsFaster() {
        var path = TimeWarp.path(rows(1, 5, 5, 5, 9, 9, 2), rows(1, 5, 9, 2), 4);

        assertThat(path).isNotNull();
        assertThat(path.cost()).isZero();
        assertThat(path.firsts()).containsExactly(0, 1, 1, 1, 2, 2, 3);
    }

    @Test
    void neverRunsMoreThanThreeTimesAsFast() {
        assertThat(TimeWarp.path(rows(1, 1), rows(1, 1, 1, 1, 1, 1, 1), 10)).isNull();
        assertThat(TimeWarp.cost(rows(1, 1), rows(1, 1, 1, 1, 1, 1, 1), 10)).isInfinite();
        assertThat(TimeWarp.cost(rows(1, 1), rows(1, 1, 1, 1, 1, 1), 10)).isZero();
    }

    @Test
    void costsTheSameWithAndWithoutItsPath() {
        var random = new java.util.Random(3);
        var a = random.doubles(60).toArray();
        var b = random.doubles(75).toArray();

        var path = TimeWarp.path(rows(a), rows(b), 12);

        assertThat(path).isNotNull();
        assertThat(TimeWarp.cost(rows(a), rows(b), 12)).isEqualTo(path.cost());
        assertThat(TimeWarp.cost(rows(a), rows(b), 40)).isLessThanOrEqualTo(path.cost());
    }

    private static float[][] rows(double... values) {
        var rows = new float[values.length][1];
        for (var i = 0; i < values.length; i++) {
            rows[i][0] = (float) values[i];
        }
        return rows;
    }
}
