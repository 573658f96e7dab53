package io.moneyprinter.sound.music;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BedNameTests {

    @Test
    void readsMoodsGenresAndBoth() {
        assertThat(BedName.parse("calm")).contains(new BedName(null, Mood.CALM, null));
        assertThat(BedName.parse("lofi")).contains(new BedName(Genre.LOFI, null, null));
        assertThat(BedName.parse("lofi:dark")).contains(new BedName(Genre.LOFI, Mood.DARK, null));
        assertThat(BedName.parse("lofi:dark:-7")).contains(new BedName(Genre.LOFI, Mood.DARK, -7L));
        for (var seed : new long[] {Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(BedName.parse("lofi:dark:" + seed)).contains(new BedName(Genre.LOFI, Mood.DARK, seed));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "polka",
                "dark:lofi",
                "lofi:",
                "lofi:dark:",
                "lofi:dark:x",
                "lofi:dark:1:2",
                "lofi:dark:9223372036854775808",
                "LOFI"
            })
    void readsNothingElse(String text) {
        assertThat(BedName.parse(text)).isEmpty();
    }

    @Test
    void leavesNoWordInDoubt() {
        for (var genre : Genre.values()) {
            assertThat(Mood.named(genre.id())).isEmpty();
        }
    }
}
