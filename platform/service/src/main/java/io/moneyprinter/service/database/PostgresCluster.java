package io.moneyprinter.service.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * One PostgreSQL on disk: {@code data}, {@code password}, {@code port} and {@code postgresql.log} in one directory.
 * Nothing here is safe against a second process; {@link PostgresServer} sees to that.
 */
final class PostgresCluster {

    /** The role that owns the database. It is no superuser; nobody knows the superuser's password. */
    static final String USER = "moneyprinter";

    private static final Logger log = LoggerFactory.getLogger(PostgresCluster.class);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String STARTING_OR_STOPPING = "57P03";
    private static final String CONNECTION_REFUSED = "08001";

    /** Small, because a laptop runs it beside the film; durable, because finished work must survive a power cut. */
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 200
            shared_buffers = 32MB
            max_wal_size = 256MB
            fsync = on
            synchronous_commit = on
            password_encryption = 'scram-sha-256'
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_min_messages = warning
            log_checkpoints = off
            idle_in_transaction_session_timeout = '10min'
            """;

    private final Path directory;
    private final Path data;

    PostgresCluster(Path directory) {
        this.directory = directory;
        this.data = directory.resolve("data");
    }

    /** Attaches to the server that runs on this directory, or starts one. */
    void start() throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var attempt = "no answer";
            if (runningPostmaster().isEmpty()) {
                try {
                    launch();
                } catch (IOException e) {
                    // After a kill -9 of the postmaster its children need a moment to notice and end.
                    attempt = String.valueOf(e.getMessage());
                }
            }
            if (runningPostmaster().isPresent() && answers()) {
                return;
            }
            if (System.nanoTime() > deadline || (runningPostmaster().isEmpty() && !mayRecover(attempt))) {
                throw new IOException(
                        "PostgreSQL in %s does not start: %s; its log: %s".formatted(directory, attempt, logTail()));
            }
            pause();
        }
    }

    /** Ends the server; transactions that run are rolled back. */
    void stop() throws IOException {
        if (runningPostmaster().isPresent()) {
            var command = UnprivilegedCommand.forFilesBelow(directory);
            var binaries = PostgresBinaries.unpackedBelow(directory);
            var stop =
                    List.of(binaries.program("pg_ctl"), "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60");
            try {
                command.run(directory, "", stop);
            } catch (IOException e) {
                if (runningPostmaster().isPresent()) {
                    throw e;
                }
                log.debug("PostgreSQL was gone already", e);
            }
        }
    }

    String url() throws IOException {
        return "jdbc:postgresql://127.0.0.1:%s/%s"
                .formatted(
                        Files.readAllLines(data.resolve("postmaster.pid"))
                                .get(3)
                                .strip(),
                        USER);
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    /** The process that owns the data directory now, if one does. */
    OptionalLong runningPostmaster() throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return OptionalLong.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.size() < 4 || lines.get(3).isBlank()) {
            return OptionalLong.empty();
        }
        var pid = Long.parseLong(lines.getFirst().strip());
        var status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return OptionalLong.empty();
        }
        var about = Files.readString(status);
        // Another program may have got the number since; a zombie never answers again. PostgreSQL checks neither.
        if (!about.startsWith("Name:\tpostgres\n") || about.contains("\nState:\tZ")) {
            Files.deleteIfExists(file);
            return OptionalLong.empty();
        }
        return OptionalLong.of(pid);
    }

    private void launch() throws IOException {
        var binaries = PostgresBinaries.unpackedBelow(directory);
        if (!Files.exists(data)) {
            create(binaries);
        }
        var command = UnprivilegedCommand.forFilesBelow(directory);
        Files.writeString(data.resolve("postgresql.conf"), SETTINGS);
        var serverLog = directory.resolve("postgresql.log");
        if (Files.exists(serverLog) && Files.size(serverLog) > 4_000_000) {
            Files.move(serverLog, directory.resolve("postgresql.1.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        var port = port();
        command.run(
                directory,
                "",
                List.of(
                        binaries.program("pg_ctl"),
                        "start",
                        "-D",
                        data.toString(),
                        "-l",
                        serverLog.toString(),
                        "-o",
                        "-p " + port,
                        "-w",
                        "-t",
                        "60"));
        Files.writeString(directory.resolve("port"), Integer.toString(port));
        log.debug("PostgreSQL runs on port {}", port);
    }

    /** A half-made cluster never carries the name that a finished one has. */
    private void create(PostgresBinaries binaries) throws IOException {
        var unfinished = directory.resolve("data-unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        var password = secret();
        write(passwordFile(), password);
        var superuser = write(directory.resolve("superuser"), secret());
        var command = UnprivilegedCommand.forFilesBelow(directory);
        command.run(
                directory,
                "",
                List.of(
                        binaries.program("initdb"),
                        "--pgdata=" + unfinished,
                        "--username=postgres",
                        "--pwfile=" + superuser,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--no-sync",
                        "--no-instructions"));
        Files.delete(superuser);
        Files.writeString(unfinished.resolve("postgresql.conf"), SETTINGS);
        command.run(
                directory,
                """
                CREATE ROLE %s LOGIN CREATEDB PASSWORD '%s';

                CREATE DATABASE %s OWNER %s;

                """.formatted(USER, password, USER, USER),
                List.of(
                        binaries.program("postgres"),
                        "--single",
                        "-j",
                        "-D",
                        unfinished.toString(),
                        "-c",
                        "fsync=off",
                        "postgres"));
        command.run(directory, "", List.of(binaries.program("initdb"), "--sync-only", "--pgdata=" + unfinished));
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean answers() throws IOException {
        var properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        try (var connection = DriverManager.getConnection(url(), properties)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            if (STARTING_OR_STOPPING.equals(e.getSQLState()) || CONNECTION_REFUSED.equals(e.getSQLState())) {
                return false;
            }
            throw new IOException("PostgreSQL in %s refuses us: %s".formatted(directory, e.getMessage()), e);
        }
    }

    /** The port of last time when it is free, so that tools of the user keep working. */
    private int port() throws IOException {
        var file = directory.resolve("port");
        if (Files.exists(file)) {
            var port = Integer.parseInt(Files.readString(file).strip());
            if (free(port)) {
                return port;
            }
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            // Connections of the last server linger in TIME_WAIT; PostgreSQL sets the same option.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean mayRecover(String failure) {
        return failure.contains("pg_ctl");
    }

    private String logTail() throws IOException {
        var file = directory.resolve("postgresql.log");
        if (!Files.exists(file)) {
            return "none";
        }
        var lines = Files.readAllLines(file);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    private Path passwordFile() {
        return directory.resolve("password");
    }

    private static Path write(Path file, String secret) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, secret, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static String secret() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL started", e);
        }
    }
}
