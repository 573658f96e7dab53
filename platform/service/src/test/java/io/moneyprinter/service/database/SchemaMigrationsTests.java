package io.moneyprinter.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SchemaMigrationsTests {

    @TempDir
    static Path home;

    @Test
    void runsEachScriptOnceAndNoticesChanges() {
        try (var server = PostgresServer.start(home.resolve("pg18"))) {
            var dataSource = new DriverManagerDataSource(server.url(), server.username(), server.password());
            var jdbc = JdbcClient.create(dataSource);
            var migrations = new SchemaMigrations(dataSource);

            migrations.migrate("users");
            migrations.migrate("users");

            assertThat(jdbc.sql("SELECT count(*) FROM users.sample")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            assertThat(jdbc.sql("SELECT count(*) FROM users.schema_history WHERE version IS NOT NULL")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);

            jdbc.sql("COMMENT ON SCHEMA users IS 'of an older program'").update();
            migrations.migrate("users");

            assertThat(jdbc.sql("SELECT obj_description('users'::regnamespace)")
                            .query(String.class)
                            .single())
                    .startsWith("migrations ");
        }
    }
}
