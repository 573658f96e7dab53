package io.moneyprinter.materials.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Honey-Bees dancing_on 2 meadows.mp4 | honey bee dancing on 2 meadow mp4",
                "CAFÉ Façade, Łódź; Straße       | cafe facade lodz strasse",
                "Пчёлы танцуют                   | пчелы танцуют",
                "Οι μέλισσες                     | οι μελισσεσ",
                "النَّحْلُ يرقص                    | النحل يرقص",
                "蜜蜂在跳舞                        | 蜜蜂 在 跳舞",
                "ミツバチが踊る                     | ミツバチ が 踊る",
                "ผึ้งเต้นรำ                         | ผึ้ง เต้นรำ",
                "मधुमक्खी नाचती है                 | मधुमक्खी नाचती है",
                "glass boss stories bus            | glass boss story bus",
                "movies zombies ties series        | movie zombie tie sery",
                "beaches boxes glasses houses      | beach box glass house",
                "…—!?                              | ''"
            })
    void cutsTextsOfAnyLanguageIntoWords(String text, String words) {
        assertThat(String.join(" ", SearchWords.of(text))).isEqualTo(Normalizer.normalize(words, Form.NFKC));
    }

    @ParameterizedTest
    @CsvSource({"bee, bee", "пчелы, pcely", "蜜蜂, mifeng", "ผึ้ง, phung", "straße, strasse"})
    void writesEveryScriptInLatinLetters(String word, String latin) {
        assertThat(SearchWords.latin(word)).isEqualTo(latin);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sunset_over-Rome.final.mp4 | Sunset over Rome final",
                "IMG_2045.JPG               | ''",
                "DSC00123.jpg               | ''",
                "PXL_20240102_101112.mp4    | ''",
                "File:P1020304.jpg          | ''",
                "20240102.mp4               | ''",
                "Clip of bees.mov           | Clip of bees"
            })
    void knowsWhatACameraCallsItsFiles(String name, String title) {
        assertThat(FileTitle.of(name)).isEqualTo(title);
    }

    @Test
    void cutsWhatNobodyWouldTypeInFull() {
        assertThat(SearchWords.of("x".repeat(5_000)))
                .singleElement()
                .satisfies(word -> assertThat(word).hasSize(64));
    }

    @Test
    void writesLexemesThatNoNameBreaksOutOf() {
        var lexemes = new Lexemes().words("O'Brien", Lexemes.Weight.A).mark("tag", "it's: a \\ 'test'");

        assertThat(lexemes.vector("o'neil")).isEqualTo("'=o''neil' 'tag:it''s: a \\\\ ''test''' 'obrien':1A");
    }
}
