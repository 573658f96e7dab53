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
