package io.moneyprinter.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShinglesTests {

    @Test
    void isOneForTheSameWordsAndNothingForOthers() {
        assertThat(likeness("Bees dance in the dark.", "bees DANCE, in the dark!"))
                .isEqualTo(1);
        assertThat(likeness("Bees dance in the dark.", "Wasps build nests of paper."))
                .isZero();
    }

    /** Three of five runs: of "a b c d e" and "a b c d f" two are common and four there in all. */
    @Test
    void countsCommonRunsAmongAll() {
        assertThat(likeness("one two three four five", "one two three four six"))
                .isCloseTo(2 / 4.0, within(1e-9));
    }

    @Test
    void comparesTextsWithoutSpacesByTheirWords() {
        assertThat(Shingles.of("蜜蜂在黑暗中跳舞。", new Language("zh")).likeness(Shingles.of("蜜蜂在黑暗中跳舞！", new Language("zh"))))
                .isEqualTo(1);
    }

    private static double likeness(String one, String other) {
        return Shingles.of(one, Language.ENGLISH).likeness(Shingles.of(other, Language.ENGLISH));
    }
}
