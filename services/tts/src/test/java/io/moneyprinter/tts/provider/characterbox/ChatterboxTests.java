package io.moneyprinter.tts.provider.characterbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Reply;
import io.moneyprinter.tts.spi.SpeechSynthesizer.Capability;
import io.moneyprinter.tts.spi.Utterance;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dialect of OpenAI, which Chatterbox servers speak. */
class ChatterboxTests extends CharacterBoxContract {

    @Override
    String dialect() {
        return "openai-speech";
    }

    @Override
    protected Reply listing() {
        return Reply.json(200, """
                {"voices":[{"name":"sarah","filename":"sarah.mp3","language":"en","aliases":[]}],"count":1}
                """);
    }

    @Test
    void saysExactlyWhatTheServerTakes(@TempDir Path work) {
        synthesizer().synthesize(utterance("Bees & \"wasps\""), work);

        var request = service.spoken().getFirst();
        assertThat(request.path()).isEqualTo("/v1/audio/speech");
        assertThat(request.header("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(JSON.readTree(request.body())).isEqualTo(JSON.readTree("""
                {"model":"chatterbox","input":"Bees & \\"wasps\\"","voice":"sarah","response_format":"wav"}
                """));
    }

    @Test
    void speaksFasterOnlyWhereTheServerDoes(@TempDir Path work) throws Exception {
        assertThat(synthesizer().capabilities()).isEmpty();

        var faster = open(Map.of("base-url", service.url() + "/v1", "rates", "true"));
        faster.synthesize(new Utterance("Bees", faster.voices().getFirst(), 1.25, 0), work);
        ((AutoCloseable) faster).close();

        assertThat(faster.capabilities()).containsExactly(Capability.RATE);
        assertThat(JSON.readTree(service.spoken().getFirst().body())
                        .path("speed")
                        .asDouble())
                .isEqualTo(1.25);
    }

    @Test
    void isAProviderOfItsOwnName() {
        assertThat(synthesizer().voices())
                .extracting(Voice::provider, Voice::id, Voice::locale, Voice::needsKey)
                .containsExactly(tuple("characterbox", "sarah", "en", true));
    }
}
