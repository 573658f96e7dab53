package io.moneyprinter.tts.cloning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.contracts.tts.Narrator;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.provider.FormData;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.web.TestServer;
import io.moneyprinter.tts.TtsConfiguration;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.reading.PlainScripts;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service behind its real web server, called over a real socket. */
class CloneControllerTests {

    private static final String PATH = "/api/v1/tts/voices/clones";
    private static final TestDatabase DATABASE = TestDatabase.withSchemas("tts");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Cloner PROVIDER = new Cloner();

    @TempDir
    static Path home;

    @TempDir
    private Path work;

    private static TestServer server;
    private static String address;

    /** Not marked as a configuration, or every test's scan of the service would find it. */
    @EnableAutoConfiguration
    @Import(TtsConfiguration.class)
    static class Application {

        @Bean
        ScriptWriting scripts() {
            return new PlainScripts();
        }

        @Bean
        SpeechSynthesizer cloner() {
            return PROVIDER;
        }
    }

    @BeforeAll
    static void start() {
        server = TestServer.start(
                Application.class,
                DATABASE,
                home,
                "moneyprinter.services=gateway,tts",
                "moneyprinter.ffmpeg.directory=" + SharedFfmpeg.directory(),
                "moneyprinter.tts.espeak.enabled=false",
                "moneyprinter.tts.cloning.shortest=500ms");
        address = server.address();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void clonesAVoiceThatSpeaksForItsOwnerAlone() throws Exception {
        var created = send(form().post(request(PATH)).header("Idempotency-Key", "one"));

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var voice = json(created);
        var id = voice.path("id").asString();
        assertThat(created.headers().firstValue("Location")).contains(PATH + "/" + id);
        assertThat(voice.path("state").asString()).isEqualTo("ready");
        assertThat(voice.path("requires_verification").asBoolean()).isFalse();
        assertThat(DATABASE.jdbc()
                        .sql("select client_address from tts.voice_consent where voice_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("127.0.0.1");
        var again = send(form().post(request(PATH)).header("Idempotency-Key", "one"));
        assertThat(json(again)).isEqualTo(voice);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(json(get(PATH)).findValuesAsString("id")).contains(id);
        assertThat(json(get("/api/v1/tts/voices?provider=cloner")).findValuesAsString("id"))
                .startsWith(id)
                .contains("everybody");

        var speech = server.bean(SpeechSynthesis.class);
        var named = new VoiceSettings(null, id, null, null, null, null, null, null);
        var spoken = speech.synthesize(new SpeechRequest(UserId.LOCAL, "Bees dance well", "en", named, "key"));
        assertThat(spoken.voice()).isEqualTo(id);
        assertThat(PROVIDER.spokenWith).endsWith(PROVIDER.kept.get(id));
        var other = new UserId("other");
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> speech.synthesize(new SpeechRequest(other, "Bees dance well", "en", named, "key")))
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_UNKNOWN);
        var stolen = new Narrator("cloner", id, List.of());
        assertThat(speech.synthesize(
                                new SpeechRequest(other, "Bees dance well", "en", VoiceSettings.DEFAULT, "key", stolen))
                        .voice())
                .isEqualTo("everybody");
        assertThat(speech.synthesize(new SpeechRequest(
                                UserId.LOCAL, "They sing", "en", VoiceSettings.DEFAULT, "key", stolen))
                        .voice())
                .isEqualTo(id);

        assertThat(send(request(PATH + "/" + id).DELETE()).statusCode()).isEqualTo(204);
        assertThat(get(PATH + "/" + id).statusCode()).isEqualTo(404);
        assertThat(PROVIDER.kept).doesNotContainKey(id);
    }

    @Test
    void saysWhichConsentIsMissing() throws Exception {
        var refused = send(new FormData()
                .with("samples", sample(), "a.wav", "audio/wav")
                .with("name", "Ada")
                .with("language", "en")
                .with("consented_by", "Ada")
                .post(request(PATH)));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("code").asString()).isEqualTo("VOICE_CONSENT_MISSING");
        assertThat(json(refused).path("errors").findValuesAsString("pointer"))
                .containsExactly("/consent_text", "/rights_confirmed");
    }

    @Test
    void saysWhenTheProviderIsStillToDeleteIt() throws Exception {
        var id = json(send(form().post(request(PATH)))).path("id").asString();
        PROVIDER.failure = TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE;
        try {
            assertThat(send(request(PATH + "/" + id).DELETE()).statusCode()).isEqualTo(202);
            assertThat(json(get(PATH + "/" + id)).path("state").asString()).isEqualTo("deleting");
        } finally {
            PROVIDER.failure = null;
        }
    }

    private FormData form() {
        return new FormData()
                .with("samples", sample(), "Ada.wav", "audio/wav")
                .with("name", "Ada")
                .with("language", "en-GB")
                .with("gender", "female")
                .with("consent_text", "Ada agrees to be cloned.")
                .with("consented_by", "Ada Lovelace")
                .with("rights_confirmed", "true");
    }

    private Path sample() {
        return GeneratedMedia.tone(work.resolve("sample.wav"), 220, Duration.ofMillis(1_500));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
