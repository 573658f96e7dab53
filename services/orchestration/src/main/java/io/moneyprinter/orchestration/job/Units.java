package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.JobError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pieces of work of every video, in the database. */
@Component
public class Units {

    private final JdbcClient jdbc;
    private final Clock clock;

    Units(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Does nothing when the piece is known already. */
    public void add(UnitKey key, double weight) {
        jdbc.sql("""
                INSERT INTO orchestration.unit (video_id, kind, idx, weight) VALUES (:id, :kind, :idx, :weight)
                ON CONFLICT DO NOTHING
                """)
                .param("id", key.videoId().value())
                .param("kind", key.kind().id())
                .param("idx", key.index())
                .param("weight", weight)
                .update();
    }

    /** A piece that is finished already, because it is the same as one of another video. */
    public void copy(UnitKey key, double weight, @Nullable String provider) {
        jdbc.sql("""
                INSERT INTO orchestration.unit (video_id, kind, idx, weight, state, provider, copied, finished_at)
                VALUES (:id, :kind, :idx, :weight, 'done', :provider, true, :now)
                """)
                .param("id", key.videoId().value())
                .param("kind", key.kind().id())
                .param("idx", key.index())
                .param("weight", weight)
                .param("provider", provider)
                .param("now", StoredTime.of(clock.instant()))
                .update();
    }

    public Optional<Unit> find(UnitKey key) {
        return of(key, "SELECT * FROM orchestration.unit").query(Units::unit).optional();
    }

    /** Those of the film, in no particular order. */
    public List<Unit> of(VideoId id) {
        return jdbc
                .sql("SELECT * FROM orchestration.unit WHERE video_id = :id")
                .param("id", id.value())
                .query(Units::unit)
                .list()
                .stream()
                .filter(unit -> !unit.key().kind().output())
                .toList();
    }

    /** Whether anybody still wants it done. */
    public boolean wanted(UnitKey key) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM orchestration.unit JOIN orchestration.video USING (video_id)
                            WHERE video_id = :id AND kind = :kind AND idx = :idx AND deleted_at IS NULL
                                AND status IN (:statuses))
                        """)
                .param("id", key.videoId().value())
                .param("kind", key.kind().id())
                .param("idx", key.index())
                .param("statuses", key.kind().output() ? List.of("completed") : List.of("pending", "processing"))
                .query(Boolean.class)
                .single();
    }

    /** With its result. */
    public void remove(UnitKey key) {
        of(key, "DELETE FROM orchestration.unit").update();
    }

    public void running(UnitKey key, int attempt) {
        of(key, """
                UPDATE orchestration.unit SET state = 'running', attempt = :attempt, retry_at = NULL,
                    started_at = coalesce(started_at, :now)""")
                .param("attempt", attempt)
                .param("now", StoredTime.of(clock.instant()))
                .update();
    }

    /**
     * False when it was done before.
     *
     * @param note what did not go as planned, for people; null when all did
     */
    public boolean done(UnitKey key, @Nullable String provider, @Nullable String note) {
        return of(key, """
                        UPDATE orchestration.unit SET state = 'done', provider = :provider,
                            note = nullif(concat_ws('; ', note, cast(:note AS text)), ''),
                            error_code = NULL, error_detail = NULL, retry_at = NULL, finished_at = :now""", " AND state <> 'done'")
                        .param("provider", provider)
                        .param("note", note)
                        .param("now", StoredTime.of(clock.instant()))
                        .update()
                == 1;
    }

    /** What was done is to be done again, as if it had never been; its note stays. */
    public void repeat(UnitKey key, int generation, double weight) {
        of(key, """
                UPDATE orchestration.unit SET state = 'waiting', generation = :generation, weight = :weight, attempt = 0,
                    failures = 0, unreachable = 0, provider = NULL, error_code = NULL, error_detail = NULL,
                    retry_at = NULL, finished_at = NULL, copied = false""", " AND state = 'done'")
                .param("generation", generation)
                .param("weight", weight)
                .update();
    }

    public void retrying(UnitKey key, JobError error, boolean unreachable, Instant retryAt) {
        of(key, """
                UPDATE orchestration.unit SET state = 'retrying', error_code = :code, error_detail = :detail,
                    failures = failures + :failed, unreachable = unreachable + :away, retry_at = :at""")
                .param("code", error.code())
                .param("detail", error.detail())
                .param("failed", unreachable ? 0 : 1)
                .param("away", unreachable ? 1 : 0)
                .param("at", StoredTime.of(retryAt))
                .update();
    }

    public void failed(UnitKey key, JobError error) {
        of(key, """
                UPDATE orchestration.unit SET state = 'failed', error_code = :code, error_detail = :detail,
                    retry_at = NULL, finished_at = :now""")
                .param("code", error.code())
                .param("detail", error.detail())
                .param("now", StoredTime.of(clock.instant()))
                .update();
    }

    private JdbcClient.StatementSpec of(UnitKey key, String statement) {
        return of(key, statement, "");
    }

    private JdbcClient.StatementSpec of(UnitKey key, String statement, String condition) {
        return jdbc.sql(statement + " WHERE video_id = :id AND kind = :kind AND idx = :idx" + condition)
                .param("id", key.videoId().value())
                .param("kind", key.kind().id())
                .param("idx", key.index());
    }

    static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                new UnitKey(
                        new VideoId(row.getString("video_id")), StepKind.of(row.getString("kind")), row.getInt("idx")),
                row.getInt("generation"),
                row.getDouble("weight"),
                Unit.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempt"),
                row.getInt("failures"),
                row.getInt("unreachable"),
                row.getString("provider"),
                row.getString("note"),
                JobRows.error(row),
                StoredTime.in(row, "retry_at"),
                StoredTime.in(row, "started_at"),
                StoredTime.in(row, "finished_at"));
    }
}
