package io.moneyprinter.tts.provider.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.testing.onnx.VoiceFiles;
import io.moneyprinter.testing.onnx.VoiceModels.Flaw;
import io.moneyprinter.tts.TtsErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceShelfTests {

    @TempDir
    Path directory;

    private VoiceShelf shelf;

    @BeforeEach
    void open() throws IOException {
        shelf = new VoiceShelf(directory, Duration.ofNanos(1), Clock.systemUTC());
        VoiceFiles.piper(directory, "good");
    }

    private void assertBroken(String file, String... parts) {
        assertThat(shelf.broken())
                .singleElement()
                .asString()
                .contains(file + ": ")
                .contains(parts);
        assertThat(shelf.usable()).extracting(Voice::id).contains("good");
    }

    @Test
    void tellsThatADescriptionIsMissing() throws IOException {
        Files.delete(VoiceFiles.piper(directory, "bad").resolveSibling("bad.onnx.json"));

        assertBroken("bad.onnx.json", "it is missing", "put it beside the model");
    }

    @Test
    void tellsThatAModelIsMissing() throws IOException {
        Files.delete(VoiceFiles.piper(directory, "bad"));

        assertBroken("bad.onnx", "it is missing", "put the model beside its description");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | { | it cannot be read as JSON",
                "^.*$ | [] | it is no JSON object",
                "\"sample_rate\": 16000 | \"sample_rate\": \"high\" | audio.sample_rate is \"high\" (expected: a whole number from 8000 to 192000)",
                "\"hop_length\": 160 | \"hop_length\": 0 | hop_length is 0",
                "\"length_scale\": 1 | \"length_scale\": 0 | inference.length_scale is 0 (expected: more than 0)",
                "\"noise_scale\": 0.667 | \"noise_scale\": -1 | inference.noise_scale is -1",
                "\"en-us\" | \"../../etc/passwd\" | espeak.voice is '../../etc/passwd' (expected: a voice of espeak-ng, such as en-us)",
                "\"voice\": \"en-us\" | \"voice\": \"--path=/etc\" | espeak.voice is '--path=/etc'",
                "\"en_US\" | \"?\" | language.code is '?' (expected: a language, such as en_US)",
                "\"dataset\" | \"phoneme_type\": \"pinyin\", \"dataset\" | phoneme_type is pinyin",
                "\"_\": .0., | '' | phoneme_id_map is without '_' (expected: the map that belongs to the model)",
                "\"b\": .8. | \"b\": \"x\" | phoneme_id_map.b is \"x\" (expected: whole numbers)",
                "\"num_speakers\": 1 | \"num_speakers\": 99999 | num_speakers is 99999",
            })
    void tellsWhatIsWrongWithADescription(String part, String instead, String what) throws IOException {
        VoiceFiles.piper(directory, "bad");
        var description = directory.resolve("bad.onnx.json");
        var text = part.equals("^.*$") || part.equals("{")
                ? instead
                : Files.readString(description).replaceFirst(part, instead);
        assertThat(text).isNotEqualTo(Files.readString(description));
        Files.writeString(description, text);

        assertBroken("bad.onnx.json", what, "take it again from where it came");
    }

    @Test
    void tellsThatAVoiceCannotHaveAName() throws IOException {
        VoiceFiles.piper(directory, "bad name");

        assertBroken("bad name.onnx", "a voice cannot have this name");
    }

    @Test
    void readsTheOtherVoicesOfAModelWhenOneIsBroken() throws IOException {
        var kokoro = VoiceFiles.kokoro(directory, "kokoro", Flaw.NONE, "af_bee", "am_ant");
        Files.write(kokoro.resolve("voices").resolve("am_ant.bin"), new byte[1000]);

        assertBroken("am_ant.bin", "it has 1000 bytes (expected: a multiple of 1024)");
        assertThat(shelf.usable()).extracting(Voice::id).containsExactly("good", "kokoro:af_bee");
    }

    @ParameterizedTest
    @CsvSource({
        "model.onnx, model.onnx, put the model of Kokoro there",
        "tokenizer.json, config.json, it is missing",
        "voices/af_bee.bin, voices, there is no voice in it"
    })
    void tellsWhatAModelOfSeveralVoicesLacks(String lost, String file, String what) throws IOException {
        Files.delete(VoiceFiles.kokoro(directory, "kokoro", Flaw.NONE, "af_bee").resolve(lost));

        assertBroken(file, what);
    }

    @Test
    void readsSymbolsOutOfEitherFile() throws IOException {
        var kokoro = VoiceFiles.kokoro(directory, "kokoro", Flaw.NONE, "af_bee");
        Files.delete(kokoro.resolve("tokenizer.json"));
        Files.writeString(kokoro.resolve("config.json"), "{\"vocab\": {\"a\": 1}}");

        assertThat(shelf.usable()).extracting(Voice::id).contains("kokoro:af_bee");
        Files.writeString(kokoro.resolve("config.json"), "{}");
        assertBroken("config.json", "it has no vocab");
    }

    @Test
    void passesOverWhatIsNoVoice() throws IOException {
        Files.writeString(directory.resolve("catalogue.json"), "{}");
        Files.createDirectory(directory.resolve("photographs"));
        Files.createDirectory(directory.resolve(".arriving"));

        assertThat(shelf.broken()).isEmpty();
        assertThat(shelf.usable()).extracting(Voice::id).containsExactly("good");
    }

    @Test
    void saysThatThereIsNothing() throws IOException {
        Files.delete(directory.resolve("good.onnx"));
        Files.delete(directory.resolve("good.onnx.json"));
        var properties = new NeuralProperties(
                true,
                directory,
                "sh",
                1,
                1,
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                null,
                Duration.ofSeconds(1));

        try (var synthesizer = new NeuralSpeechSynthesizer(properties, shelf)) {
            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(synthesizer::voices)
                    .withMessageContaining("there is no voice in it")
                    .extracting(CodedException::code)
                    .isEqualTo(TtsErrorCode.VOICE_FILES_BROKEN);
        }
    }
}
