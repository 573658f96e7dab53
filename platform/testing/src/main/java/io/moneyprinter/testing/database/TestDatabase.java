package io.moneyprinter.testing.database;

import com.zaxxer.hikari.HikariDataSource;
import io.moneyprinter.service.database.PostgresServer;
import io.moneyprinter.service.database.SchemaMigrations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * An empty database of its own, on one PostgreSQL that all tests of a build share. Usually one per test class:
 *
 * <pre>{@code
 * static final TestDatabase database = TestDatabase.withSchemas("materials");
 *
 * Assets assets = new JdbcAssets(database.jdbc());
 * }</pre>
 *
 * <p>A test that starts Spring passes {@link #properties()} on. Nothing needs closing: databases of test runs that
 * ended are dropped by the next one, and the server ends with the last test JVM.
 */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final int MOST_CONNECTIONS = 20;
    private static final Duration IDLE = Duration.ofSeconds(10);

    /** {@code jdbc:postgresql://host:port/postgres?user=…&password=…}, of a superuser. */
    private static final @Nullable String WITH_PGVECTOR = System.getProperty("moneyprinter.testing.pgvector");

    private final String url;
    private final String username;
    private final String password;
    private final DataSource pool;

    private TestDatabase(String url, String username, String password) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.pool = pool();
    }

    /** Which begins when it is asked for the first time, and soon has no connection when it is asked no more. */
    private DataSource pool() {
        var connections = new HikariDataSource();
        connections.setPoolName("test database");
        connections.setJdbcUrl(url);
        connections.setUsername(username);
        connections.setPassword(password);
        connections.setMaximumPoolSize(MOST_CONNECTIONS);
        connections.setMinimumIdle(0);
        connections.setIdleTimeout(IDLE.toMillis());
        connections.addDataSourceProperty("ApplicationName", "test");
        // Tests change tables under the feet of those who read them.
        connections.addDataSourceProperty("prepareThreshold", "0");
        // Applications close what can be closed, and other tests still want it.
        return new DelegatingDataSource(connections);
    }

    /** A database in which the migrations of these services have run. */
    public static TestDatabase withSchemas(String... services) {
        var server = Server.STARTED;
        return create(server.url(), server.username(), server.password(), services);
    }

    /** Whether a server is named that has pgvector; {@code ./moneyprinter test --pgvector} names one. */
    public static boolean hasPgvector() {
        return WITH_PGVECTOR != null;
    }

    /** On that server, with a user who may do all; the extension is there to be created. */
    public static TestDatabase withPgvector(String... services) {
        var named = Objects.requireNonNull(
                Driver.parseURL(Objects.requireNonNull(WITH_PGVECTOR), null), "no address of a database");
        var url = WITH_PGVECTOR.replaceFirst("\\?.*", "");
        return create(url, named.getProperty("user", "postgres"), named.getProperty("password", ""), services);
    }

    private static TestDatabase create(String server, String username, String password, String... services) {
        var name = "test_%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
        var jdbc = JdbcClient.create(new DriverManagerDataSource(server, username, password));
        jdbc.sql("CREATE DATABASE " + name).update();
        // Nobody cuts the power here.
        jdbc.sql("ALTER DATABASE %s SET synchronous_commit = off".formatted(name))
                .update();
        var url = server.substring(0, server.lastIndexOf('/') + 1) + name;
        var database = new TestDatabase(url, username, password);
        var migrations = new SchemaMigrations(database.dataSource());
        for (var service : services) {
            migrations.migrate(service);
        }
        return database;
    }

    /** A pool, as the program has: most tests would open connections longer than they use them. */
    public DataSource dataSource() {
        return pool;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    public String url() {
        return url;
    }

    public String username() {
        return username;
    }

    public String password() {
        return password;
    }

    /** What an application needs to use this database, as {@code name=value}. */
    public String[] properties() {
        return new String[] {
            "moneyprinter.database.url=" + url,
            "moneyprinter.database.username=" + username,
            "moneyprinter.database.password=" + password,
            "moneyprinter.database.pool-size=5"
        };
    }

    /** Lies below Maven's output directory of the whole build: unpacked once, and removed by {@code mvn clean}. */
    private static final class Server {

        private static final Path DIRECTORY =
                Path.of(System.getProperty("moneyprinter.testing.database", "target/test-database"));

        static final PostgresServer STARTED = start();

        private static PostgresServer start() {
            var server = PostgresServer.start(DIRECTORY);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
            var jdbc =
                    JdbcClient.create(new DriverManagerDataSource(server.url(), server.username(), server.password()));
            for (String name : jdbc.sql("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'")
                    .query(String.class)
                    .list()) {
                if (name != null
                        && ProcessHandle.of(Long.parseLong(name.split("_", -1)[1]))
                                .isEmpty()) {
                    jdbc.sql("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name))
                            .update();
                }
            }
            return server;
        }
    }
}
