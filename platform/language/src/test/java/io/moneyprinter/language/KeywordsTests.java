package io.moneyprinter.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordsTests {

    private static final List<String> BEES = List.of(
            "Inside a dark hive, a honey bee performs a waggle dance.",
            "The waggle dance tells other bees where the flowers are.",
            "Karl von Frisch decoded the waggle dance and shared the Nobel Prize in 1973.");

    @Test
    void putsFirstWhatTheTextReturnsTo() {
        assertThat(Keywords.of(BEES, Language.ENGLISH).ofText(5).getFirst()).isEqualTo("waggle dance");
    }

    @Test
    void tellsWhatOneSentenceIsAboutInItsOwnWords() {
        var keywords = Keywords.of(BEES, Language.ENGLISH);

        assertThat(keywords.ofSentence(BEES.get(0), 4)).anyMatch(keyword -> keyword.contains("hive"));
        assertThat(keywords.ofSentence(BEES.get(1), 4)).anyMatch(keyword -> keyword.contains("flowers"));
        assertThat(keywords.ofSentence(BEES.get(2), 9)).anyMatch(keyword -> keyword.contains("Nobel Prize"));
    }

    @Test
    void keepsTheCapitalsOfNames() {
        var keywords = Keywords.of(BEES, Language.ENGLISH);

        assertThat(keywords.ofSentence(BEES.get(2), 9)).contains("Karl von Frisch");
        assertThat(keywords.ofSentence(BEES.get(0), 9)).noneMatch(keyword -> keyword.contains("Inside"));
    }

    @Test
    void countsPluralsTogether() {
        var keywords =
                Keywords.of(List.of("A bee sleeps.", "Some bees sleep outdoors.", "Wasps differ."), Language.ENGLISH);

        assertThat(keywords.ofText(9))
                .filteredOn(keyword -> keyword.startsWith("bee"))
                .hasSize(1);
    }

    @Test
    void neverNamesStopWordsOrNumbers() {
        assertThat(Keywords.of(BEES, Language.ENGLISH).ofText(50))
                .allSatisfy(keyword -> assertThat(keyword.split(" "))
                        .doesNotContain("the", "a", "where", "are", "in", "and", "other", "1973"));
    }

    @Test
    void findsWordsWhereThereAreNoSpaces() {
        var chinese = new Language("zh");

        var keywords = Keywords.of(List.of("今天我们来看看深海的三个惊人事实。", "深海非常黑暗。"), chinese);

        assertThat(keywords.ofText(3)).contains("深海");
        assertThat(keywords.ofSentence("深海非常黑暗。", 3)).contains("黑暗").doesNotContain("的");
    }

    @Test
    void hasNothingToSayOfATextOfStopWords() {
        assertThat(Keywords.of(List.of("It is what it is."), Language.ENGLISH).ofText(5))
                .isEmpty();
    }
}
