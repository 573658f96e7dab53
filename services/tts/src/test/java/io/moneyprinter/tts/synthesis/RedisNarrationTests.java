package io.moneyprinter.tts.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.testing.redis.RedisServer;
import io.moneyprinter.tts.health.ProvidersTests;
import io.moneyprinter.tts.normalization.Lexicon;
import io.moneyprinter.tts.voice.VoicesTests;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Processes of several tenants that share a store and a real Redis. */
@EnabledIf(
        value = "io.moneyprinter.testing.redis.RedisServer#isInstalled",
        disabledReason = "redis-server is not on the PATH")
class RedisNarrationTests {

    private static final String CLONE = "clone-" + UUID.randomUUID();

    @TempDir
    private Path work;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ToneSynthesizer voice = new ToneSynthesizer("tone", 0.1, VoicesTests.voice("tone", "hum", "en-US"));
    private RedisServer server;

    @BeforeEach
    void start() {
        server = RedisServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sharesTheVoicesOfAllAndNoneThatBelongsToSomebody() {
        var ada = speak("ada", CLONE);
        var bob = speak("bob", CLONE);
        var adaAgain = speak("ada", CLONE);

        assertThat(bob.cached()).isFalse();
        assertThat(bob.audio()).isNotEqualTo(ada.audio());
        assertThat(adaAgain.cached()).isTrue();
        assertThat(adaAgain.audio()).isEqualTo(ada.audio());
        assertThat(hits()).isEqualTo(1);
        assertThat(keys()).hasSize(2);

        var all = speak("ada", "hum");
        var allAgain = speak("bob", "hum");

        assertThat(allAgain.cached()).isTrue();
        assertThat(allAgain.audio()).isEqualTo(all.audio());
        assertThat(hits()).isEqualTo(2);
        assertThat(keys()).hasSize(3);
        assertThat(voice.asked).hasValue(3);
    }

    /** In a process of its own. */
    private Speech speak(String user, String name) {
        var properties = new RedisProperties(server.url(), Duration.ofSeconds(5));
        var meters = ProvidersTests.meters(registry);
        try (var index = new RedisSpeechIndex(
                properties, Duration.ofHours(1), JsonMapper.builder().build(), meters)) {
            return Narrations.of(
                            index,
                            VoicesTests.with(Narrations.ownedBy(user), voice),
                            new LocalObjectStore(work, Clock.systemUTC()),
                            entry -> {},
                            meters)
                    .speak(
                            new SpeechRequest(new UserId(user), "Bees dance well", "en", VoiceSettings.DEFAULT, "key"),
                            VoicesTests.voice("tone", name, "en-US"),
                            Lexicon.EMPTY);
        }
    }

    private double hits() {
        return registry.counter("moneyprinter.tts.cache", "result", "hit", "where", "index")
                .count();
    }

    private List<String> keys() {
        try (var client = RedisClient.create(server.url());
                var connection = client.connect()) {
            return connection.sync().keys("*");
        }
    }
}
