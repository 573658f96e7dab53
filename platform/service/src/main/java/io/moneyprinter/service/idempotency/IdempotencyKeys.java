package io.moneyprinter.service.idempotency;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.json.Json;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys of the last day, with the answers that were given, in the table {@code idempotency_key} of a service's
 * schema: {@code user_id}, {@code key}, {@code body_digest}, {@code response} and {@code created_at}.
 */
public final class IdempotencyKeys {

    private static final Duration LIFE = Duration.ofHours(24);

    private final String table;
    private final JdbcClient jdbc;
    /** A later version may know less of what an earlier one has stored. */
    private final JsonMapper json = Json.lenient();

    private final Clock clock;

    /** @param schema that has the table */
    public IdempotencyKeys(String schema, DataSource dataSource, Clock clock) {
        this.table = schema + ".idempotency_key";
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /**
     * The answer that was given under this key.
     *
     * @throws CodedException when it was given to another request
     */
    public <T> Optional<T> answer(UserId user, IdempotencyKey key, String digest, Class<T> type) {
        return jdbc.sql("""
                SELECT body_digest, response FROM %s
                WHERE user_id = :user AND key = :key AND created_at >= :oldest
                """.formatted(table))
                .param("user", user.value())
                .param("key", key.value())
                .param("oldest", oldest())
                .query((row, number) -> {
                    if (!row.getString("body_digest").equals(digest)) {
                        throw new CodedException(
                                CommonErrorCode.IDEMPOTENCY_KEY_REUSED,
                                "this Idempotency-Key was used with another body (expected: a new key)");
                    }
                    return json.readValue(row.getString("response"), type);
                })
                .optional();
    }

    /** False when the key is taken; waits for a transaction that is taking it. */
    public boolean take(UserId user, IdempotencyKey key, String digest, Object response) {
        jdbc.sql("DELETE FROM %s WHERE created_at < :oldest".formatted(table))
                .param("oldest", oldest())
                .update();
        return jdbc.sql("""
                        INSERT INTO %s (user_id, key, body_digest, response, created_at)
                        VALUES (:user, :key, :digest, :response, :now) ON CONFLICT DO NOTHING
                        """.formatted(table))
                        .param("user", user.value())
                        .param("key", key.value())
                        .param("digest", digest)
                        .param("response", json.writeValueAsString(response))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private Timestamp oldest() {
        return Timestamp.from(clock.instant().minus(LIFE));
    }
}
