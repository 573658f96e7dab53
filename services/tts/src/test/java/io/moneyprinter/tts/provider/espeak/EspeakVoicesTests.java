package io.moneyprinter.tts.provider.espeak;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.contracts.tts.Voice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EspeakVoicesTests {

    private static final List<Voice> VOICES = EspeakVoices.read(recorded());

    private static final Map<String, Voice> BY_ID =
            VOICES.stream().collect(Collectors.toMap(Voice::id, Function.identity()));

    static String recorded() {
        try (InputStream in = EspeakVoicesTests.class.getResourceAsStream("espeak-ng-1.51-voices.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Voice voice(String id) {
        return Objects.requireNonNull(BY_ID.get(id), id);
    }

    @Test
    void readsEveryLanguageOfTheTable() {
        assertThat(VOICES).hasSizeGreaterThan(250).allSatisfy(voice -> {
            assertThat(EspeakProgram.isVoice(voice.id())).isTrue();
            assertThat(voice.locale())
                    .isEqualTo(ULocale.forLanguageTag(voice.locale()).toLanguageTag());
            assertThat(voice.offline()).isTrue();
            assertThat(voice.needsKey()).isFalse();
        });
        assertThat(voice("en-us"))
                .isEqualTo(new Voice(
                        "espeak", "en-us", "English (America)", "en-US", "male", List.of("Latn"), true, false));
    }

    @Test
    void speaksEveryLanguageWithAFemaleVoiceToo() {
        assertThat(voice("de+f3").gender()).isEqualTo("female");
        assertThat(voice("de+f3").name()).isEqualTo("German, female");
        assertThat(VOICES.stream().filter(voice -> "female".equals(voice.gender())))
                .hasSize(VOICES.size() / 2);
    }

    @Test
    void callsLanguagesWhatOthersCallThem() {
        assertThat(voice("pt").locale()).isEqualTo("pt-PT");
        assertThat(voice("pt-br").locale()).isEqualTo("pt-BR");
        assertThat(voice("fa-latn").locale()).isEqualTo("fa-Latn");
        assertThat(voice("fa-latn").scripts()).containsExactly("Latn");
        assertThat(voice("fa").scripts()).contains("Arab");
    }

    @Test
    void tellsTwoVoicesOfOneLanguageApart() {
        assertThat(new HashSet<>(VOICES)).hasSameSizeAs(VOICES);
        assertThat(voice("yue").locale()).isEqualTo("yue");
        assertThat(voice("sit/yue-Latn-jyutping").locale()).isEqualTo("yue");
    }

    @Test
    void readsChineseInTheVoiceThatKnowsItsCharacters() {
        assertThat(BY_ID).doesNotContainKeys("cmn", "sit/cmn");
        assertThat(voice("cmn-latn-pinyin").locale()).isEqualTo("zh-CN");
        assertThat(voice("cmn-latn-pinyin").scripts()).contains("Hani");
    }

    @Test
    void leavesOutWhatTheProgramCannotRead() {
        assertThat(voice("ja").scripts()).contains("Hira", "Kana").doesNotContain("Hani");
        assertThat(BY_ID).doesNotContainKey("th");
    }

    @Test
    void passesOverWhatIsNoRow() {
        assertThat(EspeakVoices.read("""
                        Pty Language       Age/Gender VoiceName          File                 Other Languages
                         5  --help          --/M      Option             x/--help
                         5  ../../etc       --/M      Elsewhere          ../../etc
                        nonsense
                         2  xx              --/F      Somebody           art/xx
                        """))
                .singleElement()
                .isEqualTo(new Voice("espeak", "xx", "Somebody", "xx", "female", List.of("Latn"), true, false));
        assertThat(EspeakVoices.read("")).isEmpty();
    }
}
