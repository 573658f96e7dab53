package io.moneyprinter.tts.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a stand-in, which can also misbehave. */
class RedisSpeechIndexTests extends SharedSpeechIndexContract {

    private static final RedisStandIn REDIS = RedisStandIn.start();

    @AfterAll
    static void stop() {
        REDIS.close();
    }

    @BeforeEach
    void behave() {
        REDIS.behave(RedisStandIn.Behaviour.ANSWER);
    }

    @Override
    protected String url() {
        return REDIS.url();
    }

    @Test
    void knowsNothingWhileRedisStalls() {
        index.put("bees", SENTENCE);
        REDIS.behave(RedisStandIn.Behaviour.STALL);

        assertThat(index.find("bees")).isNull();
        for (var i = 0; i < 10; i++) {
            index.put("bees", SENTENCE);
            index.take("bees", NOT_YET).close();
        }

        // It is asked once, and then left alone.
        assertThat(failures()).isEqualTo(1);
    }

    @Test
    void knowsNothingWhileRedisHangsUp() {
        index.put("bees", SENTENCE);
        REDIS.behave(RedisStandIn.Behaviour.HANG_UP);

        assertThat(index.find("bees")).isNull();
        index.take("bees", NOT_YET).close();

        assertThat(failures()).isPositive();
    }

    @Test
    void knowsNothingWhereThereIsNoRedis() {
        var gone = RedisStandIn.start();
        gone.close();

        try (var lonely = open(gone.url(), Duration.ofHours(1))) {
            assertThat(lonely.find("bees")).isNull();
            lonely.put("bees", SENTENCE);
            lonely.take("bees", NOT_YET).close();

            assertThat(lonely.look().failure()).contains("Connection refused");
        }

        assertThat(failures()).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatItCannotRead() {
        REDIS.put("moneyprinter:speech:bees", "{\"samples\": \"many\"}");

        assertThat(index.find("bees")).isNull();
        assertThat(failures()).isZero();
    }

    @Test
    void refusesAnAddressWithoutTellingIt() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new RedisProperties("http://:secret@localhost", Duration.ofSeconds(1)))
                .withMessageContaining("moneyprinter.redis.url")
                .withMessageNotContaining("secret");
        assertThat(new RedisProperties("redis://:secret@localhost", Duration.ofSeconds(1)).toString())
                .doesNotContain("secret");
    }
}
