package io.moneyprinter.tts.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moneyprinter.tts.health.ProvidersTests;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What an index does beyond that for processes that share it. */
abstract class SharedSpeechIndexContract extends SpeechIndexContract {

    /** Longer than a busy machine makes anything wait. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    protected final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    protected abstract String url();

    @Override
    protected SpeechIndex open(Duration ttl) {
        return open(url(), ttl);
    }

    protected SpeechIndex open(String url, Duration ttl) {
        return new RedisSpeechIndex(
                new RedisProperties(url, TIMEOUT), ttl, JsonMapper.builder().build(), ProvidersTests.meters(registry));
    }

    protected double failures() {
        return registry.counter("moneyprinter.tts.cache.failures").count();
    }

    @Test
    void knowsWhatOthersWereTold() {
        try (var other = open(Duration.ofHours(1))) {
            other.put("hornets", SENTENCE);

            assertThat(index.find("hornets")).isEqualTo(SENTENCE);
        }
        assertThat(failures()).isZero();
    }

    @Test
    void waitsWhileAnotherProcessSpeaks() throws Exception {
        try (var other = open(Duration.ofHours(1))) {
            var turn = other.take("flies", NOT_YET);
            var mine = apart(() -> index.take("flies", NOT_YET));

            index.take("beetles", NOT_YET).close();
            assertThat(mine).isNotDone();
            turn.close();

            mine.get(10, TimeUnit.SECONDS).close();
        }
    }

    /** Whoever speaks may lose sight of the index before its turn ends. */
    @Test
    void waitsNoLongerThanUntilItIsSpoken() throws Exception {
        try (var other = open(Duration.ofHours(1))) {
            var spoken = new AtomicBoolean();
            var turn = other.take("gnats", NOT_YET);
            var mine = apart(() -> index.take("gnats", spoken::get));
            index.take("beetles", NOT_YET).close();
            assertThat(mine).isNotDone();

            spoken.set(true);

            mine.get(10, TimeUnit.SECONDS).close();
            turn.close();
        }
    }

    @Test
    void endsNoTurnButItsOwn() throws Exception {
        try (var other = open(Duration.ofHours(1))) {
            var mine = index.take("wasps", NOT_YET);
            mine.close();
            var theirs = other.take("wasps", NOT_YET);

            mine.close();

            var next = apart(() -> index.take("wasps", NOT_YET));
            Thread.sleep(300);
            assertThat(next).isNotDone();
            theirs.close();
            next.get(10, TimeUnit.SECONDS).close();
        }
    }

    /** In a thread of its own: Lettuce connects with the common pool, which may have one. */
    private static <T> CompletableFuture<T> apart(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Thread.ofVirtual()::start);
    }
}
