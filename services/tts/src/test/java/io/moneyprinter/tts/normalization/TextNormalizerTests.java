package io.moneyprinter.tts.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class TextNormalizerTests {

    private static final TextNormalizer NORMALIZER = new TextNormalizer();
    private static final Set<String> EVERYTHING =
            Set.of("Latn", "Hani", "Hira", "Kana", "Hang", "Arab", "Cyrl", "Thai", "Deva");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It costs $4.50.                       | It costs four dollars and fifty cents.
            Only $1 or $0.99!                     | Only one dollar or ninety nine cents!
            They raised $4.5 million.             | They raised four point five million dollars.
            €20, £3.01 and ¥500                   | twenty euros, three pounds and one penny and five hundred yen
            A debt of -$5                         | A debt of minus five dollars
            Since 2026                            | Since twenty twenty six
            In 1905 it began                      | In nineteen oh five it began
            About 1234 cells                      | About one thousand two hundred thirty four cells
            2000 bees fly                         | two thousand bees fly
            In 1789 they met                      | In seventeen eighty nine they met
            1,234,567 stars                       | one million two hundred thirty four thousand five hundred sixty seven stars
            3.14 is pi                            | three point one four is pi
            25% of all                            | twenty five percent of all
            a 2.5% rise                           | a two point five percent rise
            5 km away                             | five kilometers away
            1 km, 90 km/h                         | one kilometer, ninety kilometers per hour
            at -5 °C or 41°F                      | at minus five degrees Celsius or forty one degrees Fahrenheit
            the 1st, 22nd and 103rd               | the first, twenty second and one hundred third
            On November 23, 2026 at 3:05 pm       | On November twenty third, twenty twenty six at three oh five P M
            On 2026-11-23                         | On November twenty third twenty twenty six
            On 7/4/2026                           | On July fourth twenty twenty six
            At 14:30, at 9:00                     | At fourteen thirty, at nine o'clock
            the 1990s and '80s                    | the nineteen nineties and eighties
            pages 10–20                           | pages ten to twenty
            1/2 cup                               | one half cup
            Dr. Smith vs. Mrs. Jones              | Doctor Smith versus Missis Jones
            NASA and the FBI study DNA            | NASA and the F B I study D N A
            salt & pepper                         | salt and pepper
            2 + 2 = 4                             | two plus two equals four
            mail bee@hive.org now                 | mail bee at hive dot org now
            See https://example.com/x             | See example dot com slash x
            See https://example.com/x.            | See example dot com slash x.
            "Well-known" (really) – yes…          | Well known, really, yes,
            COVID-19 and mp3                      | COVID nineteen and mp three
            version 1.2.3                         | version one dot two dot three
            agent 007                             | agent zero zero seven
            Bees 🐝 dance 💃🏽!                    | Bees dance!
            🐝                                    | honeybee
            #bees are no. 1                       | hashtag bees are no. one
            It’s Ada’s                            | It's Ada's
            AMAZING NEWS FOR YOU TODAY            | amazing news for you today
            """)
    void speaksEnglish(String written, String spoken) {
        assertThat(NORMALIZER.normalize(written, "en", Set.of("Latn")).spoken()).isEqualTo(spoken);
    }

    /** Also: whatever is said stands for words, and no word is lost or stands at two places. */
    @ParameterizedTest
    @CsvFileSource(resources = "spoken.txt", delimiter = '|', encoding = "UTF-8")
    void speaksEveryLanguage(String language, String written, String spoken) {
        var text = NORMALIZER.normalize(written, language, EVERYTHING);

        assertThat(text.spoken()).isEqualTo(spoken);
        assertThat(String.join("", words(text)).replace(" ", "")).isEqualTo(written.replace(" ", ""));
        assertThat(IntStream.range(0, text.words().size()))
                .allMatch(word ->
                        text.pieces().stream().anyMatch(piece -> piece.firstWord() <= word && word < piece.endWord()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | It costs $4.50, really!             | It/costs/$4.50,/really!
            en | See https://example.com/x now       | See/https://example.com/x/now
            en | Bees 🐝 dance 💃🏽!                  | Bees 🐝/dance 💃🏽!
            en | 🐝 Bees                             | 🐝 Bees
            en | A well-known "fact"                 | A/well-known/"fact"
            en | water—and wine                      | water—/and/wine
            en | one – two                           | one –/two
            en | salt & pepper                       | salt/&/pepper
            en | 5 km/h                              | 5/km/h
            fr | Elle crie «\u202fau feu\u202f»     | Elle/crie «/au/feu\u202f»
            zh | 今天，我们来看看3个“事实”。             | 今天，/我们/来/看看/3/个/“事实”。
            th | สวัสดีครับ                            | สวัสดี/ครับ
            ja | 東京タワーは高い。                      | 東京タワー/は/高い。
            ar | مرحبا، يا نحل!                       | مرحبا،/يا/نحل!
            """)
    void cutsWrittenWords(String language, String written, String words) {
        var text = NORMALIZER.normalize(written, language, EVERYTHING);

        assertThat(String.join("/", words(text))).isEqualTo(words);
    }

    @Test
    void remembersWhichWordIsSpoken() {
        var text = NORMALIZER.normalize("In 2026 it costs $4.50, see https://example.com/x 🐝.", "en", Set.of("Latn"));

        assertThat(text.pieces().stream()
                        .map(piece -> text.spoken(piece) + " = " + text.word(piece.firstWord()))
                        .toList())
                .containsExactly(
                        "In = In",
                        "twenty twenty six = 2026",
                        "it = it",
                        "costs = costs",
                        "four dollars and fifty cents = $4.50,",
                        "see = see",
                        "example dot com slash x = https://example.com/x 🐝.");
    }

    @Test
    void speaksOneAmountForSeveralWords() {
        var text = NORMALIZER.normalize("$4.5 million raised", "en", Set.of("Latn"));

        assertThat(text.pieces().getFirst().endWord()).isEqualTo(2);
        assertThat(words(text)).containsExactly("$4.5", "million", "raised");
    }

    @Test
    void givesEveryWordSomethingToSay() {
        for (var written : List.of("( a ) ~ b", "… - !", "— 🐝 —", "x", "1", "$", "a.b.c", "'", "100 % €", "\"")) {
            var text = NORMALIZER.normalize(written, "en", Set.of("Latn"));

            assertThat(IntStream.range(0, text.words().size()))
                    .as(written)
                    .allMatch(word -> text.pieces().stream()
                            .anyMatch(piece -> piece.firstWord() <= word && word < piece.endWord()));
        }
    }

    @Test
    void hasNothingToSayForMarksAlone() {
        assertThat(NORMALIZER.normalize("...", "en", Set.of("Latn")).isSilent()).isTrue();
        assertThat(NORMALIZER.normalize(" \u200b ", "en", Set.of("Latn")).isSilent())
                .isTrue();
    }

    @Test
    void saysAForeignNameByItsSound() {
        assertThat(NORMALIZER
                        .normalize("It is 東京 of course", "en", Set.of("Latn"))
                        .spoken())
                .isEqualTo("It is dōng jīng of course");
    }

    private static List<String> words(NormalizedText text) {
        return IntStream.range(0, text.words().size()).mapToObj(text::word).toList();
    }

    @Test
    void saysWhatThePronunciationSays() {
        var text = NORMALIZER.normalize(
                "GIFs, a GIF of 5 MB.",
                "en",
                Set.of("Latn"),
                List.of(new Pronunciation(8, 11, "jiff", null), new Pronunciation(15, 19, "a lot", "ə ˈlɒt")));

        assertThat(text.spoken()).isEqualTo("GIFs, a jiff of a lot.");
        assertThat(words(text)).containsExactly("GIFs,", "a", "GIF", "of", "5", "MB.");
        assertThat(text.sounds()).containsExactly(new NormalizedText.Sounds(new NormalizedText.Span(16, 21), "ə ˈlɒt"));
    }

    @Test
    void findsWhatIsSpokenForAPartOfTheText() {
        var text = NORMALIZER.normalize("It is 5 km to go", "en", Set.of("Latn"));

        var span = text.spoken(6, 10);

        assertThat(span).isNotNull();
        assertThat(text.spoken().substring(span.start(), span.end())).isEqualTo("five kilometers");
    }
}
