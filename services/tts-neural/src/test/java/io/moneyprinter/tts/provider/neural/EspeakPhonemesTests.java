package io.moneyprinter.tts.provider.neural;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.ffmpeg.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** With the program itself. */
@EnabledIf(value = "isInstalled", disabledReason = "espeak-ng is not on the PATH")
class EspeakPhonemesTests {

    private final EspeakPhonemes espeak = new EspeakPhonemes("espeak-ng");

    static boolean isInstalled() {
        return Programs.find("espeak-ng") != null;
    }

    @Test
    void givesALineOfPhonemesForEachLine(@TempDir Path work) {
        var lines = List.of("Bees dance", "the end of the day", "forty-two 42", "e.g. this, that", "(", "U.S");

        var phonemes = espeak.of(lines, "en-us", work);

        assertThat(phonemes).hasSize(6);
        assertThat(phonemes.getFirst()).isEqualTo("bˈiːz dˈæns");
        assertThat(phonemes.get(1)).contains("ʌvðə");
        assertThat(phonemes.get(3)).startsWith("fˌɔːɹɛɡzˈæmpəl ðˈɪs").endsWith("ðˈæt");
        assertThat(phonemes.get(4)).isEmpty();
        assertThat(espeak.version()).startsWith("1.");
    }

    @Test
    void letsEveryWordBeFound(@TempDir Path work) {
        var symbols = new HashMap<String, long[]>();
        "_^$ ,.ˈˌːabdefhijklmnopstuvwzæðŋɐɑɒɔəɚɛɜɡɪɹɾʃʊʌʒʔɫθᵻ"
                .codePoints()
                .forEach(symbol -> symbols.put(Character.toString(symbol), new long[] {symbol}));
        var voice = new PiperVoice(
                new Voice("neural", "x", "x", "en-US", null, List.of("Latn"), true, false),
                work.resolve("x.onnx"),
                new PiperConfig(
                        work.resolve("x.onnx.json"),
                        "en-US",
                        "x",
                        "en-us",
                        new Alphabet(symbols, Set.of(), new long[0], new long[0], new long[0]),
                        22_050,
                        256,
                        1,
                        1,
                        1,
                        Map.of()),
                null);

        var said =
                Pronunciation.of("At the end of the day, 42 of us saw it is as good as it was.", voice, espeak, work);

        var words = new ArrayList<String>();
        for (var word = 0; word < said.words().size(); word++) {
            var own = new StringBuilder();
            for (var sound : said.phrases().getFirst().sounds()) {
                own.append(sound.word() == word ? sound.symbol() : "");
            }
            words.add(own.toString());
        }
        assertThat(words)
                .containsExactly(
                        "æt",
                        "ðɪ",
                        "ˈɛnd",
                        "ʌv",
                        "ðə",
                        "dˈeɪ",
                        "fˈoːɹɾi tˈuː",
                        "ʌv",
                        "ˌʌs",
                        "sˈɔː",
                        "ɪɾ",
                        "ɪz",
                        "æz",
                        "ɡˈʊd",
                        "æz",
                        "ɪt",
                        "wˈʌz");
    }

    @Test
    void readsChineseCharacters(@TempDir Path work) {
        assertThat(espeak.of(List.of("蜜蜂跳舞"), "cmn", work)).containsExactly("mˈi5 fˈə5ŋ thjˈɑu5 wˈu2");
    }

    @Test
    void leavesNamesOfLanguagesOut(@TempDir Path work) {
        assertThat(espeak.of(List.of("Das ist ein Download"), "de", work))
                .singleElement()
                .asString()
                .doesNotContain("(")
                .contains("dˈaʊnləʊd");
    }
}
