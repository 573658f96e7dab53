package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.moneyprinter.bench.ServerProcess;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.testing.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Two processes that share a real Redis, which dies while they work. {@code ./moneyprinter test --redis} runs it. */
class RedisDrill {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern SETS = Pattern.compile("cmdstat_set:calls=(\\d+)");
    private static final byte[] SOUND = new Wav(24_000, new double[0])
            .thenSilence(0.1)
            .thenBurst(0.7)
            .thenSilence(0.2)
            .bytes();

    @TempDir
    static Path home;

    /** Last opened first. */
    static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();

    static RedisServer redis;
    static SpeechStandIn voice;
    static SpeakingServer here;
    /** Calls the other process. */
    static Server way;

    private final AtomicInteger asked = new AtomicInteger();

    @BeforeAll
    static void start() throws Exception {
        redis = opened(RedisServer.start());
        voice = opened(new SpeechStandIn());
        var port = ServerProcess.freePort();
        here = opened(new SpeakingServer(home, """
                moneyprinter.redis.url: %s
                moneyprinter.redis.timeout: 5s
                moneyprinter.remote.tts.url: http://127.0.0.1:%d
                moneyprinter.tts.openai.servers.hummer.base-url: %s
                moneyprinter.tts.openai.servers.hummer.voices: nobody
                """.formatted(redis.url(), port, voice.url())));
        opened(ServerProcess.start(
                MoneyPrinter.class,
                home,
                home.resolve("there.log"),
                List.of(),
                List.of("--services", "tts", "--port", String.valueOf(port)),
                Map.of("MONEYPRINTER_TTS_NARRATION_CACHETTL", "120s"),
                List.of(port)));
        way = opened(Server.start(ServerOptions.everything(home)
                .withServices(EnumSet.of(ServiceId.USERS))
                .withPort(0)));
    }

    private static <T extends AutoCloseable> T opened(T one) {
        OPEN.push(one);
        return one;
    }

    @AfterAll
    static void stop() throws Exception {
        for (var one : OPEN) {
            one.close();
        }
    }

    @BeforeEach
    void hum() {
        voice.sound(text -> {
            asked.incrementAndGet();
            return SOUND;
        });
        atRedis(RedisCommands::flushall);
        atRedis(RedisCommands::configResetstat);
    }

    @Test
    void speaksOnceForTwoProcessesThatAskAtTheSameTime() throws Exception {
        var sound = new CompletableFuture<byte[]>();
        voice.sound(text -> {
            asked.incrementAndGet();
            return sound.join();
        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var mine = threads.submit(() -> speak(here.bean(SpeechSynthesis.class), "Bees dance."));
            var theirs = threads.submit(() -> speak(way.bean(SpeechSynthesis.class), "Bees dance."));
            try {
                // Whoever speaks has taken its turn with one command, so a second one comes from the other.
                until(() -> turnsWanted() > 1);
            } finally {
                sound.complete(SOUND);
            }

            assertThat(theirs.get().audio()).isEqualTo(mine.get().audio());
            assertThat(List.of(mine.get().cached(), theirs.get().cached())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void remembersForAnHourOrAsLongAsItIsTold() {
        speak(here.bean(SpeechSynthesis.class), "Wasps watch.");

        assertThat(secondsLeft()).isBetween(3_500L, 3_600L);
        atRedis(RedisCommands::flushall);
        speak(way.bean(SpeechSynthesis.class), "Ants march.");
        assertThat(secondsLeft()).isBetween(60L, 120L);
    }

    @Test
    void finishesAVideoWhoseRedisDiesAndRemembersInTheOneThatFollows() throws Exception {
        voice.sound(text -> {
            if (asked.incrementAndGet() == 3) {
                redis.kill();
            }
            return SOUND;
        });

        var answer = here.post("""
                {"script": "Old bees dance. Some bees watch. Many bees fly out. Few bees return. All bees sleep.",
                 "language": "en", "produce": "audio", "voice_settings": {"provider": "hummer", "fallbacks": []}}""");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var status = here.follow(new VideoId(
                JsonMapper.shared().readTree(answer.body()).get("video_id").asString()));

        redis.startAgain();

        assertThat(status.status()).as("%s", status).isEqualTo(JobStatus.COMPLETED);
        assertThat(asked).hasValue(5);
        assertThat(log()).contains("Redis does not answer, the object store is asked instead: ");
        assertThat(here.text("/actuator/prometheus")).containsPattern("moneyprinter_tts_cache_failures_total [1-9]");

        for (var process : List.of(here.bean(SpeechSynthesis.class), way.bean(SpeechSynthesis.class))) {
            atRedis(RedisCommands::flushall);
            until(() -> {
                speak(process, "Bee number %d dances.".formatted(asked.get()));
                return !atRedis(redis -> redis.keys("moneyprinter:speech:*")).isEmpty();
            });
        }
        assertThat(log()).contains("Redis answers again");
    }

    private static Speech speak(SpeechSynthesis process, String text) {
        var settings = new VoiceSettings("hummer", null, null, null, null, null, List.of(), null);
        return process.synthesize(new SpeechRequest(UserId.LOCAL, text, "en", settings, "drill"));
    }

    private static String log() throws IOException {
        return Files.readString(home.resolve("logs/all.log"));
    }

    private static int turnsWanted() {
        var counted = SETS.matcher(atRedis(redis -> redis.info("commandstats")));
        return counted.find() ? Integer.parseInt(counted.group(1)) : 0;
    }

    /** Of the one sentence that is known. */
    private static long secondsLeft() {
        return atRedis(redis -> {
            var keys = redis.keys("moneyprinter:speech:*");
            assertThat(keys).hasSize(1);
            return redis.ttl(keys.getFirst());
        });
    }

    private static <T> T atRedis(Function<RedisCommands<String, String>, T> question) {
        try (var client = RedisClient.create(redis.url());
                var connection = client.connect()) {
            return question.apply(connection.sync());
        }
    }

    private static void until(BooleanSupplier isSo) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(200);
        }
    }
}
