package io.moneyprinter.tts.lexicon;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.database.TransactionLock;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.normalization.Lexicon;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcLexicons implements Lexicons {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LexiconProperties properties;

    JdbcLexicons(DataSource dataSource, LexiconProperties properties) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.properties = properties;
    }

    @Override
    public Lexicon of(UserId userId) {
        return new Lexicon(jdbc.sql("""
                        select language, written, spoken, ipa from tts.lexicon_entry
                        where user_id = :user order by language, written""")
                .param("user", userId.value())
                .query((row, index) -> new Lexicon.Entry(
                        row.getString("language"),
                        row.getString("written"),
                        row.getString("spoken"),
                        row.getString("ipa")))
                .list());
    }

    /**
     * Adds an entry, or changes the one of the same word.
     *
     * @throws CodedException {@code LEXICON_FULL}
     */
    void put(UserId userId, Lexicon.Entry entry) {
        transaction.executeWithoutResult(status -> {
            // Two at once could both be the last that fits.
            TransactionLock.take(jdbc, "tts lexicon " + userId);
            jdbc.sql("""
                            insert into tts.lexicon_entry (user_id, language, written, spoken, ipa)
                            values (:user, :language, :written, :spoken, :ipa)
                            on conflict (user_id, language, written)
                            do update set spoken = excluded.spoken, ipa = excluded.ipa, updated_at = now()""")
                    .param("user", userId.value())
                    .param("language", entry.language())
                    .param("written", entry.written())
                    .param("spoken", entry.spoken())
                    .param("ipa", entry.ipa())
                    .update();
            var entries = jdbc.sql("select count(*) from tts.lexicon_entry where user_id = :user")
                    .param("user", userId.value())
                    .query(Integer.class)
                    .single();
            if (entries > properties.maxEntries()) {
                throw new CodedException(
                        TtsErrorCode.LEXICON_FULL,
                        "The lexicon has %d entries (at most: %d).".formatted(entries - 1, properties.maxEntries()));
            }
        });
    }

    /** Whether there was one. */
    boolean delete(UserId userId, String language, String written) {
        return jdbc.sql("""
                                delete from tts.lexicon_entry
                                where user_id = :user and language = :language and written = :written""")
                        .param("user", userId.value())
                        .param("language", language)
                        .param("written", written)
                        .update()
                > 0;
    }
}
