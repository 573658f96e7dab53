package io.moneyprinter.tts.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.web.TestServer;
import io.moneyprinter.tts.TtsConfiguration;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.synthesis.ToneSynthesizer;
import io.moneyprinter.tts.voice.VoicesTests;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service behind its real web server, called over a real socket. */
class ReadingHttpTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("tts");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Moody FIRST = new Moody("first");
    private static final Moody SECOND = new Moody("second");

    @TempDir
    static Path home;

    private static TestServer server;
    private static String address;

    /** Speaks until it has had enough. */
    private static final class Moody extends ToneSynthesizer {

        @Override
        public BigDecimal pricePerMillionCharacters(Voice voice) {
            return new BigDecimal("2000");
        }

        private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

        Moody(String provider) {
            super(provider, 0.1, VoicesTests.voice(provider, provider + "-voice", "en-US"));
        }

        @Override
        public SpokenAudio synthesize(Utterance utterance, Path directory) {
            if (left.getAndDecrement() <= 0) {
                throw new CodedException(TtsErrorCode.VOICE_KEY_REFUSED, "no such key");
            }
            return super.synthesize(utterance, directory);
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
                "moneyprinter.tts.providers=first,second",
                "moneyprinter.tts.espeak.enabled=false",
                "moneyprinter.tts.health.minimum-calls=1000",
                "moneyprinter.tts.health.calls=1000",
                "moneyprinter.tts.reading.max-characters=500",
                "moneyprinter.tts.reading.max-texts=3");
        address = server.address();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void recover() {
        FIRST.left.set(Integer.MAX_VALUE);
        DATABASE.jdbc().sql("DELETE FROM tts.usage").update();
    }

    @Test
    void speaksATextAndTellsWhenEachWordIsHeard() throws Exception {
        var spoken = post("/api/v1/tts/synthesize", """
                {"text": "Bees dance well. They show the way. Do others follow?", "format": "opus"}""");

        assertThat(spoken.statusCode()).as(spoken.body()).isEqualTo(201);
        var speech = json(spoken);
        assertThat(spoken.headers().firstValue("Location"))
                .contains("/api/v1/tts/speeches/" + speech.path("speech_id").asString());
        assertThat(texts(speech.path("words"), word -> word.path("text").asString()))
                .containsExactly("Bees", "dance", "well.", "They", "show", "the", "way.", "Do", "others", "follow?");
        var words = speech.path("words");
        var sentences = speech.path("sentences");
        for (var i = 1; i < words.size(); i++) {
            assertThat(words.get(i).path("start").asDouble())
                    .isGreaterThanOrEqualTo(words.get(i - 1).path("end").asDouble());
        }
        assertThat(words.get(3).path("start").asDouble())
                .isCloseTo(sentences.get(1).path("start").asDouble() + 0.03, within(0.02));
        assertThat(words.get(3).path("source").asString()).isEqualTo("provider");
        assertThat(sentences.get(1).path("start").asDouble()
                        - sentences.get(0).path("end").asDouble())
                .isCloseTo(0.3, within(1e-5));
        assertThat(sentences.get(2).path("end").asDouble())
                .isEqualTo(speech.path("duration").asDouble());
        assertThat(sentences
                        .get(0)
                        .path("levels")
                        .path("after")
                        .path("integrated_lufs")
                        .asDouble())
                .isCloseTo(-18, within(0.5));
        assertThat(speech.path("voice").asString()).isEqualTo("first-voice");
        assertThat(speech.path("language").asString()).isEqualTo("en");
        assertThat(json(get("/api/v1/tts/speeches/" + speech.path("speech_id").asString())))
                .isEqualTo(speech);

        var audio = get(speech.path("url").asString());
        assertThat(audio.statusCode()).isEqualTo(200);
        assertThat(audio.headers().firstValue("Content-Type")).contains("audio/ogg");
        assertThat(audio.body()).startsWith("OggS").hasSize(speech.path("size").asInt());
        var part = get(speech.path("url").asString(), "Range", "bytes=0-3");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("OggS");
        assertThat(get(
                                speech.path("url").asString(),
                                "If-None-Match",
                                audio.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void answersWithTheSoundWhereNothingElseIsTaken() throws Exception {
        var sound = post("/api/v1/tts/synthesize", "{\"text\": \"Wasps hum. Ants do not.\"}", "Accept", "audio/wav");

        assertThat(sound.statusCode()).as(sound.body()).isEqualTo(200);
        assertThat(sound.headers().firstValue("Content-Type")).contains("audio/wav");
        assertThat(sound.body()).startsWith("RIFF");
        var url = sound.headers().firstValue("Content-Location").orElseThrow();
        var speech = json(get(url.replace("/audio", "")));
        assertThat(sound.body()).hasSize((int)
                Math.round(44 + 2 * 48_000 * speech.path("duration").asDouble()));
        assertThat(get(url).body()).isEqualTo(sound.body());
    }

    @Test
    void refusesWhatItCannotDo() throws Exception {
        assertRefused("{\"text\": \"Bees.\", \"format\": \"opus\", \"sample_rate\": 44100}", "/sample_rate");
        assertRefused("{\"text\": \" \"}", "/text");
        assertRefused("{\"text\": \"%s\"}".formatted("bees ".repeat(101)), "/text");
        assertRefused("{\"text\": \"Bees.\", \"voice_settings\": {\"voice\": \"nobody\"}}", "/voice_settings/voice");
        assertRefused("{\"text\": \"Bees.\", \"voice_settings\": {\"rate\": 7}}", "/voice_settings/rate");
        assertRefused(
                "{\"text\": \"Bees.\", \"voice_settings\": {\"fallbacks\": [\"nobody\"]}}",
                "/voice_settings/fallbacks/0");
        var wrong = post("/api/v1/tts/synthesize", "{\"text\": \" \"}", "Accept", "audio/mpeg");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(post("/api/v1/tts/synthesize", "{\"text\": \"Bees.\", \"format\": \"mp3\"}", "Accept", "audio/wav")
                        .body())
                .contains("/format");
    }

    @Test
    void speaksOnceForOneIdempotencyKey() throws Exception {
        var body = "{\"text\": \"One key. One bill.\"}";
        var key = UUID.randomUUID().toString();

        var first = post("/api/v1/tts/synthesize", body, "Idempotency-Key", key);
        var second = post("/api/v1/tts/synthesize", body, "Idempotency-Key", key);
        var third = post("/api/v1/tts/synthesize", body);

        assertThat(json(second)).isEqualTo(json(first));
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(json(first).path("characters").asInt()).isEqualTo(8 + 9);
        assertThat(json(third).path("characters").asInt()).isZero();
        assertThat(json(third).path("sentences").get(0).path("cached").asBoolean())
                .isTrue();
        assertThat(usage().path("characters").asInt()).isEqualTo(8 + 9);
        var other = post("/api/v1/tts/synthesize", "{\"text\": \"Two.\"}", "Idempotency-Key", key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void saysWhatItWouldCostAndThenWhatItDid() throws Exception {
        var body = "{\"text\": \"Honey is not free. Ask the bees. Ask the bees.\"}";

        var estimate = json(post("/api/v1/tts/estimate", body));
        var asked = FIRST.asked.get();
        var speech = json(post("/api/v1/tts/synthesize", body));
        var after = json(post("/api/v1/tts/estimate", body));

        assertThat(estimate.path("characters").asInt()).isEqualTo(18 + 13);
        assertThat(estimate.path("estimated_cost").decimalValue()).isEqualByComparingTo("0.062");
        assertThat(estimate.path("currency").asString()).isEqualTo("USD");
        assertThat(estimate.path("voice").asString()).isEqualTo("first-voice");
        assertThat(estimate.path("needs_key").asBoolean()).isFalse();
        assertThat(estimate.path("sentences").asInt()).isEqualTo(3);
        assertThat(estimate.path("known_sentences").asInt()).isEqualTo(1);
        assertThat(speech.path("characters").asInt()).isEqualTo(18 + 13);
        assertThat(FIRST.asked.get() - asked).isEqualTo(2);
        assertThat(after.path("characters").asInt()).isZero();
        assertThat(after.path("known_sentences").asInt()).isEqualTo(3);
        var line = usage().path("lines").get(0);
        assertThat(line.path("provider").asString()).isEqualTo("first");
        assertThat(line.path("sentences").asInt()).isEqualTo(2);
        assertThat(line.path("estimated_cost").decimalValue()).isEqualByComparingTo("0.062");
        assertThat(get("/api/v1/tts/usage?from=2026-02-01&to=2026-01-01").statusCode())
                .isEqualTo(422);
        assertThat(get("/api/v1/tts/usage?from=yesterday").body()).contains("/from");
    }

    @Test
    void keepsOneVoiceWhenItsProviderDiesInTheMiddle() throws Exception {
        FIRST.left.set(3);

        var speech = json(post("/api/v1/tts/synthesize", """
                {"text": "Aa bb. Bb cc. Cc dd. Dd ee. Ee ff.", "format": "wav"}"""));

        assertThat(speech.path("voice").asString()).isEqualTo("second-voice");
        assertThat(texts(speech.path("sentences"), one -> one.path("voice").asString()))
                .hasSize(5)
                .containsOnly("second-voice");
        assertThat(texts(speech.path("failures"), one -> one.path("code").asString()))
                .containsExactly("VOICE_KEY_REFUSED");
        // Three were spoken in vain.
        assertThat(speech.path("characters").asInt()).isEqualTo(3 * 6 + 5 * 6);
        assertThat(usage().path("characters").asInt()).isEqualTo(3 * 6 + 5 * 6);
    }

    @Test
    void mixesVoicesForThoseWhoAllowIt() throws Exception {
        FIRST.left.set(3);

        var speech = json(post("/api/v1/tts/synthesize", """
                {"text": "Gg hh. Hh ii. Ii jj. Jj kk. Kk ll.", "voice_settings": {"allow_mixed_voices": true}}"""));

        assertThat(texts(speech.path("sentences"), one -> one.path("voice").asString()))
                .containsOnly("first-voice", "second-voice");
        assertThat(speech.path("characters").asInt()).isEqualTo(5 * 6);
    }

    @Test
    void tellsOfEachTextOfABatch() throws Exception {
        var body = "{\"texts\": [\"Bees fly.\", \"...\", \"Ants walk.\"], \"format\": \"mp3\"}";
        var key = UUID.randomUUID().toString();

        var response = post("/api/v1/tts/batch", body, "Idempotency-Key", key);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        var results = json(response).path("results");
        assertThat(results).hasSize(3);
        assertThat(results.get(0).path("speech").path("words")).hasSize(2);
        assertThat(results.get(1).path("problem").path("code").asString()).isEqualTo("TEXT_NOT_SPEAKABLE");
        assertThat(get(results.get(2).path("speech").path("url").asString()).statusCode())
                .isEqualTo(200);
        assertThat(json(post("/api/v1/tts/batch", body, "Idempotency-Key", key)))
                .isEqualTo(json(response));
        assertThat(post("/api/v1/tts/batch", "{\"texts\": [\"a\", \"b\", \"c\", \"d\"]}")
                        .body())
                .contains("/texts");
        assertThat(post("/api/v1/tts/batch", "{\"texts\": []}").statusCode()).isEqualTo(422);
    }

    @Test
    void showsSpeechesToTheirOwnersOnly() throws Exception {
        var speech = json(post("/api/v1/tts/synthesize", "{\"text\": \"Mine.\"}"));
        var path = "/api/v1/tts/speeches/" + speech.path("speech_id").asString();
        DATABASE.jdbc()
                .sql("UPDATE tts.reading SET user_id = 'anna' WHERE reading_id = ?")
                .param(speech.path("speech_id").asString())
                .update();

        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(get(path + "/audio").body()).contains("SPEECH_NOT_FOUND");
    }

    private static void assertRefused(String body, String pointer) throws Exception {
        var response = post("/api/v1/tts/synthesize", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        assertThat(response.body()).contains("\"" + pointer + "\"");
    }

    private static List<String> texts(JsonNode array, Function<JsonNode, String> text) {
        return StreamSupport.stream(array.spliterator(), false).map(text).toList();
    }

    private static JsonNode usage() throws Exception {
        return json(get("/api/v1/tts/usage"));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        var request = request(path).header("Content-Type", "application/json");
        return send((headers.length == 0 ? request : request.headers(headers))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    /** Not marked as a configuration, or every test's scan of the service would find it. */
    @EnableAutoConfiguration
    @Import(TtsConfiguration.class)
    static class Application {

        @Bean
        ToneSynthesizer first() {
            return FIRST;
        }

        @Bean
        ToneSynthesizer second() {
            return SECOND;
        }

        @Bean
        ScriptWriting scripts() {
            return new PlainScripts();
        }
    }
}
