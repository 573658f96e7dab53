package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.json.Json;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The keys of the last day, with the answers that were given. */
@Component
class IdempotencyKeys {

    private static final Duration LIFE = Duration.ofHours(24);

    private final JdbcClient jdbc;
    /** A later version may know less of what an earlier one has stored. */
    private final JsonMapper json = Json.lenient();

    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The answer that was given under this key.
     *
     * @throws CodedException when it was given to another request
     */
    <T> Optional<T> answer(UserId user, IdempotencyKey key, String digest, Class<T> type) {
        return jdbc.sql("""
                SELECT body_digest, response FROM orchestration.idempotency_key
                WHERE user_id = :user AND key = :key AND created_at >= :oldest
                """)
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
    boolean take(UserId user, IdempotencyKey key, String digest, Object response) {
        jdbc.sql("DELETE FROM orchestration.idempotency_key WHERE created_at < :oldest")
                .param("oldest", oldest())
                .update();
        return jdbc.sql("""
                        INSERT INTO orchestration.idempotency_key (user_id, key, body_digest, response, created_at)
                        VALUES (:user, :key, :digest, :response, :now) ON CONFLICT DO NOTHING
                        """)
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
