package io.moneyprinter.tts.reading;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.SynthesizedSpeech;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.idempotency.IdempotencyKey;
import io.moneyprinter.service.idempotency.IdempotencyKeys;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.tts.TtsErrorCode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The texts that were spoken lately, each for its owner. */
@Repository
class JdbcReadings {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final IdempotencyKeys keys;
    /** A later version may know less of what an earlier one has stored. */
    private final JsonMapper json = Json.lenient();

    private final Duration keep;
    private final Clock clock;

    JdbcReadings(DataSource dataSource, ReadingProperties properties, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.keys = new IdempotencyKeys("tts", dataSource, clock);
        this.keep = properties.keep();
        this.clock = clock;
    }

    /** A text and its file. */
    record Kept(SynthesizedSpeech speech, ObjectKey audio) {}

    /** The answer to a request with an {@code Idempotency-Key}; its digest tells another body from the same. */
    record Wish(IdempotencyKey key, String digest) {}

    <T> Optional<T> answer(UserId user, Wish wish, Class<T> type) {
        return keys.answer(user, wish.key(), wish.digest(), type);
    }

    /**
     * Keeps texts and the answer that tells of them.
     *
     * @param wish null where there is no key to answer again
     * @return the answer, or the one that somebody else gave to the same request meanwhile
     */
    <T> Answer<T> keep(UserId user, List<Kept> readings, @Nullable Wish wish, T answer, Class<T> type) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (wish != null && !keys.take(user, wish.key(), wish.digest(), answer)) {
                return new Answer<>(answer(user, wish, type).orElseThrow(), true);
            }
            forget();
            readings.forEach(reading -> insert(user, reading));
            return new Answer<>(answer, false);
        }));
    }

    private void insert(UserId user, Kept reading) {
        jdbc.sql("""
                        INSERT INTO tts.reading (reading_id, user_id, audio, answer, created_at)
                        VALUES (:id, :user, :audio, :answer, :created)
                        """)
                .param("id", reading.speech().speechId())
                .param("user", user.value())
                .param("audio", reading.audio().value())
                .param("answer", json.writeValueAsString(reading.speech()))
                .param("created", Timestamp.from(reading.speech().createdAt()))
                .update();
    }

    private void forget() {
        jdbc.sql("DELETE FROM tts.reading WHERE created_at < :oldest")
                .param("oldest", oldest())
                .update();
    }

    /** @throws CodedException {@code SPEECH_NOT_FOUND}, also for those of others */
    Kept find(UserId user, String id) {
        return jdbc.sql("""
                        SELECT answer, audio FROM tts.reading
                        WHERE reading_id = :id AND user_id = :user AND created_at >= :oldest
                        """)
                .param("id", id)
                .param("user", user.value())
                .param("oldest", oldest())
                .query((row, number) -> new Kept(
                        json.readValue(row.getString("answer"), SynthesizedSpeech.class),
                        new ObjectKey(row.getString("audio"))))
                .optional()
                .orElseThrow(() -> new CodedException(TtsErrorCode.SPEECH_NOT_FOUND, "There is no such speech."));
    }

    Instant expiry(Instant createdAt) {
        return createdAt.plus(keep);
    }

    private Timestamp oldest() {
        return Timestamp.from(clock.instant().minus(keep));
    }
}
