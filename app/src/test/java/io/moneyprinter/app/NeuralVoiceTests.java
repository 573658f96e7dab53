package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.testing.onnx.PhonemesStandIn;
import io.moneyprinter.testing.onnx.VoiceFiles;
import io.moneyprinter.testing.onnx.VoiceModels.Flaw;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Voices that somebody has put into the data directory, good ones and broken ones. */
class NeuralVoiceTests {

    @TempDir
    static Path home;

    static Server server;

    @BeforeAll
    static void start() throws Exception {
        var voices = Files.createDirectories(home.resolve("voices"));
        VoiceFiles.piper(voices, "en_US-bees-medium");
        VoiceFiles.kokoro(voices, "kokoro", Flaw.NONE, "ff_mouche");
        Files.delete(VoiceFiles.piper(voices, "broken").resolveSibling("broken.onnx.json"));
        TestHome.furnish(
                home,
                "moneyprinter.tts.neural.program: %s\n"
                        .formatted(PhonemesStandIn.in(home).program()));
        server = Server.start(ServerOptions.everything(home).withPort(0));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode json(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path)))
                    .build();
            return JsonMapper.shared()
                    .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        }
    }

    @Test
    void areListedWithTheOthers() throws Exception {
        var providers = json("/api/v1/tts/providers");
        var voices = json("/api/v1/tts/voices");

        assertThat(providers.findValuesAsString("id")).startsWith("neural", "marytts");
        assertThat(voices.findValuesAsString("id"))
                .contains("en_US-bees-medium", "kokoro:ff_mouche", "cmu-slt-hsmm")
                .doesNotContain("broken");
    }

    @Test
    void speakBeforeTheOthersAndKnowTheirWords() {
        var speech = speak("Bees dance.", "en");

        assertThat(speech.provider()).isEqualTo("neural");
        assertThat(speech.voice()).isEqualTo("en_US-bees-medium");
        assertThat(speech.words())
                .hasSize(2)
                .allSatisfy(word -> assertThat(word.source()).isEqualTo(WordTiming.Source.ENGINE));
        assertThat(speech.failures()).isEmpty();
    }

    @Test
    void speakTheirOwnLanguage() {
        assertThat(speak("Les abeilles dansent.", "fr").voice()).isEqualTo("kokoro:ff_mouche");
    }

    @Test
    void leaveToTheOthersWhatTheyCannotSay() throws Exception {
        var model = home.resolve("voices").resolve("en_US-bees-medium.onnx");
        Files.write(model, new byte[] {1, 2, 3});
        try {
            var speech = speak("Wasps watch.", "en");

            assertThat(speech.provider()).isEqualTo("marytts");
            assertThat(speech.failures()).singleElement().satisfies(failure -> {
                assertThat(failure.provider()).isEqualTo("neural");
                assertThat(failure.code()).isEqualTo("VOICE_FILES_BROKEN");
                assertThat(failure.reason()).contains(model.toString(), "it is no ONNX model");
            });
        } finally {
            VoiceFiles.piper(home.resolve("voices"), "en_US-bees-medium");
        }
    }

    private static Speech speak(String text, String language) {
        return server.bean(SpeechSynthesis.class)
                .synthesize(new SpeechRequest(UserId.LOCAL, text, language, VoiceSettings.DEFAULT, text));
    }
}
