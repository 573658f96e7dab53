package io.moneyprinter.tts.provider.gemini;

import static io.moneyprinter.tts.provider.http.SpeechStandIn.say;
import static io.moneyprinter.tts.provider.http.SpeechStandIn.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.provider.http.HttpSpeechSynthesizerContract;
import io.moneyprinter.tts.provider.http.Sounds;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Reply;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Request;
import io.moneyprinter.tts.provider.http.Wave;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.Utterance;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

class GeminiSpeechSynthesizerTests extends HttpSpeechSynthesizerContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(GeminiProperties.class)
    static class Bound {}

    @Override
    protected ApplicationContextRunner unset() {
        return new ApplicationContextRunner()
                .withBean(JsonMapper.class, () -> JSON)
                .withUserConfiguration(Bound.class, GeminiConfiguration.class);
    }

    @Override
    protected List<String> switchedOn() {
        return List.of("moneyprinter.tts.gemini.api-key=" + KEY);
    }

    @Override
    protected List<String> wrongSettings() {
        return List.of(
                "moneyprinter.tts.gemini.model=a/b",
                "moneyprinter.tts.gemini.base-url=nowhere",
                "moneyprinter.tts.gemini.voices=",
                "moneyprinter.tts.gemini.parallelism=0");
    }

    @Override
    protected SpeechSynthesizer open(URI address, Duration timeout) {
        var properties = new Binder(new MapConfigurationPropertySource(Map.of(
                        "moneyprinter.tts.gemini.base-url", address,
                        "moneyprinter.tts.gemini.api-key", KEY,
                        "moneyprinter.tts.gemini.timeout", timeout)))
                .bindOrCreate("moneyprinter.tts.gemini", GeminiProperties.class);
        return new GeminiSpeechSynthesizer(properties, JSON);
    }

    @Override
    protected Reply saying(Request request, Wave sound) {
        return saying("audio/L16;codec=pcm;rate=" + sound.sampleRate(), Sounds.pcm(sound));
    }

    private static Reply saying(String type, byte[] bytes) {
        return Reply.json(200, """
                {"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"%s","data":"%s"}}],"role":"model"},
                 "finishReason":"STOP","index":0}],"usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":100,
                 "totalTokenCount":109},"modelVersion":"gemini-3.8-flash-tts"}
                """.formatted(type, Base64.getEncoder().encodeToString(bytes)));
    }

    @Override
    protected Reply listing() {
        return Reply.json(404, "{}");
    }

    @Override
    protected Reply refusing(int status, String message) {
        return Reply.json(
                status,
                "{\"error\":{\"code\":%d,\"message\":%s,\"status\":\"SOME_STATUS\"}}"
                        .formatted(status, JSON.writeValueAsString(message)));
    }

    @Test
    void saysExactlyWhatTheServiceTakes(@TempDir Path work) {
        var puck = synthesizer().voices().stream()
                .filter(voice -> voice.id().equals("Puck@de-DE"))
                .findFirst()
                .orElseThrow();

        synthesizer().synthesize(new Utterance("Bienen tanzen.", puck, 1, 0), work);

        var request = service.spoken().getFirst();
        assertThat(request.path()).isEqualTo("/v1beta/models/gemini-3.8-flash-tts:generateContent");
        assertThat(request.header("x-goog-api-key")).isEqualTo(KEY);
        assertThat(JSON.readTree(request.body())).isEqualTo(JSON.readTree("""
                {"contents":[{"role":"user","parts":[{"text":"Bienen tanzen."}]}],
                 "generationConfig":{"responseModalities":["AUDIO"],
                   "speechConfig":{"voiceConfig":{"prebuiltVoiceConfig":{"voiceName":"Puck"}}}}}
                """));
    }

    @Test
    void isToldInWordsHowToSpeak(@TempDir Path work) {
        var kore = synthesizer().voices().getFirst();
        assertThat(synthesizer().hasStyle(kore, "sad")).isTrue();

        synthesizer().synthesize(new Utterance("Bees dance.", kore, 1, 0, List.of(), "sad"), work);

        assertThat(JSON.readTree(service.spoken().getFirst().body()).at("/contents/0/parts/0"))
                .isEqualTo(JSON.readTree("""
                        {"text":"Bees dance.","speechMetadata":{"style":"Speak in this style: sad."}}
                        """));
    }

    @Test
    void hasThirtyVoices() {
        assertThat(synthesizer().voices())
                .filteredOn(voice -> voice.locale().equals("en-US"))
                .hasSize(30)
                .extracting(Voice::gender)
                .containsOnly("female", "male");
    }

    @Test
    void takesWavAsWell(@TempDir Path work) throws Exception {
        service.speaks(
                say(request -> saying("audio/wav", Sounds.hum(48_000, SPOKEN).toBytes())));

        var spoken = synthesizer().synthesize(utterance(SENTENCE), work);

        assertThat(Wave.read(Files.readAllBytes(spoken.file())).sampleRate()).isEqualTo(48_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"}}                                              | VOICE_TEXT_REFUSED
            {"candidates":[{"finishReason":"SAFETY","index":0}]}                                                 | VOICE_TEXT_REFUSED
            {"candidates":[{"finishReason":"OTHER","index":0}]}                                                  | VOICE_PROVIDER_SILENT
            {"candidates":[{"content":{"parts":[{"text":"Sure!"}]},"finishReason":"STOP"}]}                      | VOICE_PROVIDER_SILENT
            {"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"audio/opus","data":"AAAA"}}]}}]}      | VOICE_ANSWER_UNUSABLE
            {"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"audio/L16;rate=24000","data":"!"}}]}}]} | VOICE_ANSWER_UNUSABLE
            {"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"audio/L16;rate=24000","data":"AAAA"}}]}}]} | VOICE_ANSWER_UNUSABLE
            {"candidates":[{"finishReason":"MAX_TOKENS"}]}                                                       | VOICE_ANSWER_UNUSABLE
            {}                                                                                                   | VOICE_ANSWER_UNUSABLE
            """)
    void saysWhyThereIsNoSound(String answer, TtsErrorCode code, @TempDir Path work) {
        service.speaks(send(Reply.json(200, answer)));

        assertThat(failure(synthesizer(), utterance(SENTENCE), work).code()).isEqualTo(code);
    }

    @Test
    void knowsABadKeyThoughItIsCalledABadRequest(@TempDir Path work) {
        service.speaks(send(Reply.json(400, """
                {"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT",
                 "details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID",
                 "domain":"googleapis.com","metadata":{"service":"generativelanguage.googleapis.com"}}]}}
                """)));

        assertThat(failure(synthesizer(), utterance(SENTENCE), work))
                .hasMessage("Gemini does not accept the key (status 400): check moneyprinter.tts.gemini.api-key.");
    }
}
