package io.moneyprinter.tts.provider.neural;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.ffmpeg.Programs;
import java.nio.file.Path;
import java.util.List;
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
    void leavesNamesOfLanguagesOut(@TempDir Path work) {
        assertThat(espeak.of(List.of("Das ist ein Download"), "de", work))
                .singleElement()
                .asString()
                .doesNotContain("(")
                .contains("dˈaʊnləʊd");
    }
}
