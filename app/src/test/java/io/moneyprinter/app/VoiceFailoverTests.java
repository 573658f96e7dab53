package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.client.MoneyPrinterClient;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.ProcessingStage;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.orchestration.VideoStatus;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.edge.EdgeStandIn;
import io.moneyprinter.testing.edge.EdgeStandIn.Behaviour;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Films whose provider of voices dies while it speaks, over real sockets and with real sound. */
class VoiceFailoverTests {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SCRIPT =
            "%1$s are many. Some %1$s dance. Other %1$s watch. Then %1$s fly out. Here %1$s return. Old %1$s stay.";

    @TempDir
    static Path home;

    static EdgeStandIn edge;
    static Server server;
    static MoneyPrinterClient client;

    @BeforeAll
    static void start() throws Exception {
        edge = EdgeStandIn.start(0, EdgeStandIn.humming(SharedFfmpeg.ffmpeg()));
        Files.writeString(home.resolve("application.yaml"), """
                moneyprinter:
                  tts:
                    providers: edge, marytts
                    edge:
                      enabled: true
                      url: %s
                      voices-url: %s
                    failover:
                      pause: 20ms
                    health:
                      rest: 1ms
                  orchestration:
                    retries.speech:
                      retries: 1
                      pause: 100ms
                """.formatted(edge.url(), edge.voicesUrl()));
        server = Server.start(ServerOptions.everything(home).withPort(0));
        client = new MoneyPrinterClient(URI.create("http://127.0.0.1:" + server.port()));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
        edge.close();
    }

    @BeforeEach
    void recover() {
        edge.behave(Behaviour.SPEAK);
    }

    @Test
    void keepsOneVoiceThroughoutWhenItsProviderDiesAfterTheThirdSentence() throws Exception {
        edge.behaveAfter(3, Behaviour.BREAK);

        var status = follow(create("Bees", null));

        assertThat(status.status()).as("%s", status).isEqualTo(JobStatus.COMPLETED);
        assertThat(speech(status).provider()).isEqualTo("marytts");
        assertThat(speech(status).note())
                .startsWith("cmu-slt-hsmm of marytts speaks the whole video,"
                        + " since en-US-EmmaMultilingualNeural of edge failed (VOICE_PROVIDER_UNAVAILABLE: ")
                .contains("500");
        var provider = provider("edge");
        assertThat(provider.path("configured").asBoolean()).isTrue();
        assertThat(provider.path("offline").asBoolean()).isFalse();
        assertThat(provider.path("languages").asInt()).isGreaterThan(8);
        assertThat(provider.path("last_error_code").asString()).isEqualTo("VOICE_PROVIDER_UNAVAILABLE");
        assertThat(provider.path("error_rate").asDouble()).isBetween(0.1, 0.9);
        assertThat(provider.path("latency_p95").asDouble()).isPositive();
        assertThat(provider("marytts").path("state").asString()).isEqualTo("closed");
        assertThat(text("/actuator/prometheus"))
                .contains("moneyprinter_tts_fallbacks_total{")
                .contains("from=\"edge\"")
                .contains("to=\"marytts\"");
    }

    @Test
    void mixesVoicesForThoseWhoAllowIt() throws Exception {
        edge.behaveAfter(3, Behaviour.HANG_UP);

        var status = follow(create("Wasps", settings(null, true)));

        assertThat(status.status()).as("%s", status).isEqualTo(JobStatus.COMPLETED);
        assertThat(speech(status).provider()).isEqualTo("edge, marytts");
        assertThat(speech(status).note()).contains("cmu-slt-hsmm of marytts speaks some sentences, since en-US-Emma");
    }

    @Test
    void fallsSilentForThoseWhoWantThatRatherThanNothing() throws Exception {
        edge.behaveAfter(3, Behaviour.SAY_NOTHING);

        var status = follow(create("Ants", settings(List.of("none"), null)));

        assertThat(status.status()).as("%s", status).isEqualTo(JobStatus.COMPLETED);
        assertThat(speech(status).provider()).isEqualTo("none");
        assertThat(speech(status).note()).contains("VOICE_PROVIDER_SILENT");
    }

    @Test
    void saysWhyWhenNobodyMaySpeakInstead() throws Exception {
        edge.behaveAfter(3, Behaviour.BREAK);

        var status = follow(create("Moths", settings(List.of(), null)));

        assertThat(status.status()).as("%s", status).isEqualTo(JobStatus.FAILED);
        assertThat(status.error()).isNotNull();
        assertThat(status.error().code()).isEqualTo("VOICE_PROVIDER_UNAVAILABLE");
    }

    @Test
    void refusesFallbacksThatDoNotExist() throws Exception {
        var response = post("""
                {"script": "Bees.", "voice_settings": {"fallbacks": ["marytts", "nobody"]}}""");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("/voice_settings/fallbacks/1").contains("nobody");
        assertThat(post("""
                {"script": "Bees.", "voice_settings": {"fallbacks": [null]}}""").body()).contains("/voice_settings/fallbacks/0");
    }

    private static VoiceSettings settings(@Nullable List<String> fallbacks, @Nullable Boolean mixed) {
        return new VoiceSettings(null, null, null, null, null, null, fallbacks, mixed);
    }

    private static VideoId create(String heroes, @Nullable VoiceSettings voice) {
        var settings = VideoSettings.DEFAULT.withResolution("180x320").withFps(24);
        var script = SCRIPT.formatted(heroes);
        var request =
                new VideoRequest(null, null, script, null, "en", null, null, null, List.of(), voice, settings, null);
        return client.create(request, UUID.randomUUID().toString()).videoId();
    }

    private static VideoStatus follow(VideoId id) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var status = client.status(id);
            if (status.status().terminal()) {
                return status;
            }
            assertThat(System.nanoTime()).as("%s", status).isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    private static ProcessingStage speech(VideoStatus status) {
        return status.stages().stream()
                .filter(stage -> stage.name().equals("speech"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode provider(String id) throws Exception {
        for (var provider : JsonMapper.builder().build().readTree(text("/api/v1/tts/providers"))) {
            if (provider.path("id").asString().equals(id)) {
                return provider;
            }
        }
        throw new AssertionError("no provider " + id);
    }

    private static String text(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).build()).body();
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return send(HttpRequest.newBuilder(uri("/api/v1/videos"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path));
    }
}
