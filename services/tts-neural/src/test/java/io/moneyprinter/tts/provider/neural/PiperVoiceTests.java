package io.moneyprinter.tts.provider.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.testing.onnx.VoiceFiles;
import io.moneyprinter.testing.onnx.VoiceModels.Flaw;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.spi.SpokenWord;
import io.moneyprinter.tts.spi.Utterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class PiperVoiceTests extends NeuralVoiceContract {

    private static final int UNIT = VoiceFiles.HOP_LENGTH;

    @BeforeEach
    void addVoices() throws IOException {
        VoiceFiles.piper(larynx.voices(), "en_US-bees-medium");
    }

    private static short sample(char symbol) {
        return (short) Math.round(VoiceFiles.loudness(symbol) * Short.MAX_VALUE);
    }

    private static SpokenWord word(String text, int from, int to) {
        return new SpokenWord(text, time(from), time(to).minus(time(from)));
    }

    /** Of a border between units. */
    private static Duration time(int units) {
        return Duration.ofNanos(Math.round(units * UNIT * 1e9 / VoiceFiles.SAMPLE_RATE));
    }

    @Test
    void readsTheVoiceOutOfItsFiles() {
        assertThat(synthesizer().voices())
                .containsExactly(new Voice(
                        "neural", "en_US-bees-medium", "bees (medium)", "en-US", null, List.of("Latn"), true, false));
    }

    @Test
    void saysEachSymbolForAsLongAsTheModelTells(@TempDir Path work) throws Exception {
        var symbols = Larynx.padded("bees dance.");
        var borders = Larynx.borders(symbols);

        var spoken = spoken("Bees dance.", 1, work);

        var samples = samples(spoken);
        assertThat(samples).hasSize(borders[symbols.length()] * UNIT);
        for (var i = 0; i < symbols.length(); i++) {
            for (var at = borders[i] * UNIT; at < borders[i + 1] * UNIT; at++) {
                assertThat(samples[at]).as("%s at %d", symbols.charAt(i), at).isEqualTo(sample(symbols.charAt(i)));
            }
        }
        // A word begins with its first symbol and ends after the pad of its last one.
        assertThat(spoken.words())
                .containsExactly(word("Bees", borders[2], borders[10]), word("dance", borders[12], borders[22]));
        assertThat(spoken.source()).isEqualTo(WordTiming.Source.ENGINE);
    }

    @Test
    void givesTheModelMarksAsPhonemes(@TempDir Path work) throws Exception {
        var symbols = Larynx.padded("so, bees");
        var borders = Larynx.borders(symbols);

        var spoken = spoken("So: “bees”", 1, work);

        assertThat(samples(spoken)).hasSize(borders[symbols.length()] * UNIT);
        assertThat(spoken.words().getLast()).isEqualTo(word("bees", borders[10], borders[18]));
        assertThat(larynx.espeak().heard()).isEqualTo("So\nbees\nSo\nbees\n");
        assertThat(larynx.espeak().asked().lines())
                .containsExactly("-q", "--ipa", "-l", "9999", "-v", "en-us", "--stdin");
    }

    @Test
    void timesWordsThatAreSpokenAsOneOrAsTwo(@TempDir Path work) throws Exception {
        var symbols = Larynx.padded("end ovðe forti tu bees.");
        var borders = Larynx.borders(symbols);

        var spoken = spoken("End of the 42 bees.", 1, work);

        assertThat(samples(spoken)).hasSize(borders[symbols.length()] * UNIT);
        assertThat(spoken.words())
                .containsExactly(
                        word("End", borders[2], borders[8]),
                        word("of", borders[10], borders[14]),
                        word("the", borders[14], borders[18]),
                        word("42", borders[20], borders[36]),
                        word("bees", borders[38], borders[46]));
    }

    @Test
    void timesWordsWithinWhichAClauseEnds(@TempDir Path work) throws Exception {
        var symbols = Larynx.padded("well known bees.");
        var borders = Larynx.borders(symbols);

        var spoken = spoken("Well-known bees.", 1, work);

        assertThat(samples(spoken)).hasSize(borders[symbols.length()] * UNIT);
        assertThat(spoken.words())
                .containsExactly(word("Well-known", borders[2], borders[22]), word("bees", borders[24], borders[32]));
    }

    @Test
    void saysSentencesOneByOneWithARest(@TempDir Path work) throws Exception {
        var first = Larynx.borders(Larynx.padded("who?"))[11];
        var second = Larynx.borders(Larynx.padded("bees."));
        var rest = 25;

        var spoken = spoken("Who? Bees.", 1, work);

        assertThat(samples(spoken)).hasSize((first + rest + second[13]) * UNIT);
        assertThat(spoken.words().getLast())
                .isEqualTo(word("Bees", first + rest + second[2], first + rest + second[10]));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 2})
    void speaksAtTheRateThatIsAsked(double rate, @TempDir Path work) throws Exception {
        var symbols = Larynx.padded("bees.");
        var units = symbols.chars()
                .map(symbol -> (int) Math.ceil((VoiceFiles.units((char) symbol) - 0.5) / rate))
                .sum();

        assertThat(samples(spoken("Bees.", rate, work))).hasSize(units * UNIT);
    }

    @ParameterizedTest
    @CsvSource({"1,2,pitch", "0.1,0,rate", "5,0,rate"})
    void refusesWhatItCannotDo(double rate, double pitch, String setting, @TempDir Path work) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> synthesizer()
                        .synthesize(
                                new Utterance(SENTENCE, synthesizer().voices().getFirst(), rate, pitch), work))
                .withMessageStartingWith(setting + " of the neural voice")
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_SETTING_UNSUPPORTED);
    }

    @Test
    void speaksAsEachOfItsSpeakers(@TempDir Path work) throws Exception {
        VoiceFiles.piper(larynx.voices(), "a-crowd", 3, Flaw.NONE);

        var voices = synthesizer().voices();
        var third = synthesizer().synthesize(new Utterance("Bees.", voices.get(2), 1, 0), work);

        assertThat(voices)
                .extracting(Voice::id)
                .containsExactly("a-crowd:p0", "a-crowd:p1", "a-crowd:p2", "en_US-bees-medium");
        var b = Larynx.borders(Larynx.padded("bees."))[2] * UNIT;
        assertThat(samples(third)[b]).isEqualTo((short) Math.round(VoiceFiles.loudness('b') / 4 * Short.MAX_VALUE));
    }

    @Test
    void readsLettersWithoutTheProgram(@TempDir Path work) throws Exception {
        var description = larynx.voices().resolve("letters.onnx.json");
        Files.writeString(
                description, VoiceFiles.piperDescription(1).replaceFirst("\\{", "{\"phoneme_type\": \"text\", "));
        Files.write(larynx.voices().resolve("letters.onnx"), VoiceFiles.piperModel(1, Flaw.NONE));
        larynx.changeTo(Duration.ofSeconds(60), "/no/such/program");

        assertThat(synthesizer().voices()).extracting(Voice::id).containsExactly("letters");
        assertThat(spoken("bees", 1, work).words())
                .containsExactly(word(
                        "bees", Larynx.borders(Larynx.padded("bees"))[2], Larynx.borders(Larynx.padded("bees"))[10]));
    }

    @Test
    void saysThatItNeedsTheProgram() {
        larynx.changeTo(Duration.ofSeconds(60), "/no/such/program");

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> synthesizer().voices())
                .withMessageContaining("espeak-ng")
                .withMessageContaining("apt-get install espeak-ng")
                .withMessageContaining("moneyprinter.tts.neural.program")
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_PROGRAM_MISSING);
    }

    @Test
    void leavesTheTimesOfWordsToOthersWhenTheModelDoesNotTell(@TempDir Path work) throws Exception {
        VoiceFiles.piper(larynx.voices(), "a-secretive", 1, Flaw.NO_DURATIONS);

        var spoken = spoken("Bees dance.", 1, work);

        assertThat(spoken.words()).isEmpty();
        assertThat(samples(spoken)).isNotEmpty();
    }

    @Test
    void leavesTheTimesOfWordsToOthersWhenTheyAreNotThoseOfTheSound(@TempDir Path work) throws Exception {
        var description = larynx.voices().resolve("en_US-bees-medium.onnx.json");
        Files.writeString(
                description, VoiceFiles.piperDescription(1).replace("\"hop_length\": 160", "\"hop_length\": 256"));

        assertThat(spoken("Bees dance.", 1, work).words()).isEmpty();
    }

    @Test
    void leavesOutASymbolThatTheVoiceDoesNotKnow(@TempDir Path work) throws Exception {
        assertThat(samples(spoken("beeés", 1, work))).hasSize(Larynx.borders(Larynx.padded("beees"))[13] * UNIT);
    }

    @Test
    void tellsWhichWordTheVoiceCannotRead(@TempDir Path work) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> spoken("bees шип", 1, work))
                .withMessageContaining("en_US-bees-medium.onnx.json")
                .withMessageContaining("'шип' (шип)")
                .withMessageContaining("the voice of espeak-ng")
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_FILES_BROKEN);
    }

    @Test
    void refusesWhatHasNoWords(@TempDir Path work) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> spoken("...", 1, work))
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.TEXT_NOT_SPEAKABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "STRANGE_INPUTS, 'its inputs are [strange_input, input_lengths, scales] (expected: input,'",
        "NOT_A_NUMBER, it makes numbers that are no sound (NaN)",
        "EMPTY, it makes no sound",
        "SILENT, it makes silence"
    })
    void tellsWhatIsWrongWithAModel(Flaw flaw, String what, @TempDir Path work) throws Exception {
        VoiceFiles.piper(larynx.voices(), "a-broken", 1, flaw);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> spoken("Bees dance.", 1, work))
                .withMessageContaining("a-broken.onnx: ")
                .withMessageContaining(what)
                .withMessageContaining("again from where it came")
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_FILES_BROKEN);
        assertThat(synthesizer()
                        .synthesize(
                                new Utterance("Bees.", synthesizer().voices().getLast(), 1, 0), work)
                        .words())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 1_500})
    void refusesAModelThatWasCutOff(int bytes, @TempDir Path work) throws Exception {
        var model = VoiceFiles.piperModel(1, Flaw.NONE);
        Files.write(larynx.voices().resolve("en_US-bees-medium.onnx"), Arrays.copyOf(model, bytes));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> spoken("Bees dance.", 1, work))
                .withMessageContaining("en_US-bees-medium.onnx: it is no ONNX model")
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_FILES_BROKEN);
    }

    @Test
    void tellsThatADescriptionIsThatOfAnotherModel(@TempDir Path work) throws Exception {
        Files.writeString(
                larynx.voices().resolve("en_US-bees-medium.onnx.json"),
                VoiceFiles.piperDescription(1).replaceFirst("\"b\": \\[\\d+]", "\"b\": [999]"));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> spoken("Bees dance.", 1, work))
                .withMessageContaining("en_US-bees-medium.onnx: ONNX Runtime cannot run it")
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_FILES_BROKEN);
    }

    @Test
    void givesUpAfterTheTimeout(@TempDir Path work) {
        larynx.changeTo(Duration.ofNanos(1), larynx.espeak().program().toString());

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> spoken("Bees dance.", 1, work))
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_TIMED_OUT);
    }

    @Test
    void isAnotherVersionWhenItsFilesChange() throws Exception {
        var voice = synthesizer().voices().getFirst();
        var before = synthesizer().version(voice);

        VoiceFiles.piper(larynx.voices(), "zz-other");
        assertThat(synthesizer().version(voice)).isEqualTo(before);
        Files.writeString(
                larynx.voices().resolve("en_US-bees-medium.onnx.json"),
                VoiceFiles.piperDescription(1).replace("0.667", "0.6"));
        assertThat(synthesizer().version(voice)).isNotEqualTo(before);
    }
}
