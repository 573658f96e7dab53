package io.moneyprinter.service.database;

import io.moneyprinter.service.store.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings schemas up to date, each from the scripts in {@code db/migration/<schema>} and with its own history.
 *
 * <p>The digest of the scripts is kept as the comment of the schema: where it is unchanged Flyway is not even asked,
 * which saves half a second of every start.
 */
public final class SchemaMigrations {

    private static final Logger log = LoggerFactory.getLogger(SchemaMigrations.class);

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    public SchemaMigrations(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Creates the schema if it is missing. Safe when several processes do the same at once. */
    public void migrate(String schema) {
        var mark = "migrations " + digest(schema);
        if (mark.equals(mark(schema))) {
            return;
        }
        var result = Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .table("schema_history")
                .locations("classpath:db/migration/" + schema)
                .failOnMissingLocations(true)
                .load()
                .migrate();
        // Both parts are ours: a service id and hexadecimal digits.
        jdbc.sql("COMMENT ON SCHEMA \"%s\" IS '%s'".formatted(schema, mark)).update();
        log.debug("schema {}: {} migrations", schema, result.migrationsExecuted);
    }

    private String mark(String schema) {
        return jdbc.sql("SELECT coalesce(obj_description(oid, 'pg_namespace'), '') FROM pg_namespace WHERE nspname = ?")
                .param(schema)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static String digest(String schema) {
        try {
            var scripts = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:db/migration/%s/**/*.sql".formatted(schema));
            Arrays.sort(scripts, Comparator.comparing(Resource::getFilename));
            var parts = new ArrayList<Object>();
            for (var script : scripts) {
                parts.add(String.valueOf(script.getFilename()));
                parts.add(script.getContentAsString(StandardCharsets.UTF_8));
            }
            return Digests.of(parts.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the migrations of " + schema, e);
        }
    }
}
