package io.moneyprinter.tts.provider.neural;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordBordersTests {

    private static List<String> symbols(String text) {
        return text.replace(" ", "").codePoints().mapToObj(Character::toString).toList();
    }

    /** What espeak-ng 1.51 says for the sentence, and for each word alone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bˈiːz dˈæns tə ðə hˈaʊs | bˈiːz/dˈæns/tˈuː/ðˈə/hˈaʊs | bˈiːz/dˈæns/tə/ðə/hˈaʊs",
                "ðɪ ˈɛnd ʌvðə dˈeɪ | ðˈə/ˈɛnd/ˈʌv/ðˈə/dˈeɪ | ðɪ/ˈɛnd/ʌv/ðə/dˈeɪ",
                "fˈoːɹɾi tˈuː bˈiːz | fˈɔːɹɾi tˈuː/bˈiːz | fˈoːɹɾitˈuː/bˈiːz",
                "ɪɾ ˈɪz | ˈɪt/ˈɪz | ɪɾ/ˈɪz",
                "bˈiːz | bˈiːz/'' | bˈiːz/",
                "a | bcd/a | /a",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | b/a | a/aaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            })
    void findsEachWord(String spoken, String alone, String found) {
        var symbols = symbols(spoken);
        var spaced = new boolean[symbols.size()];
        var count = 0;
        for (var part : spoken.split(" ")) {
            spaced[count] = count > 0;
            count += symbols(part).size();
        }
        var words = new ArrayList<List<String>>();
        for (var word : alone.replace("''", "").split("/", -1)) {
            words.add(symbols(word));
        }

        var ends = WordBorders.of(symbols, spaced, words);

        var parts = new ArrayList<String>();
        var from = 0;
        for (var end : ends) {
            parts.add(String.join("", symbols.subList(from, end)));
            from = end;
        }
        assertThat(String.join("/", parts)).isEqualTo(found);
    }
}
