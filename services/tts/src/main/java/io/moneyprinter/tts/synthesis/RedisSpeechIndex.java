package io.moneyprinter.tts.synthesis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.moneyprinter.tts.health.Meters;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * For all processes that share a Redis. While that does not answer, nothing is known and nobody waits for a turn; it is
 * asked again every few seconds.
 */
final class RedisSpeechIndex implements SpeechIndex {

    private static final Logger log = LoggerFactory.getLogger(RedisSpeechIndex.class);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);
    /** The longest that a sentence may take; who dies while speaking keeps others waiting for so long. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(1);

    /** Ends a turn, unless it has run out and is somebody else's by now. */
    private static final String END =
            "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end";

    private final ClientResources resources;
    private final RedisClient client;
    private final Duration ttl;
    private final JsonMapper json;
    private final Meters meters;
    private @Nullable StatefulRedisConnection<String, String> connection;
    private long restsUntil = System.nanoTime();
    /** Null while it answers. */
    private @Nullable String failure;

    RedisSpeechIndex(RedisProperties properties, Duration ttl, JsonMapper json, Meters meters) {
        this.ttl = ttl;
        this.json = json;
        this.meters = meters;
        var uri = RedisURI.create(properties.url());
        uri.setTimeout(properties.timeout());
        uri.setClientName("moneyprinter");
        this.resources = ClientResources.builder()
                // By default the pauses between attempts grow to half a minute.
                .reconnectDelay(Delay.exponential(Duration.ZERO, REST, 2, TimeUnit.MILLISECONDS))
                .build();
        this.client = RedisClient.create(resources, uri);
        client.setOptions(ClientOptions.builder()
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(properties.timeout())
                        .build())
                // What waits for a connection would be late, and is known elsewhere.
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .build());
    }

    @Override
    public @Nullable SpokenSentence find(String digest) {
        var found = ask(redis -> redis.get(sentence(digest)));
        try {
            return found == null ? null : json.readValue(found, SpokenSentence.class);
        } catch (JacksonException e) {
            log.warn("Redis knows {} in a shape that is not ours", digest);
            return null;
        }
    }

    @Override
    public void put(String digest, SpokenSentence spoken) {
        ask(redis -> redis.psetex(sentence(digest), ttl.toMillis(), json.writeValueAsString(spoken)));
    }

    @Override
    public Turn take(String digest, BooleanSupplier spoken) {
        var key = "moneyprinter:speaking:" + digest;
        var token = UUID.randomUUID().toString();
        var deadline = System.nanoTime() + LONGEST_TURN.toNanos();
        // Whoever had it may have been unable to end its turn.
        while (isTaken(key, token) && !spoken.getAsBoolean() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return () -> ask(redis -> redis.<Long>eval(END, ScriptOutputType.INTEGER, new String[] {key}, token));
    }

    /** By somebody else; when nobody has it, and when that cannot be known, it is ours. */
    private boolean isTaken(String key, String token) {
        var arguments = SetArgs.Builder.nx().px(LONGEST_TURN.toMillis());
        var answer = ask(redis -> redis.set(key, token, arguments) == null ? "taken" : "ours");
        return "taken".equals(answer);
    }

    /** Null when Redis says so, or does not answer. */
    private <T> @Nullable T ask(Function<RedisCommands<String, String>, @Nullable T> question) {
        var present = connected();
        if (present == null) {
            return null;
        }
        try {
            var answer = question.apply(present.sync());
            answered();
            return answer;
        } catch (RedisCommandInterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (RedisException e) {
            failed(e);
            return null;
        }
    }

    /** Null while it is left alone. One caller connects, the others wait for how that goes. */
    private synchronized @Nullable StatefulRedisConnection<String, String> connected() {
        if (System.nanoTime() - restsUntil < 0) {
            return null;
        }
        if (connection == null) {
            try {
                connection = client.connect();
            } catch (RedisException e) {
                failed(e);
            }
        }
        return connection;
    }

    private synchronized void answered() {
        if (failure != null) {
            failure = null;
            log.info("Redis answers again");
        }
    }

    private synchronized void failed(RedisException exception) {
        restsUntil = System.nanoTime() + REST.toNanos();
        meters.indexFailed();
        var known = failure;
        failure = reason(exception);
        if (known == null) {
            log.warn("Redis does not answer, the object store is asked instead: {}", failure);
        }
    }

    /** What a refused password or a closed port is wrapped into says neither. */
    private static String reason(RedisException exception) {
        var cause = NestedExceptionUtils.getMostSpecificCause(exception);
        return cause == exception
                ? String.valueOf(exception.getMessage())
                : "%s (%s)".formatted(exception.getMessage(), cause.getMessage() == null ? cause : cause.getMessage());
    }

    @Override
    public IndexHealth.State look() {
        ask(RedisCommands::ping);
        synchronized (this) {
            return new IndexHealth.State(true, failure);
        }
    }

    private static String sentence(String digest) {
        return "moneyprinter:speech:" + digest;
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
    }
}
