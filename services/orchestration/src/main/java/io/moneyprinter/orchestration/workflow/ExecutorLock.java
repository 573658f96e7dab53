package io.moneyprinter.orchestration.workflow;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A process's claim to its name among all that share the database: a session lock on a connection of its own. The
 * database gives it up by itself when the process or its machine is gone. Not safe for use by several threads.
 */
final class ExecutorLock implements AutoCloseable {

    /** First half of the lock's key; keeps clear of anybody else's advisory locks. */
    private static final int SPACE = 0x56494445;

    private static final int TRIES = 10;
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final DataSource dataSource;
    private Connection connection;
    private String executor;

    private ExecutorLock(DataSource dataSource, Connection connection, String executor) {
        this.dataSource = dataSource;
        this.connection = connection;
        this.executor = executor;
    }

    /** Takes the name, or a new one made from it when a live process has it. */
    static ExecutorLock take(DataSource dataSource, String wanted) throws SQLException, InterruptedException {
        var lock = new ExecutorLock(dataSource, open(dataSource), wanted);
        // The session of a predecessor that was killed may linger for a moment.
        for (var attempt = 0; attempt < TRIES; attempt++) {
            if (lock.tryLock(wanted)) {
                return lock;
            }
            Thread.sleep(PAUSE);
        }
        lock.executor = wanted + "-" + UUID.randomUUID().toString().substring(0, 8);
        lock.tryLock(lock.executor);
        return lock;
    }

    String executor() {
        return executor;
    }

    /** False when the database has dropped the session; the name is then taken again. */
    boolean held() throws SQLException {
        if (connection.isValid(2)) {
            return true;
        }
        connection.close();
        connection = open(dataSource);
        if (!tryLock(executor)) {
            throw new SQLException("the name %s was taken by another process".formatted(executor));
        }
        return false;
    }

    /** Whether a live process has this name. */
    boolean alive(String other) throws SQLException {
        if (!tryLock(other)) {
            return true;
        }
        call("pg_advisory_unlock", other);
        return false;
    }

    private boolean tryLock(String name) throws SQLException {
        return call("pg_try_advisory_lock", name);
    }

    private boolean call(String function, String name) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT " + function + "(?, hashtext(?))")) {
            statement.setInt(1, SPACE);
            statement.setString(2, name);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static Connection open(DataSource dataSource) throws SQLException {
        var pool = dataSource.unwrap(HikariDataSource.class);
        var properties = new Properties();
        properties.setProperty("user", pool.getUsername());
        properties.setProperty("password", pool.getPassword());
        properties.setProperty("tcpKeepAlive", "true");
        // A machine that vanishes without a word is noticed by the server in half a minute, not in two hours.
        properties.setProperty(
                "options", "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3");
        return DriverManager.getConnection(pool.getJdbcUrl(), properties);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
