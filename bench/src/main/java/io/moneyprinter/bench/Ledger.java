package io.moneyprinter.bench;

import io.moneyprinter.service.database.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what was executed, straight from the database of an installation. */
final class Ledger implements AutoCloseable {

    /** Seconds before the first sentence and after the last one. */
    private static final double SILENCE = 1.2;

    private final PostgresServer server;
    private final Connection connection;

    Ledger(Path home) throws SQLException {
        server = PostgresServer.start(home.resolve("pg18"));
        connection = DriverManager.getConnection(server.url(), server.username(), server.password());
    }

    /**
     * A kind of step and where it stands.
     *
     * @param started executions that began
     * @param succeeded executions that finished well
     */
    record Count(String kind, int units, int started, int succeeded) {}

    List<Count> counts(String videoId) throws SQLException {
        var counts = new ArrayList<Count>();
        try (var query = connection.prepareStatement("""
                select kind, count(distinct idx), count(*), count(*) filter (where outcome = 'succeeded')
                from orchestration.step_execution where video_id = ? group by kind order by min(execution_id)""")) {
            query.setString(1, videoId);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    counts.add(new Count(rows.getString(1), rows.getInt(2), rows.getInt(3), rows.getInt(4)));
                }
            }
        }
        return counts;
    }

    /** A finished step, in seconds since the first of the video began. */
    record Step(String kind, double start, double end) {

        double seconds() {
            return end - start;
        }
    }

    /** All steps of a video that have succeeded, in the order in which they began. */
    List<Step> steps(String videoId) throws SQLException {
        var steps = new ArrayList<Step>();
        try (var query = connection.prepareStatement("""
                select kind, extract(epoch from started_at - min(started_at) over ()),
                       extract(epoch from finished_at - min(started_at) over ())
                from orchestration.step_execution where video_id = ? and outcome = 'succeeded' order by started_at""")) {
            query.setString(1, videoId);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    steps.add(new Step(rows.getString(1), rows.getDouble(2), rows.getDouble(3)));
                }
            }
        }
        return steps;
    }

    /** How many chunks a video has, and how many of them were not there before. */
    record Chunks(long all, long rendered) {}

    Chunks chunks(String videoId) throws SQLException {
        try (var query = connection.prepareStatement("""
                select count(*), count(*) filter (where result::json ->> 'cached' = 'false')
                from orchestration.step_result where video_id = ? and kind = 'chunk'""")) {
            query.setString(1, videoId);
            try (var rows = query.executeQuery()) {
                rows.next();
                return new Chunks(rows.getLong(1), rows.getLong(2));
            }
        }
    }

    /** How long a film lasts whose sentences are all there, spoken and separated as they are written, in seconds. */
    double natural(String videoId) throws SQLException {
        try (var query = connection.prepareStatement("""
                with sentences as (
                    select sum(extract(epoch from (sentence ->> 'pause_after')::interval)) as pauses,
                           extract(epoch from (result::jsonb #>> '{sections,-1,sentences,-1,pause_after}')::interval) as last
                    from orchestration.step_result, json_array_elements(result::json -> 'sections') section,
                         json_array_elements(section -> 'sentences') sentence
                    where video_id = ? and kind = 'content' group by result)
                select pauses - last + ? + (select sum((result::json ->> 'samples')::bigint) / 48000.0
                    from orchestration.step_result where video_id = ? and kind = 'speech') from sentences""")) {
            query.setString(1, videoId);
            query.setDouble(2, SILENCE);
            query.setString(3, videoId);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getDouble(1);
            }
        }
    }

    /** Whether a step of this kind is being executed right now. */
    boolean isRunning(String videoId, String kind) throws SQLException {
        try (var query = connection.prepareStatement("""
                select 1 from orchestration.step_execution
                where video_id = ? and kind = ? and outcome is null limit 1""")) {
            query.setString(1, videoId);
            query.setString(2, kind);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Steps that began although an execution of the same step had succeeded before: there must be none. */
    int repeated(String videoId) throws SQLException {
        try (var query = connection.prepareStatement("""
                select count(*) from orchestration.step_execution later
                join orchestration.step_execution done using (video_id, kind, idx)
                where video_id = ? and done.outcome = 'succeeded' and later.execution_id <> done.execution_id
                  and later.started_at >= done.finished_at""")) {
            query.setString(1, videoId);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        server.close();
    }
}
