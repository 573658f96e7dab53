package io.moneyprinter.tts.provider.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.testing.onnx.VoiceFiles;
import io.moneyprinter.testing.onnx.VoiceModels.Flaw;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.spi.SpokenWord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KokoroVoiceTests extends NeuralVoiceContract {

    private static final int UNIT = 600;
    /** By which the sound is ahead, in units. */
    private static final int LEAD = 3;

    @BeforeEach
    void addVoices() throws IOException {
        VoiceFiles.kokoro(larynx.voices(), "kokoro", Flaw.NONE, "af_bee", "bm_wasp", "ff_mouche", "jf_hachi", "xx_no");
    }

    private static SpokenWord word(String text, int from, int to) {
        return new SpokenWord(text, Duration.ofMillis((from - LEAD) * 25L), Duration.ofMillis((to - from) * 25L));
    }

    @Test
    void readsItsVoicesOutOfTheirNames() {
        assertThat(synthesizer().voices())
                .containsExactly(
                        voice("kokoro:af_bee", "Bee", "en-US", "female"),
                        voice("kokoro:bm_wasp", "Wasp", "en-GB", "male"),
                        voice("kokoro:ff_mouche", "Mouche", "fr-FR", "female"));
    }

    private static Voice voice(String id, String name, String locale, String gender) {
        return new Voice("neural", id, name, locale, gender, List.of("Latn"), true, false);
    }

    @Test
    void saysEachSymbolForAsLongAsTheModelTells(@TempDir Path work) throws Exception {
        // The ids have a zero before and after them, the first symbol of all.
        var symbols = "_bees dance._";
        var borders = Larynx.borders(symbols);
        var style = 1 - 11 / 1000f;

        var spoken = spoken("Bees dance.", 1, work);

        var samples = samples(spoken);
        assertThat(samples).hasSize(borders[13] * UNIT);
        for (var i = 0; i < symbols.length(); i++) {
            var sample = (short) Math.round(VoiceFiles.loudness(symbols.charAt(i)) * style * Short.MAX_VALUE);
            for (var at = borders[i] * UNIT; at < borders[i + 1] * UNIT; at++) {
                assertThat(samples[at]).as("%s at %d", symbols.charAt(i), at).isEqualTo(sample);
            }
        }
        assertThat(spoken.words().getLast()).isEqualTo(word("dance", borders[6], borders[11]));
        // It cannot begin before the sound does.
        assertThat(spoken.words().getFirst().offset()).isZero();
        assertThat(end(spoken.words().getFirst())).isEqualTo(end(word("Bees", borders[1], borders[5])));
    }

    private static Duration end(SpokenWord word) {
        return word.offset().plus(word.duration());
    }

    @Test
    void speaksAtTheRateThatIsAsked(@TempDir Path work) throws Exception {
        var units = "_bees._"
                .chars()
                .mapToLong(symbol -> Math.max(1, (long) Math.rint(VoiceFiles.units((char) symbol) / 2.0)))
                .sum();

        assertThat(samples(spoken("Bees.", 2, work))).hasSize((int) units * UNIT);
    }

    @Test
    void saysInPartsWhatIsTooLongForTheModel(@TempDir Path work) throws Exception {
        var text = "bees dance, ".repeat(60) + "so.";

        var spoken = spoken(text, 1, work);

        assertThat(spoken.words()).hasSize(121);
        // With 43 clauses there would be 515 symbols (at most: 510).
        var first = Larynx.borders("_" + "bees dance, ".repeat(42).strip() + "_");
        var second = Larynx.borders("_" + "bees dance, ".repeat(18) + "so._");
        assertThat(samples(spoken)).hasSize((first[first.length - 1] + second[second.length - 1]) * UNIT);
    }

    @Test
    void leavesTheTimesOfWordsToOthersWhenTheModelDoesNotTell(@TempDir Path work) throws Exception {
        VoiceFiles.kokoro(larynx.voices(), "a-secretive", Flaw.NO_DURATIONS, "af_bee");

        assertThat(spoken("Bees dance.", 1, work).words()).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithTheModel(@TempDir Path work) throws Exception {
        VoiceFiles.kokoro(larynx.voices(), "a-broken", Flaw.STRANGE_INPUTS, "af_bee");

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> spoken("Bees dance.", 1, work))
                .withMessageContaining("a-broken/model.onnx: it is no model of Kokoro")
                .withMessageContaining("strange_input_ids")
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_FILES_BROKEN);
    }
}
