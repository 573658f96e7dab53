package io.moneyprinter.content.api;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.service.idempotency.IdempotencyKey;
import io.moneyprinter.service.idempotency.IdempotencyKeys;
import io.moneyprinter.service.store.Digests;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Fulfils a wish once, however often it is sent under its {@code Idempotency-Key}. */
@Component
class Once {

    private final IdempotencyKeys keys;
    private final JsonMapper json;
    private final ConcurrentHashMap<String, ReentrantLock> working = new ConcurrentHashMap<>();

    Once(DataSource dataSource, Clock clock, JsonMapper json) {
        this.keys = new IdempotencyKeys("content", dataSource, clock);
        this.json = json;
    }

    /** @param replayed whether the answer was given before */
    record Answer<T>(T value, boolean replayed) {

        ResponseEntity<T> in(ResponseEntity.BodyBuilder response) {
            return (replayed ? response.header(IdempotencyKey.REPLAYED, "true") : response).body(value);
        }
    }

    /**
     * @param header null to do it in any case
     * @param name of the wish, so that one key does not stand for two
     */
    <T> Answer<T> answer(
            UserId user, @Nullable String header, String name, Object request, Class<T> type, Supplier<T> work) {
        var key = IdempotencyKey.ofHeader(header);
        if (key == null) {
            return new Answer<>(work.get(), false);
        }
        var digest = Digests.of(name, json.writeValueAsString(request));
        var id = user.value() + "\n" + key.value();
        var lock = working.computeIfAbsent(id, absent -> new ReentrantLock());
        lock.lock();
        try {
            var before = keys.answer(user, key, digest, type);
            if (before.isPresent()) {
                return new Answer<>(before.get(), true);
            }
            var value = work.get();
            return keys.take(user, key, digest, value)
                    ? new Answer<>(value, false)
                    : new Answer<>(keys.answer(user, key, digest, type).orElse(value), true);
        } finally {
            lock.unlock();
            working.remove(id, lock);
        }
    }
}
