package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The voices of the whole application over HTTP. */
class VoiceApiTests {

    private static final String PREVIEW = "/api/v1/tts/voices/preview?provider=marytts&voice=cmu-slt-hsmm";

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningServer server = RunningServer.get();

    @Test
    void listsVoicesWithAllThatIsKnownOfThem() throws Exception {
        var response = get("/api/v1/tts/voices?provider=marytts&needs_key=false&paid=false&offline=true&limit=1");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(JsonMapper.builder().build().readTree(response.body()))
                .isEqualTo(JsonMapper.builder().build().readTree("""
                        {"voices":[{"provider":"marytts","id":"cmu-slt-hsmm","name":"SLT","locale":"en-US",
                          "gender":"female","scripts":["Latn"],"offline":true,"needs_key":false,"styles":[],"paid":false}],
                         "missing":[],"next_cursor":null}
                        """));
    }

    @Test
    void letsAVoiceBeHeard() throws Exception {
        var response = get(PREVIEW);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("audio/wav");
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(response.body().length);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("max-age=3600, private");
        try (var sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(sound.getFrameLength() / sound.getFormat().getFrameRate())
                    .isBetween(1f, 5f);
        }
        var tag = response.headers().firstValue("ETag").orElseThrow();
        var again = http.send(
                request(PREVIEW).header("If-None-Match", tag).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/tts/voices/preview?provider=marytts&voice=cmu-slt      | 422 | VOICE_UNKNOWN             | cmu-slt-hsmm
            /api/v1/tts/voices/preview?provider=nobody&voice=x             | 422 | VOICE_PROVIDER_UNKNOWN    | marytts
            /api/v1/tts/voices/preview?provider=none&voice=none            | 422 | FIELD_INVALID             | makes no sound
            /api/v1/tts/voices/preview?provider=marytts                    | 422 | FIELD_INVALID             | voice
            /api/v1/tts/voices/preview?provider=marytts&voice=cmu-slt-hsmm&style=sad | 422 | VOICE_SETTING_UNSUPPORTED | cannot be asked
            /api/v1/tts/voices/preview?provider=marytts&voice=x&style=%0A  | 422 | FIELD_INVALID             | style
            /api/v1/tts/voices?limit=0                                     | 422 | FIELD_INVALID             | limit
            /api/v1/tts/voices?limit=10001                                 | 422 | FIELD_INVALID             | limit
            /api/v1/tts/voices?paid=maybe                                  | 422 | FIELD_INVALID             | paid
            /api/v1/tts/voices?cursor=nothing                              | 422 | FIELD_INVALID             | next_cursor
            """)
    void saysWhatIsWrong(String path, int status, String code, String detail) throws Exception {
        var response = get(path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("\"" + code + "\"", detail);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.uri() + path));
    }
}
