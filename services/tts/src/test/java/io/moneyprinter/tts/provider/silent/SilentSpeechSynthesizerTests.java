package io.moneyprinter.tts.provider.silent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.tts.audio.Decoders;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpeechSynthesizerContract;
import io.moneyprinter.tts.spi.SpokenWord;
import io.moneyprinter.tts.spi.Utterance;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilentSpeechSynthesizerTests extends SpeechSynthesizerContract {

    private static final String HUNDRED_WORDS = "The old bees dance in the dark to tell their sisters where the flowers"
            + " are today and how far it is from home to there in steps of their own while the young ones stay near and"
            + " learn what every turn of the body means until they know the way by heart and fly out into the morning"
            + " with the first light on their wings over fields and hills and roads that no map of ours has ever shown"
            + " in such a small and perfect form as this one that lasts only for a few short seconds here";

    private final SilentSpeechSynthesizer silent = new SilentSpeechSynthesizer();

    @Override
    protected SpeechSynthesizer synthesizer() {
        return silent;
    }

    @Test
    void lastsAsLongAsReadingTakes() {
        var words = HUNDRED_WORDS.split(" ").length;
        var minutes = Reading.of(HUNDRED_WORDS, 1).duration().toMillis() / 60e3;

        assertThat(words / minutes).isCloseTo(210, within(15.0));
    }

    @ParameterizedTest
    @CsvSource({
        "今天我们来看看蜜蜂是怎么跳舞的, 5, 8",
        "みつばちがくらやみでおどるのをみます, 7, 11",
        "벌들은 어둠 속에서 춤을 춥니다, 5, 9",
        "ผึ้งเต้นรำในความมืดเพื่อบอกทาง, 12, 20"
    })
    void countsSignsWhereTheyAreTheMeasure(String text, double least, double most) {
        var signs = text.replace(" ", "").codePoints().count();

        assertThat(signs / seconds(Reading.of(text, 1).duration())).isBetween(least, most);
    }

    @Test
    void isShorterAtAHigherRate() {
        var normal = Reading.of(HUNDRED_WORDS, 1).duration();

        assertThat(seconds(Reading.of(HUNDRED_WORDS, 2).duration())).isCloseTo(seconds(normal) / 2, within(0.01));
        assertThat(seconds(Reading.of(HUNDRED_WORDS, 0.5).duration())).isCloseTo(seconds(normal) * 2, within(0.01));
    }

    @Test
    void staysLongEnoughToBeNoticed() {
        assertThat(Reading.of("No.", 1).duration()).isEqualTo(Duration.ofMillis(1200));
    }

    @Test
    void restsByPunctuation() {
        var plain = Reading.of("one two", 1);
        var comma = Reading.of("one, two", 1);
        var colon = Reading.of("one: two", 1);

        assertThat(second(comma).minus(second(plain))).isEqualTo(Duration.ofMillis(150));
        assertThat(second(colon).minus(second(plain))).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void makesNoSound(@TempDir Path work) {
        var spoken =
                silent.synthesize(new Utterance("Bees dance.", silent.voices().getFirst(), 1, 0), work);

        assertThat(Decoders.wav().decode(spoken.file()).samples()).containsOnly(0f);
        assertThat(spoken.words()).extracting(SpokenWord::text).containsExactly("Bees", "dance");
    }

    @Test
    void readsEveryScriptOfToday() {
        assertThat(silent.voices().getFirst().scripts())
                .contains(
                        "Latn", "Cyrl", "Arab", "Hebr", "Deva", "Beng", "Thai", "Hani", "Hira", "Kana", "Hang", "Grek")
                .doesNotContain("Zyyy", "Xsux");
    }

    private static Duration second(Reading reading) {
        return reading.words().get(1).offset();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
