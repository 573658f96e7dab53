package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.OutputId;
import io.moneyprinter.contracts.common.VideoId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The further files of finished videos, in the database. What becomes of them is recorded as of any piece of work. */
@Component
public class Outputs {

    private static final String SELECT = """
            SELECT unit.*, output.output_id, output.created_at FROM orchestration.output
            JOIN orchestration.unit USING (video_id, kind, idx)
            """;

    private final JdbcClient jdbc;
    private final Units units;
    private final Inputs inputs;
    private final Clock clock;

    Outputs(JdbcClient jdbc, Units units, Inputs inputs, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.inputs = inputs;
        this.clock = clock;
    }

    /**
     * @param digest of the request, by which {@link #same} finds it
     * @param request what the work has to know
     */
    public void add(OutputId id, VideoId video, StepKind kind, String digest, Object request, double weight) {
        var number = jdbc.sql("SELECT nextval('orchestration.output_number')")
                .query(Integer.class)
                .single();
        var key = new UnitKey(video, kind, number);
        units.add(key, weight);
        inputs.store(key, request);
        jdbc.sql("""
                INSERT INTO orchestration.output (output_id, video_id, kind, idx, request_digest, created_at)
                VALUES (:output, :id, :kind, :idx, :digest, :now)
                """)
                .param("output", id.value())
                .param("id", video.value())
                .param("kind", kind.id())
                .param("idx", number)
                .param("digest", digest)
                .param("now", StoredTime.of(clock.instant()))
                .update();
    }

    public Optional<Output> find(VideoId video, StepKind kind, OutputId id) {
        return jdbc.sql(SELECT + "WHERE video_id = :id AND kind = :kind AND output_id = :output")
                .param("id", video.value())
                .param("kind", kind.id())
                .param("output", id.value())
                .query(Outputs::output)
                .optional();
    }

    /** What was asked for in the same words before and has not failed. */
    public Optional<Output> same(VideoId video, StepKind kind, String digest) {
        return jdbc.sql(SELECT + """
                        WHERE video_id = :id AND kind = :kind AND request_digest = :digest AND state <> 'failed'
                        ORDER BY idx DESC LIMIT 1
                        """)
                .param("id", video.value())
                .param("kind", kind.id())
                .param("digest", digest)
                .query(Outputs::output)
                .optional();
    }

    /** Newest first. */
    public List<Output> of(VideoId video, StepKind kind) {
        return jdbc.sql(SELECT + "WHERE video_id = :id AND kind = :kind ORDER BY idx DESC")
                .param("id", video.value())
                .param("kind", kind.id())
                .query(Outputs::output)
                .list();
    }

    /** What works on it finds it gone. */
    public void remove(UnitKey key) {
        units.remove(key);
    }

    public void markEnqueued(UnitKey key) {
        jdbc.sql("""
                UPDATE orchestration.output SET enqueued = true WHERE video_id = :id AND kind = :kind AND idx = :idx
                """)
                .param("id", key.videoId().value())
                .param("kind", key.kind().id())
                .param("idx", key.index())
                .update();
    }

    /** Accepted some time ago, and never handed to the engine: the process died in between. */
    public List<UnitKey> forgotten(Duration age) {
        return keys(jdbc.sql(SELECT + "WHERE NOT enqueued AND output.created_at < :before ORDER BY idx")
                .param("before", StoredTime.of(clock.instant().minus(age))));
    }

    /** In work, or waiting for it, and older than this. */
    public List<UnitKey> open(Duration age) {
        return keys(jdbc.sql(SELECT + """
                        JOIN orchestration.video USING (video_id)
                        WHERE output.enqueued AND state NOT IN ('done', 'failed') AND deleted_at IS NULL
                            AND output.created_at < :before
                        """)
                .param("before", StoredTime.of(clock.instant().minus(age))));
    }

    /** Ended within the window that lies between these two ages. */
    public List<UnitKey> endedBetween(Duration older, Duration younger) {
        return keys(jdbc.sql(SELECT + "WHERE unit.finished_at BETWEEN :from AND :to")
                .param("from", StoredTime.of(clock.instant().minus(older)))
                .param("to", StoredTime.of(clock.instant().minus(younger))));
    }

    private static List<UnitKey> keys(JdbcClient.StatementSpec query) {
        return query.query(Outputs::output).list().stream().map(Output::key).toList();
    }

    private static Output output(ResultSet row, int number) throws SQLException {
        return new Output(
                new OutputId(row.getString("output_id")),
                Units.unit(row, number),
                StoredTime.required(row, "created_at"));
    }
}
