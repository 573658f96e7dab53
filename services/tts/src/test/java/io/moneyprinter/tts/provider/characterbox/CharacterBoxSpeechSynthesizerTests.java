package io.moneyprinter.tts.provider.characterbox;

import static io.moneyprinter.tts.provider.http.SpeechStandIn.say;
import static io.moneyprinter.tts.provider.http.SpeechStandIn.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.provider.http.Sounds;
import io.moneyprinter.tts.provider.http.SpeechStandIn;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Reply;
import io.moneyprinter.tts.provider.http.Wave;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dialect of its own. */
class CharacterBoxSpeechSynthesizerTests extends CharacterBoxContract {

    @Override
    String dialect() {
        return "characterbox";
    }

    @Override
    protected Reply listing() {
        return Reply.json(200, """
                {"characters":[{"character_id":"wise owl","name":"The Owl","gender":"female"},{"id":"bee"}]}
                """);
    }

    @Test
    void saysExactlyWhatTheServerTakes(@TempDir Path work) {
        synthesizer().synthesize(utterance("Bees & \"wasps\""), work);

        var request = service.spoken().getFirst();
        assertThat(request.path()).isEqualTo("/v1/synthesize");
        assertThat(request.header("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(JSON.readTree(request.body())).isEqualTo(JSON.readTree("""
                {"text":"Bees & \\"wasps\\"","character_id":"wise owl","audio_format":"wav","quality":"high"}
                """));
    }

    @Test
    void listsCharacters() {
        assertThat(synthesizer().voices()).extracting(Voice::id).containsExactly("wise owl", "bee");
        assertThat(synthesizer().voices()).extracting(Voice::name).containsExactly("The Owl", "bee");
        assertThat(synthesizer().voices()).extracting(Voice::gender).containsExactly("female", null);
        assertThat(service.listed())
                .hasSize(1)
                .allSatisfy(request -> assertThat(request.path()).isEqualTo("/v1/characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/files/1.wav", "%s/files/1.wav"})
    void fetchesTheSoundFromTheSameServer(String url, @TempDir Path work) throws Exception {
        var utterance = utterance(SENTENCE);
        service.speaks(send(Reply.json(200, "{\"audio_url\":\"%s\"}".formatted(url.formatted(service.url())))));
        service.lists(say(request ->
                Reply.of("audio/wav", Sounds.hum(Wave.DEFAULT_RATE, SPOKEN).toBytes())));

        var spoken = synthesizer().synthesize(utterance, work);

        assertThat(Wave.read(Files.readAllBytes(spoken.file())).duration()).isEqualTo(SPOKEN);
        assertThat(service.listed().getLast().path()).isEqualTo("/files/1.wav");
        assertThat(service.listed().getLast().header("Authorization")).isEqualTo("Bearer " + KEY);
    }

    @Test
    void fetchesNothingFromElsewhere(@TempDir Path work) {
        var utterance = utterance(SENTENCE);
        try (var elsewhere = SpeechStandIn.start()) {
            elsewhere.lists(say(request ->
                    Reply.of("audio/wav", Sounds.hum(Wave.DEFAULT_RATE, SPOKEN).toBytes())));
            var here = service.url().getAuthority();
            for (var url : new String[] {
                elsewhere.url() + "/1.wav",
                "http://%s@%s/1.wav".formatted(here, elsewhere.url().getAuthority()),
                "//%s/1.wav".formatted(elsewhere.url().getAuthority()),
                "https://%s/1.wav".formatted(here),
                "file:///etc/passwd",
                "http://[",
                ""
            }) {
                service.speaks(send(Reply.json(200, "{\"audio_url\":\"%s\"}".formatted(url))));

                assertThat(failure(synthesizer(), utterance, work).code())
                        .as(url)
                        .isEqualTo(TtsErrorCode.VOICE_ANSWER_UNUSABLE);
            }
            service.speaks(send(Reply.json(200, "{\"audio_url\":\"/1.wav\"}")));
            service.lists(send(Reply.json(302, "{}").with("Location", elsewhere.url() + "/1.wav")));
            assertThat(failure(synthesizer(), utterance, work).code())
                    .isEqualTo(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE);
            assertThat(elsewhere.listed()).isEmpty();
        }
    }

    @Test
    void waitsAsLongAsItIsToldWhereTheSoundLies(@TempDir Path work) {
        var utterance = utterance(SENTENCE);
        service.speaks(send(Reply.json(200, "{\"audio_url\":\"/1.wav\"}")));
        service.lists(send(Reply.json(429, "{}").with("Retry-After", "7")));

        assertThat(failure(synthesizer(), utterance, work).retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void takesConfiguredCharacters() throws Exception {
        var two = open(Map.of("base-url", service.url() + "/v1", "voices", "owl,bee", "languages", "en,de"));

        assertThat(two.voices()).extracting(Voice::id).containsExactly("owl", "owl@de", "bee", "bee@de");
        assertThat(service.listed()).isEmpty();
        ((AutoCloseable) two).close();
    }
}
