package io.moneyprinter.tts.provider.openai;

import static io.moneyprinter.tts.provider.http.SpeechStandIn.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.provider.http.HttpVoiceCloningContract;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Reply;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Beside a Chatterbox server. */
class VoiceLibraryTests extends HttpVoiceCloningContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SERVER = "moneyprinter.tts.openai.servers.chatterbox.";

    private static OpenAiSpeechSynthesizer chatterbox(URI address, boolean library) {
        var properties = new Binder(new MapConfigurationPropertySource(Map.of(
                        SERVER + "base-url", address + "/v1",
                        SERVER + "api-key", KEY,
                        SERVER + "voice-library", library)))
                .bindOrCreate("moneyprinter.tts.openai", OpenAiProperties.class);
        return new OpenAiSpeechSynthesizer(properties.configured().getFirst(), Clock.systemUTC(), JSON);
    }

    @Override
    protected SpeechSynthesizer open(URI address) {
        return chatterbox(address, true);
    }

    @Override
    protected String nameField() {
        return "voice_name";
    }

    @Override
    protected String idOf(String name) {
        return name;
    }

    @Override
    protected Reply made(String id) {
        return Reply.json(
                201, "{\"message\":\"Voice uploaded successfully\",\"voice\":{\"name\":\"%s\"}}".formatted(id));
    }

    @Override
    protected Reply listing(Map<String, String> kept) {
        var answer = JSON.createObjectNode();
        var voices = answer.putArray("voices");
        kept.keySet().forEach(name -> voices.addObject().put("name", name).put("language", "en"));
        return Reply.json(200, JSON.writeValueAsString(answer));
    }

    @Override
    protected Reply refusing(int status, String message) {
        return Reply.json(
                status, "{\"detail\":{\"error\":{\"message\":\"%s\",\"type\":\"some_error\"}}}".formatted(message));
    }

    @Test
    void sendsExactlyWhatTheServerTakes() {
        cloning.create(sample(1));

        var form = service.cloned().getFirst();
        assertThat(form.path()).isEqualTo("/v1/voices");
        assertThat(form.header("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(field(form, "voice_name")).isEqualTo(name.value());
        assertThat(field(form, "language")).isEqualTo("en");
        assertThat(form.body())
                .contains("name=\"voice_file\"; filename=\"sample.wav\"\r\nContent-Type: audio/wav\r\n\r\nRIFF");
        cloning.delete(name.value());
        assertThat(service.deleted().getFirst().path()).isEqualTo("/v1/voices/" + name);
    }

    @Test
    void saysWhyTheServerRefuses() {
        service.clones(send(refusing(400, "Only English (en) is supported")));

        assertThat(catchThrowableOfType(CodedException.class, () -> cloning.create(sample(1))))
                .hasMessageContaining("refuses to clone this voice (status 400): Only English (en) is supported")
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_CLONING_REFUSED);
    }

    @Test
    void isOffUnlessItIsSwitchedOn() {
        try (var plain = chatterbox(service.url(), false)) {
            assertThat(plain.cloning()).isEmpty();
        }
    }
}
