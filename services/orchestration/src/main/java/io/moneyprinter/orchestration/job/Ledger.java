package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.orchestration.JobError;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every execution of every piece of work: written before it begins and closed when it ends. It shows that nothing
 * finished was done again, and how often something died with its process.
 */
@Component
public class Ledger {

    private final JdbcClient jdbc;
    private final Clock clock;

    Ledger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The number of the new execution. */
    public long open(UnitKey key, int attempt, String executor) {
        return jdbc.sql("""
                INSERT INTO orchestration.step_execution (video_id, kind, idx, attempt, executor, started_at)
                VALUES (:id, :kind, :idx, :attempt, :executor, :now) RETURNING execution_id
                """)
                .param("id", key.videoId().value())
                .param("kind", key.kind().id())
                .param("idx", key.index())
                .param("attempt", attempt)
                .param("executor", executor)
                .param("now", StoredTime.of(clock.instant()))
                .query(Long.class)
                .single();
    }

    public void close(long execution, Outcome outcome, @Nullable String provider, @Nullable JobError error) {
        jdbc.sql("""
                UPDATE orchestration.step_execution SET finished_at = :now, outcome = :outcome, provider = :provider,
                    error_code = :code, error_detail = :detail
                WHERE execution_id = :execution AND outcome IS NULL
                """)
                .param("execution", execution)
                .param("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .param("provider", provider)
                .param("code", error == null ? null : error.code())
                .param("detail", error == null ? null : error.detail())
                .param("now", StoredTime.of(clock.instant()))
                .update();
    }

    /** What a piece gave is used no more: it is to be made again. */
    public void replace(UnitKey key) {
        jdbc.sql("""
                UPDATE orchestration.step_execution SET outcome = 'replaced'
                WHERE video_id = :id AND kind = :kind AND idx = :idx AND outcome = 'succeeded'
                """)
                .param("id", key.videoId().value())
                .param("kind", key.kind().id())
                .param("idx", key.index())
                .update();
    }

    /** How many executions began and never ended: each of them died with its process. */
    public int interrupted(UnitKey key) {
        return jdbc.sql("""
                SELECT count(*) FROM orchestration.step_execution
                WHERE video_id = :id AND kind = :kind AND idx = :idx AND outcome IS NULL
                """)
                .param("id", key.videoId().value())
                .param("kind", key.kind().id())
                .param("idx", key.index())
                .query(Integer.class)
                .single();
    }

    /** How an execution ended. The names are stored. */
    public enum Outcome {
        SUCCEEDED,
        FAILED,
        /** Nobody wanted it any more. */
        STOPPED,
        /** It succeeded, and what it gave is used no more. */
        REPLACED,
        /** Its process was shut down; it begins again elsewhere or later. */
        RELEASED
    }
}
