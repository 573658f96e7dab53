package io.moneyprinter.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.content.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SparesTests {

    @Test
    void sparesFirstWhatIsLeastAboutTheSubject() {
        var ranked = rank(section(
                "Bees dance to show other bees where flowers are.",
                "The dance of the bees points at the flowers.",
                "Aristotle watched hives long ago.",
                "Bees follow the dance and fly to the flowers.",
                "A dance feeds the hive."));

        assertThat(spares(ranked)).containsExactly(0, 3, 1, 2, 0);
    }

    @Test
    void keepsWhatTheNextSentenceLeansOn() {
        var ranked = rank(section(
                "Bees dance to show other bees where flowers are.",
                "Karl von Frisch understood their dance in 1927.",
                "He received a prize for it.",
                "A dance feeds the hive."));

        assertThat(spares(ranked)).containsExactly(0, 0, 1, 0);
    }

    @Test
    void keepsTheBeginningOfEachSectionAndTheEnd() {
        var ranked = rank(
                section("Bees dance in the hive.", "Flowers feed the bees."),
                section("Ants leave a smell.", "Other ants follow the smell."));

        assertThat(spares(ranked)).containsExactly(0, 1, 0, 0);
    }

    @Test
    void sparesASectionOfOneSentence() {
        var ranked = rank(
                section("Bees dance in the hive."),
                section("Ants leave a smell."),
                section("Wasps do neither."),
                section("They sting, though."),
                section("Bees are loved most."));

        assertThat(spares(ranked).get(2)).isZero();
        assertThat(spares(ranked)).containsExactlyInAnyOrder(0, 1, 0, 2, 0);
    }

    private static List<Integer> spares(GeneratedContent content) {
        return content.sentences().stream().map(Sentence::spare).toList();
    }

    private static Section section(String... sentences) {
        return new Section(
                null,
                Stream.of(sentences)
                        .map(sentence -> new Sentence(sentence, Duration.ofMillis(300), List.of()))
                        .toList());
    }

    private static GeneratedContent rank(Section... sections) {
        return Spares.rank(
                new GeneratedContent("script", "title", "", List.of(), "en", 10, List.of(sections), Map.of()));
    }
}
