package io.moneyprinter.sound.music;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class MoodTests {

    @Test
    void hearsWhatTheTitleIsAbout() {
        assertThat(Mood.fitting("Why bees dance", 1)).isEqualTo(Mood.CALM);
        assertThat(Mood.fitting("10 Tips for your first marathon", 1)).isEqualTo(Mood.UPBEAT);
        assertThat(Mood.fitting("The dark side of the sugar war", 1)).isEqualTo(Mood.DRAMATIC);
        assertThat(Mood.fitting("A walk under the stars", 1)).isEqualTo(Mood.DREAMY);
    }

    @Test
    void letsTheSeedChooseWhereTheTitleSaysNothing() {
        var moods = EnumSet.noneOf(Mood.class);
        for (var seed = 0; seed < 50; seed++) {
            moods.add(Mood.fitting("蜜蜂为什么跳舞", seed));
        }

        assertThat(moods).containsExactlyInAnyOrder(Mood.CALM, Mood.UPBEAT, Mood.DREAMY);
        assertThat(Mood.fitting("", -3)).isEqualTo(Mood.fitting("", -3));
    }

    @Test
    void knowsItsNames() {
        assertThat(Mood.named("dreamy")).contains(Mood.DREAMY);
        assertThat(Mood.named("DREAMY")).isEmpty();
        assertThat(Mood.named("auto")).isEmpty();
        for (var mood : Mood.values()) {
            assertThat(Mood.named(mood.id())).contains(mood);
        }
    }
}
