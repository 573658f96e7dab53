package io.moneyprinter.tts.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.moneyprinter.testing.redis.RedisServer;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Against a real server, which knows what the stand-in has wrong, and which stalls, dies and comes back. */
@EnabledIf(
        value = "io.moneyprinter.testing.redis.RedisServer#isInstalled",
        disabledReason = "redis-server is not on the PATH")
class RedisServerTests extends SharedSpeechIndexContract {

    /** It is left alone for five seconds, and there may be as much until it is connected to. */
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    private static RedisServer server;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void release() {
        server.release();
    }

    @Override
    protected String url() {
        return server.url();
    }

    @Test
    void letsRedisForgetInTime() {
        index.put("bees", SENTENCE);
        try (var forgetful = open(Duration.ofMinutes(2))) {
            forgetful.put("moths", SENTENCE);
        }

        assertThat(secondsLeft("bees")).isBetween(3_540L, 3_600L);
        assertThat(secondsLeft("moths")).isBetween(60L, 120L);
    }

    @Test
    void goesOnWhileRedisStallsAndKnowsAgainWhatItKnew() {
        index.put("bees", SENTENCE);
        server.hold();

        assertThat(index.find("bees")).isNull();
        index.take("bees", NOT_YET).close();
        assertThat(index.look().failure()).contains("timed out after 3 second");
        assertThat(failures()).isEqualTo(1);
        server.release();

        Awaitility.await()
                .atMost(RECOVERY)
                .untilAsserted(() -> assertThat(index.find("bees")).isEqualTo(SENTENCE));
        assertThat(index.look()).isEqualTo(new IndexHealth.State(true, null));
    }

    @Test
    void goesOnWithoutARedisThatDiesAndWithTheOneThatFollows() {
        index.put("bees", SENTENCE);
        var turn = index.take("wasps", NOT_YET);
        server.kill();

        assertThat(index.find("bees")).isNull();
        index.put("bees", SENTENCE);
        turn.close();
        assertThat(index.look().failure()).isNotNull();
        assertThat(failures()).isEqualTo(1);
        server.startAgain();

        Awaitility.await().atMost(RECOVERY).untilAsserted(() -> {
            index.put("ants", SENTENCE);
            assertThat(index.find("ants")).isEqualTo(SENTENCE);
        });
        assertThat(index.look().failure()).isNull();
        assertThat(index.find("bees")).isNull();
        // Nobody has the turn that the dead one knew of.
        index.take("wasps", NOT_YET).close();
    }

    @Test
    void saysThatItsPasswordIsRefused() {
        try (var stranger = open(server.url("guessed"), Duration.ofHours(1))) {
            assertThat(stranger.find("bees")).isNull();

            assertThat(stranger.look().failure()).contains("WRONGPASS").doesNotContain("guessed");
        }
    }

    private static long secondsLeft(String digest) {
        try (var client = RedisClient.create(server.url());
                var connection = client.connect()) {
            return connection.sync().ttl("moneyprinter:speech:" + digest);
        }
    }
}
