package io.moneyprinter.content.api;

import io.moneyprinter.content.journal.Work;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.service.idempotency.IdempotencyKey;
import io.moneyprinter.service.idempotency.IdempotencyKeys;
import io.moneyprinter.service.store.Digests;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Fulfils a wish once, however often it is sent under its {@code Idempotency-Key}. */
@Component
class Once {

    private final IdempotencyKeys keys;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final OneAtATime<String> working = new OneAtATime<>();

    Once(DataSource dataSource, Clock clock, JsonMapper json) {
        this.keys = new IdempotencyKeys("content", dataSource, clock);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.json = json;
    }

    /** @param replayed whether the answer was given before */
    record Answer<T>(T value, boolean replayed) {

        ResponseEntity<T> in(ResponseEntity.BodyBuilder response) {
            return (replayed ? response.header(IdempotencyKey.REPLAYED, "true") : response).body(value);
        }
    }

    /**
     * For work that takes long, such as a question to a model. What it gave is worth nothing if the process dies before it
     * is kept.
     *
     * @param header null to do it in any case
     * @param name of the wish, so that one key does not stand for two
     */
    <T> Answer<T> answer(
            UserId user, @Nullable String header, String name, Object request, Class<T> type, Supplier<T> work) {
        return once(user, header, name, request, type, work, wish -> {
            var value = work.get();
            return wish.take(value) ? new Answer<>(value, false) : wish.before().orElse(new Answer<>(value, true));
        });
    }

    /**
     * For work that is rows of the database and nothing else: they are there together with the answer, or not at all.
     *
     * @param header null to do it in any case
     * @param name of the wish, so that one key does not stand for two
     */
    <T> Answer<T> store(
            UserId user, @Nullable String header, String name, Object request, Class<T> type, Supplier<T> work) {
        return once(user, header, name, request, type, work, wish -> {
            var stored = transaction.execute(status -> {
                var value = work.get();
                if (wish.take(value)) {
                    return new Answer<>(value, false);
                }
                status.setRollbackOnly();
                return null;
            });
            return stored == null ? wish.before().orElseThrow() : stored;
        });
    }

    private <T> Answer<T> once(
            UserId user,
            @Nullable String header,
            String name,
            Object request,
            Class<T> type,
            Supplier<T> work,
            Function<Wish<T>, Answer<T>> fulfil) {
        var key = IdempotencyKey.ofHeader(header);
        if (key == null) {
            return new Answer<>(work.get(), false);
        }
        var wish = new Wish<>(keys, user, key, Digests.of(name, json.writeValueAsString(request)), type);
        return working.run(
                user.value() + "\n" + key.value(),
                () -> wish.before().orElseGet(() -> Work.named(key.value(), () -> fulfil.apply(wish))));
    }

    private record Wish<T>(IdempotencyKeys keys, UserId user, IdempotencyKey key, String digest, Class<T> type) {

        Optional<Answer<T>> before() {
            return keys.answer(user, key, digest, type).map(value -> new Answer<>(value, true));
        }

        /** False when somebody else has been faster. */
        boolean take(T value) {
            return keys.take(user, key, digest, value);
        }
    }
}
