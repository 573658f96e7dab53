package io.moneyprinter.tts.provider.neural;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ULocale;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClauseTests {

    private static List<Clause> clauses(String text, String locale) {
        return Clause.of(text, ULocale.forLanguageTag(locale));
    }

    @Test
    void cutsAtMarksAndKeepsThem() {
        assertThat(clauses("Look: bees, “dance”! Why? Well… so", "en"))
                .containsExactly(
                        new Clause(List.of("Look"), "Look", ":", false),
                        new Clause(List.of("bees"), "bees", ",", false),
                        new Clause(List.of("dance"), "dance", "!", true),
                        new Clause(List.of("Why"), "Why", "?", true),
                        new Clause(List.of("Well"), "Well", "…", true),
                        new Clause(List.of("so"), "so", "", false));
    }

    @Test
    void leavesMarksWithinWordsAndSentencesAlone() {
        assertThat(clauses("The U.S. army has 3.5 mother-in-law's.", "en"))
                .containsExactly(new Clause(
                        List.of("The", "U.S", "army", "has", "3.5", "mother-in-law's"),
                        "The U.S army has 3.5 mother-in-law's",
                        ".",
                        true));
    }

    @Test
    void cutsScriptsWithoutSpacesIntoWords() {
        assertThat(clauses("蜜蜂跳舞。好！", "zh"))
                .containsExactly(
                        new Clause(List.of("蜜蜂", "跳舞"), "蜜蜂跳舞", ".", true), new Clause(List.of("好"), "好", "!", true));
        assertThat(clauses("मधुमक्खियाँ नाचती हैं।", "hi"))
                .containsExactly(
                        new Clause(List.of("मधुमक्खियाँ", "नाचती", "हैं"), "मधुमक्खियाँ नाचती हैं", ".", true));
    }

    @Test
    void takesNothingForACommandToTheProgram() {
        assertThat(clauses("[[h@l'oU]] a\u0001b\nc --version", "en").getFirst().line())
                .isEqualTo("h@l'oU ab c version");
    }

    @Test
    void cutsWhatGoesOnForTooLong() {
        assertThat(clauses("bee ".repeat(100), "en"))
                .extracting(clause -> clause.words().size())
                .containsExactly(40, 40, 20);
    }
}
