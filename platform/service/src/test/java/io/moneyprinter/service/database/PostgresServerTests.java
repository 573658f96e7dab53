package io.moneyprinter.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTests {

    /** One for all tests: unpacking and creating is most of the time. */
    @TempDir(cleanup = CleanupMode.ALWAYS)
    static Path home;

    private final Path directory = home.resolve("pg18");

    @AfterEach
    void leavesNothingRunning() throws IOException {
        var cluster = new PostgresCluster(directory);
        if (cluster.runningPostmaster().isPresent()) {
            cluster.stop();
        }
    }

    @Test
    void keepsWhatWasCommitted() throws Exception {
        try (var server = PostgresServer.start(directory);
                var connection = connect(server)) {
            execute(connection, "CREATE TABLE kept (word text)");
            execute(connection, "INSERT INTO kept VALUES ('bee')");
        }

        try (var server = PostgresServer.start(directory);
                var connection = connect(server)) {
            assertThat(read(connection, "SELECT word FROM kept")).isEqualTo("bee");
        }
        assertThat(new PostgresCluster(directory).runningPostmaster()).isEmpty();
    }

    @Test
    void isDurableAndListensOnLoopbackOnly() throws Exception {
        try (var server = PostgresServer.start(directory);
                var connection = connect(server)) {
            assertThat(read(connection, "SHOW fsync")).isEqualTo("on");
            assertThat(read(connection, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(read(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(read(connection, "SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("false");
        }
    }

    @Test
    void asksForThePassword() {
        try (var server = PostgresServer.start(directory)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(server.url(), server.username(), "wrong"))
                    .extracting(SQLException::getSQLState)
                    .isEqualTo("28P01");
        }
    }

    @Test
    void hidesThePasswordFromOthers() throws Exception {
        try (var server = PostgresServer.start(directory)) {
            assertThat(Files.getPosixFilePermissions(directory.resolve("password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.readString(directory.resolve("password"))).isEqualTo(server.password());
            assertThat(directory.resolve("superuser")).doesNotExist();
        }
    }

    @Test
    void isSharedByAllWhoStartIt() throws Exception {
        var first = PostgresServer.start(directory);
        var second = PostgresServer.start(directory);
        assertThat(second.url()).isEqualTo(first.url());

        first.close();
        first.close();

        try (var connection = connect(second)) {
            assertThat(read(connection, "SELECT 'there'")).isEqualTo("there");
        }
        second.close();
        assertThat(new PostgresCluster(directory).runningPostmaster()).isEmpty();
    }

    @Test
    void survivesTheProcessThatStartedItAndServesTheNext() throws Exception {
        var other = otherProcess();
        var url = other.inputReader().readLine();
        other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(new PostgresCluster(directory).runningPostmaster()).isPresent();

        try (var server = PostgresServer.start(directory);
                var connection = connect(server)) {
            assertThat(server.url()).isEqualTo(url);
            assertThat(read(connection, "SELECT 'there'")).isEqualTo("there");
        }
        assertThat(new PostgresCluster(directory).runningPostmaster()).isEmpty();
    }

    @Test
    void staysWhileAnotherProcessUsesIt() throws Exception {
        var server = PostgresServer.start(directory);
        var other = otherProcess();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo(server.url());

            server.close();
            assertThat(new PostgresCluster(directory).runningPostmaster()).isPresent();

            other.getOutputStream().close();
            assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(new PostgresCluster(directory).runningPostmaster()).isEmpty();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void recoversWhenItWasKilled() throws Exception {
        var server = PostgresServer.start(directory);
        try (var connection = connect(server)) {
            execute(connection, "CREATE TABLE survivor (word text)");
            execute(connection, "INSERT INTO survivor VALUES ('bee')");
        }
        var postmaster = new PostgresCluster(directory).runningPostmaster().orElseThrow();
        ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
        server.close();

        try (var restarted = PostgresServer.start(directory);
                var connection = connect(restarted)) {
            assertThat(read(connection, "SELECT word FROM survivor")).isEqualTo("bee");
        }
    }

    @Test
    void isNotFooledByAProcessThatGotItsNumber() throws Exception {
        PostgresServer.start(directory).close();
        Files.write(
                directory.resolve("data/postmaster.pid"),
                List.of(
                        Long.toString(ProcessHandle.current().pid()),
                        directory.resolve("data").toString(),
                        "1700000000",
                        "5432",
                        "",
                        "127.0.0.1",
                        "",
                        "ready"));

        try (var server = PostgresServer.start(directory);
                var connection = connect(server)) {
            assertThat(read(connection, "SELECT 'there'")).isEqualTo("there");
        }
    }

    /** Starts the server in a JVM of its own, which prints the URL and closes it at the end of its input. */
    private Process otherProcess() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostgresServerMain.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.url(), server.username(), server.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
