package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.testing.edge.EdgeStandIn.Behaviour;
import java.nio.file.Path;
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

    private static final String SCRIPT =
            "%1$s are many. Some %1$s dance. Other %1$s watch. Then %1$s fly out. Here %1$s return. Old %1$s stay.";

    @TempDir
    static Path home;

    static SpeakingServer server;

    @BeforeAll
    static void start() {
        server = new SpeakingServer(home, "");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void recover() {
        server.edge().behave(Behaviour.SPEAK);
    }

    @Test
    void keepsOneVoiceThroughoutWhenItsProviderDiesAfterTheThirdSentence() throws Exception {
        server.edge().behaveAfter(3, Behaviour.BREAK);

        var status = server.follow(create("Bees", null));

        assertThat(status.status()).as("%s", status).isEqualTo(JobStatus.COMPLETED);
        assertThat(SpeakingServer.speech(status).provider()).isEqualTo("marytts");
        assertThat(SpeakingServer.speech(status).note())
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
        assertThat(server.text("/actuator/prometheus"))
                .contains("moneyprinter_tts_fallbacks_total{")
                .contains("from=\"edge\"")
                .contains("to=\"marytts\"");
    }

    @Test
    void mixesVoicesForThoseWhoAllowIt() throws Exception {
        server.edge().behaveAfter(3, Behaviour.HANG_UP);

        var status = server.follow(create("Wasps", settings(null, true)));

        assertThat(status.status()).as("%s", status).isEqualTo(JobStatus.COMPLETED);
        assertThat(SpeakingServer.speech(status).provider()).isEqualTo("edge, marytts");
        assertThat(SpeakingServer.speech(status).note())
                .contains("cmu-slt-hsmm of marytts speaks some sentences, since en-US-Emma");
    }

    @Test
    void fallsSilentForThoseWhoWantThatRatherThanNothing() throws Exception {
        server.edge().behaveAfter(3, Behaviour.SAY_NOTHING);

        var status = server.follow(create("Ants", settings(List.of("none"), null)));

        assertThat(status.status()).as("%s", status).isEqualTo(JobStatus.COMPLETED);
        assertThat(SpeakingServer.speech(status).provider()).isEqualTo("none");
        assertThat(SpeakingServer.speech(status).note()).contains("VOICE_PROVIDER_SILENT");
    }

    @Test
    void saysWhyWhenNobodyMaySpeakInstead() throws Exception {
        server.edge().behaveAfter(3, Behaviour.BREAK);

        var status = server.follow(create("Moths", settings(List.of(), null)));

        assertThat(status.status()).as("%s", status).isEqualTo(JobStatus.FAILED);
        assertThat(status.error()).isNotNull();
        assertThat(status.error().code()).isEqualTo("VOICE_PROVIDER_UNAVAILABLE");
    }

    @Test
    void refusesFallbacksThatDoNotExist() throws Exception {
        var response = server.post("""
                {"script": "Bees.", "voice_settings": {"fallbacks": ["marytts", "nobody"]}}""");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("/voice_settings/fallbacks/1").contains("nobody");
        assertThat(server.post("""
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
        return server.client().create(request, UUID.randomUUID().toString()).videoId();
    }

    private static JsonNode provider(String id) throws Exception {
        for (var provider : JsonMapper.builder().build().readTree(server.text("/api/v1/tts/providers"))) {
            if (provider.path("id").asString().equals(id)) {
                return provider;
            }
        }
        throw new AssertionError("no provider " + id);
    }
}
