package io.moneyprinter.materials.designed;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GistTests {

    @Test
    void takesThePhraseThatTheKeywordsAreIn() {
        var gist = Gist.of("The angle of the run points to the sun.", List.of("angle", "sun", "run"), "en");

        assertThat(gist.phrase()).isEqualTo("angle of the run");
        assertThat(gist.word()).isEqualTo("angle");
    }

    @Test
    void neverBeginsOrEndsWithASmallWord() {
        var small = SmallWords.of(Language.ENGLISH);
        for (var text : List.of(
                "And yet the whole colony understands exactly where it has to go after that.",
                "It is not the size of the dog in the fight that really matters most to them.",
                "When she comes back to the hive, she shows all of the others what she found.")) {
            var words = Gist.of(text, List.of(), "en").phrase().split(" ");

            assertThat(small.contains(words[0])).as(text).isFalse();
            assertThat(small.contains(words[words.length - 1])).as(text).isFalse();
            assertThat(words.length).isLessThanOrEqualTo(4);
        }
    }

    /** Small words of another language say something in this one. */
    @ParameterizedTest
    @CsvSource({
        "en, But after all it was the war., war",
        "en, That is only for the man., man",
        "de, Und dann war er mit dem Team bei uns., Team"
    })
    void knowsTheSmallWordsOfTheLanguageAlone(String language, String text, String word) {
        assertThat(Gist.of(text, List.of(), language).word()).isEqualTo(word);
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
    void cutsNoNumber() {
        for (var text : List.of(
                "Nobody believed that the coldest valley had -40 °C that winter of theirs.",
                "Nobody believed that the coldest valley had 10-20 % of them that winter.",
                "On croit que la vieille ruche abrite 40 000 abeilles pendant tout cet hiver.")) {
            for (var word : List.of("valley", "winter", "ruche", "abeilles")) {
                var gist = Gist.of(text, List.of(word), "fr");

                for (var phrase : List.of(gist.phrase(), String.valueOf(gist.support()))) {
                    assertThat(phrase)
                            .as(text)
                            .doesNotMatch(
                                    ".*(?<![-–])\\b40(?! 000| °C).*|.*\\b10(?!-20).*|.*(?<!10-)20.*|.*(?<!40 )000.*");
                }
            }
        }
    }
}
