package io.moneyprinter.content.draft;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.Edition;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.database.TransactionLock;
import io.moneyprinter.service.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The drafts of all users, in the database. Every look-up is by owner. */
@Repository
public class Drafts {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final DraftProperties properties;
    private final Clock clock;
    private final JsonMapper json = Json.lenient();

    Drafts(DataSource dataSource, DraftProperties properties, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.properties = properties;
        this.clock = clock;
    }

    /** @throws CodedException {@code DRAFTS_FULL} */
    public Draft create(UserId user, GeneratedContent content) {
        return locked(user, () -> {
            var draft = insert(user, UUID.randomUUID().toString().replace("-", ""), 1, content);
            var count = jdbc.sql("SELECT count(DISTINCT draft_id) FROM content.draft WHERE user_id = :user")
                    .param("user", user.value())
                    .query(Integer.class)
                    .single();
            if (count > properties.maxDrafts()) {
                throw new CodedException(
                        ContentErrorCode.DRAFTS_FULL,
                        "There are %d drafts (at most: %d).".formatted(count - 1, properties.maxDrafts()));
            }
            return draft;
        });
    }

    /**
     * Adds a version.
     *
     * @param expected the version that was changed; null to change the latest, whichever it is
     * @throws CodedException {@code DRAFT_NOT_FOUND} or {@code DRAFT_CHANGED}
     */
    public Draft update(UserId user, String id, @Nullable Integer expected, GeneratedContent content) {
        return locked(user, () -> {
            var latest = find(user, id, null).version();
            if (expected != null && expected != latest) {
                throw new CodedException(
                        ContentErrorCode.DRAFT_CHANGED,
                        "The draft is of version %d by now (expected: %d).".formatted(latest, expected));
            }
            var draft = insert(user, id, latest + 1, content);
            jdbc.sql("DELETE FROM content.draft WHERE user_id = :user AND draft_id = :id AND version <= :oldest")
                    .param("user", user.value())
                    .param("id", id)
                    .param("oldest", draft.version() - properties.keepVersions())
                    .update();
            return draft;
        });
    }

    /**
     * @param version null for the latest
     * @throws CodedException {@code DRAFT_NOT_FOUND}, also for those of others
     */
    public Draft find(UserId user, String id, @Nullable Integer version) {
        return jdbc.sql("""
                        SELECT version, created_at, body FROM content.draft
                        WHERE user_id = :user AND draft_id = :id AND version = coalesce(:version, version)
                        ORDER BY version DESC LIMIT 1""")
                .param("user", user.value())
                .param("id", id)
                .param("version", version, Types.INTEGER)
                .query((row, number) -> new Draft(
                        id,
                        row.getInt("version"),
                        row.getTimestamp("created_at").toInstant(),
                        json.readValue(row.getString("body"), GeneratedContent.class)))
                .optional()
                .orElseThrow(() -> notFound(new Edition(id, version)));
    }

    /** The latest version of each, those changed last first. */
    public List<DraftSummary> of(UserId user) {
        return jdbc.sql("""
                        SELECT * FROM (
                            SELECT DISTINCT ON (draft_id) draft_id, version, title, language, created_at
                            FROM content.draft WHERE user_id = :user ORDER BY draft_id, version DESC
                        ) AS latest ORDER BY created_at DESC, draft_id""")
                .param("user", user.value())
                .query((row, number) -> summary(row))
                .list();
    }

    /**
     * All versions that are kept, latest first.
     *
     * @throws CodedException {@code DRAFT_NOT_FOUND}
     */
    public List<DraftSummary> versions(UserId user, String id) {
        var versions = jdbc.sql("""
                        SELECT draft_id, version, title, language, created_at FROM content.draft
                        WHERE user_id = :user AND draft_id = :id ORDER BY version DESC""")
                .param("user", user.value())
                .param("id", id)
                .query((row, number) -> summary(row))
                .list();
        if (versions.isEmpty()) {
            throw notFound(new Edition(id, null));
        }
        return versions;
    }

    /** @throws CodedException {@code DRAFT_NOT_FOUND} */
    public void delete(UserId user, String id) {
        var deleted = locked(
                user,
                () -> jdbc.sql("DELETE FROM content.draft WHERE user_id = :user AND draft_id = :id")
                        .param("user", user.value())
                        .param("id", id)
                        .update());
        if (deleted == 0) {
            throw notFound(new Edition(id, null));
        }
    }

    private static CodedException notFound(Edition wanted) {
        return new CodedException(ContentErrorCode.DRAFT_NOT_FOUND, "You have no draft %s.".formatted(wanted));
    }

    private Draft insert(UserId user, String id, int version, GeneratedContent content) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        jdbc.sql("""
                        INSERT INTO content.draft (user_id, draft_id, version, title, language, body, created_at)
                        VALUES (:user, :id, :version, :title, :language, :body, :now)""")
                .param("user", user.value())
                .param("id", id)
                .param("version", version)
                .param("title", content.title())
                .param("language", content.language())
                .param("body", json.writeValueAsString(content))
                .param("now", Timestamp.from(now))
                .update();
        return new Draft(id, version, now, content);
    }

    private static DraftSummary summary(ResultSet row) throws SQLException {
        return new DraftSummary(
                row.getString("draft_id"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("language"),
                row.getTimestamp("created_at").toInstant());
    }

    /** Two at once would write the same version, or one of a draft that is gone. */
    private <T> T locked(UserId user, Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            TransactionLock.take(jdbc, "content drafts " + user);
            return work.get();
        }));
    }
}
