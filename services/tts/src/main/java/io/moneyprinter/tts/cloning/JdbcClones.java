package io.moneyprinter.tts.cloning;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.ClonedVoice.State;
import io.moneyprinter.service.idempotency.IdempotencyKey;
import io.moneyprinter.tts.spi.CloneName;
import io.moneyprinter.tts.spi.VoiceCloning.Made;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Cloned voices and the consent they were made with. */
@Repository
class JdbcClones {

    private static final String COLUMNS =
            "id, user_id, provider, provider_voice, name, locale, gender, state, requires_verification, error_code,"
                    + " error, body_digest, attempts, created_at, asked_at";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JdbcClones(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Both or neither; false when the key is taken. */
    boolean begin(StoredClone voice, @Nullable IdempotencyKey key, Consent consent) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!insert(voice, key)) {
                return false;
            }
            insert(voice, consent);
            return true;
        }));
    }

    private boolean insert(StoredClone voice, @Nullable IdempotencyKey key) {
        return jdbc.sql("""
                        insert into tts.cloned_voice (id, user_id, provider, name, locale, gender, state,
                            idempotency_key, body_digest, created_at, asked_at, next_attempt_at)
                        values (:id, :user, :provider, :name, :locale, :gender, 'creating',
                            :key, :digest, :created, :asked, :asked)
                        on conflict (user_id, idempotency_key) do nothing""")
                        .param("id", voice.id().value())
                        .param("user", voice.owner().value())
                        .param("provider", voice.provider())
                        .param("name", voice.name())
                        .param("locale", voice.locale())
                        .param("gender", voice.gender())
                        .param("key", key == null ? null : key.value())
                        .param("digest", voice.bodyDigest())
                        .param("created", Timestamp.from(voice.createdAt()))
                        .param("asked", Timestamp.from(voice.askedAt()))
                        .update()
                == 1;
    }

    private void insert(StoredClone voice, Consent consent) {
        jdbc.sql("""
                        insert into tts.voice_consent (voice_id, user_id, provider, consent_text, consented_by, rights,
                            sample_digests, client_address, given_at)
                        values (:id, :user, :provider, :text, :by, true, :digests, :address, :given)""")
                .param("id", voice.id().value())
                .param("user", voice.owner().value())
                .param("provider", voice.provider())
                .param("text", consent.text())
                .param("by", consent.givenBy())
                .param("digests", String.join(" ", consent.sampleDigests()))
                .param("address", consent.clientAddress())
                .param("given", Timestamp.from(voice.createdAt()))
                .update();
    }

    Optional<StoredClone> find(UserId owner, IdempotencyKey key) {
        return jdbc.sql("select %s from tts.cloned_voice where user_id = :user and idempotency_key = :key"
                        .formatted(COLUMNS))
                .param("user", owner.value())
                .param("key", key.value())
                .query(JdbcClones::stored)
                .optional();
    }

    /** Whoever it belongs to, and whatever has become of it. */
    Optional<StoredClone> find(CloneName id) {
        return jdbc.sql("select %s from tts.cloned_voice where id = :id".formatted(COLUMNS))
                .param("id", id.value())
                .query(JdbcClones::stored)
                .optional();
    }

    /** Newest first, without those that are deleted. */
    List<StoredClone> of(UserId owner) {
        return jdbc.sql("""
                        select %s from tts.cloned_voice where user_id = :user and state <> 'deleted'
                        order by created_at desc, id desc""".formatted(COLUMNS))
                .param("user", owner.value())
                .query(JdbcClones::stored)
                .list();
    }

    /** Those whose making was interrupted before {@code asked}, and those that are to be deleted, as far as it is time. */
    List<StoredClone> unsettled(Instant asked, Instant now) {
        return jdbc.sql("""
                        select %s from tts.cloned_voice
                        where next_attempt_at <= :now
                            and (state = 'deleting' or state = 'creating' and asked_at <= :asked)
                        order by next_attempt_at limit 100""".formatted(COLUMNS))
                .param("now", Timestamp.from(now))
                .param("asked", Timestamp.from(asked))
                .query(JdbcClones::stored)
                .list();
    }

    /** False when it has not failed. */
    boolean beginAgain(CloneName id, Instant now) {
        return jdbc.sql("""
                        update tts.cloned_voice
                        set state = 'creating', error_code = null, error = null, attempts = 0, asked_at = :now,
                            next_attempt_at = :now
                        where id = :id and state = 'failed'""")
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** A voice that is to be deleted meanwhile is deleted under the name that is known now. */
    void made(CloneName id, Made made) {
        jdbc.sql("""
                        update tts.cloned_voice
                        set provider_voice = :voice, requires_verification = :verification, error_code = null,
                            error = null, state = case state when 'creating' then 'ready' else state end
                        where id = :id and state in ('creating', 'deleting')""")
                .param("voice", made.id())
                .param("verification", made.requiresVerification())
                .param("id", id.value())
                .update();
    }

    void failed(CloneName id, String code, @Nullable String message) {
        jdbc.sql("""
                        update tts.cloned_voice set state = 'failed', error_code = :code, error = :error
                        where id = :id and state = 'creating'""")
                .param("code", code)
                .param("error", message)
                .param("id", id.value())
                .update();
    }

    void deleting(CloneName id, Instant nextAttempt) {
        jdbc.sql("""
                        update tts.cloned_voice set state = 'deleting', attempts = 0, next_attempt_at = :next
                        where id = :id and state in ('creating', 'ready')""")
                .param("next", Timestamp.from(nextAttempt))
                .param("id", id.value())
                .update();
    }

    /** What its owner called it is forgotten. */
    void deleted(CloneName id) {
        jdbc.sql("""
                        update tts.cloned_voice
                        set state = 'deleted', name = '', gender = null, error_code = null, error = null
                        where id = :id""").param("id", id.value()).update();
    }

    void postpone(CloneName id, Instant nextAttempt) {
        jdbc.sql("update tts.cloned_voice set attempts = attempts + 1, next_attempt_at = :next where id = :id")
                .param("next", Timestamp.from(nextAttempt))
                .param("id", id.value())
                .update();
    }

    private static StoredClone stored(ResultSet row, int index) throws SQLException {
        return new StoredClone(
                new CloneName(row.getString("id")),
                new UserId(row.getString("user_id")),
                row.getString("provider"),
                row.getString("provider_voice"),
                row.getString("name"),
                row.getString("locale"),
                row.getString("gender"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getBoolean("requires_verification"),
                row.getString("error_code"),
                row.getString("error"),
                row.getString("body_digest"),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("asked_at").toInstant());
    }
}
