package io.moneyprinter.tts.provider.elevenlabs;

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

class ElevenLabsCloningTests extends HttpVoiceCloningContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    protected SpeechSynthesizer open(URI address) {
        var properties = new Binder(new MapConfigurationPropertySource(Map.of(
                        "moneyprinter.tts.elevenlabs.base-url", address,
                        "moneyprinter.tts.elevenlabs.api-key", KEY)))
                .bindOrCreate("moneyprinter.tts.elevenlabs", ElevenLabsProperties.class);
        return new ElevenLabsSpeechSynthesizer(properties, Clock.systemUTC(), JSON);
    }

    @Override
    protected String nameField() {
        return "name";
    }

    @Override
    protected String idOf(String name) {
        return "c38k" + name.replaceAll("\\W", "");
    }

    @Override
    protected Reply made(String id) {
        return Reply.json(200, "{\"voice_id\":\"%s\",\"requires_verification\":false}".formatted(id));
    }

    @Override
    protected Reply listing(Map<String, String> kept) {
        var answer = JSON.createObjectNode();
        var voices = answer.putArray("voices");
        kept.forEach((name, id) ->
                voices.addObject().put("voice_id", id).put("name", name).put("category", "cloned"));
        return Reply.json(200, JSON.writeValueAsString(answer));
    }

    @Override
    protected Reply refusing(int status, String message) {
        return Reply.json(status, "{\"detail\":{\"status\":\"some\",\"message\":\"%s\"}}".formatted(message));
    }

    @Test
    void sendsExactlyWhatTheServiceTakes() {
        cloning.create(sample(2));

        var form = service.cloned().getFirst();
        assertThat(form.path()).isEqualTo("/v1/voices/add");
        assertThat(form.header("xi-api-key")).isEqualTo(KEY);
        assertThat(field(form, "name")).isEqualTo(name.value());
        assertThat(field(form, "description")).isEqualTo("Ada \"the voice\"");
        assertThat(JSON.readTree(field(form, "labels")))
                .isEqualTo(JSON.readTree("{\"language\":\"en\",\"gender\":\"female\"}"));
        assertThat(field(form, "remove_background_noise")).isEqualTo("false");
        assertThat(form.body())
                .contains(
                        "name=\"files\"; filename=\"sample-1.wav\"\r\nContent-Type: audio/wav\r\n\r\nRIFF",
                        "name=\"files\"; filename=\"sample-2.wav\"\r\nContent-Type: audio/wav\r\n\r\nRIFF")
                .endsWith("--\r\n");
    }

    @Test
    void deletesUnderTheIdOfTheService() {
        cloning.delete("a/b");

        assertThat(service.deleted().getFirst().path()).isEqualTo("/v1/voices/a%2Fb");
        assertThat(service.deleted().getFirst().header("xi-api-key")).isEqualTo(KEY);
    }

    @Test
    void takesItForDeletedWhenTheServiceKnowsNoSuchVoice() {
        service.deletes(send(Reply.json(
                400,
                "{\"detail\":{\"status\":\"voice_not_found\",\"message\":\"A voice with id x does not exist.\"}}")));

        cloning.delete("x");

        assertThat(service.deleted()).hasSize(1);
    }

    @Test
    void saysWhenTheVoiceIsToBeVerified() {
        service.clones(send(Reply.json(200, "{\"voice_id\":\"x\",\"requires_verification\":true}")));

        assertThat(cloning.create(sample(1)).requiresVerification()).isTrue();
    }

    @Test
    void refusesAnAnswerThatNamesNoVoice() {
        service.clones(send(Reply.json(200, "{}")));

        assertThat(catchThrowableOfType(CodedException.class, () -> cloning.create(sample(1)))
                        .code())
                .isEqualTo(TtsErrorCode.VOICE_ANSWER_UNUSABLE);
    }
}
