package io.moneyprinter.materials.designed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GistTests {

    @Test
    void takesThePhraseThatTheKeywordsAreIn() {
        var gist = Gist.of("The angle of the run points to the sun.", List.of("angle", "sun", "run"), "en");

        assertThat(gist.phrase()).isEqualTo("angle of the run");
        assertThat(gist.word()).isEqualTo("angle");
    }

    @Test
    void neverBeginsOrEndsWithASmallWord() {
        for (var text : List.of(
                "And yet the whole colony understands exactly where it has to go after that.",
                "It is not the size of the dog in the fight that really matters most to them.",
                "When she comes back to the hive, she shows all of the others what she found.")) {
            var words = Gist.of(text, List.of(), "en").phrase().split(" ");

            assertThat(StopWords.contains(words[0])).as(text).isFalse();
            assertThat(StopWords.contains(words[words.length - 1])).as(text).isFalse();
            assertThat(words.length).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void neverReachesOverAComma() {
        var gist = Gist.of(
                "Deep inside the cold hive, foragers wait for a very long time.", List.of("hive", "foragers"), "en");

        assertThat(gist.phrase()).doesNotContain(",");
    }

    @Test
    void takesABriefSentenceWhole() {
        var gist = Gist.of("No teacher, no map, no words.", List.of("teacher"), "en");

        assertThat(gist.phrase()).isEqualTo("No teacher, no map, no words");
        assertThat(gist.brief()).isTrue();
    }

    @Test
    void saysWhatIsCounted() {
        assertThat(Gist.of("A single hive can hold 40,000 bees.", List.of("hive"), "en")
                        .label())
                .isEqualTo("bees");
        assertThat(Gist.of("A jar of honey costs $4.50 at the market.", List.of("honey", "jar"), "en")
                        .label())
                .isEqualTo("jar of honey");
        assertThat(Gist.of("只有5%的海洋被人类探索过。", List.of("海洋"), "zh").label()).startsWith("海洋");
    }

    @Test
    void readsNumbers() {
        assertNumber("It costs $4.50 per kilo", NumberFact.Kind.MONEY, "$4.50", 4.5);
        assertNumber("Es kostet 12,50 € pro Kilo", NumberFact.Kind.MONEY, "12,50 €", 1250);
        assertNumber("About 85 percent of them", NumberFact.Kind.PERCENT, "85%", 85);
        assertNumber("Nearly 3.5% is left", NumberFact.Kind.PERCENT, "3.5%", 3.5);
        assertNumber("Two thirds of all bees", NumberFact.Kind.PERCENT, "2/3", 67);
        assertNumber("In 1967 he wrote it down", NumberFact.Kind.YEAR, "1967", 1967);
        assertNumber("A hive has 40,000 bees", NumberFact.Kind.COUNT, "40,000", 40);
        assertNumber("It took 3 million years", NumberFact.Kind.COUNT, "3 million", 3);
        assertThat(NumberFact.in("The COVID-19 virus and the B52 bomber")).isNull();
        assertThat(NumberFact.in("No number at all")).isNull();
    }

    private static void assertNumber(String text, NumberFact.Kind kind, String shown, double value) {
        var number = NumberFact.in(text);

        assertThat(number).as(text).isNotNull();
        assertThat(number.kind()).as(text).isEqualTo(kind);
        assertThat(number.shown()).isEqualTo(shown);
        if (kind != NumberFact.Kind.MONEY && kind != NumberFact.Kind.COUNT) {
            assertThat(number.value()).isEqualTo(value);
        }
    }
}
