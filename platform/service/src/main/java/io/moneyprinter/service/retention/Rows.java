package io.moneyprinter.service.retention;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.database.TransactionLock;
import io.moneyprinter.service.store.KeyColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What the rows of all services say of objects. */
final class Rows {

    private static final int FETCHED = 1_000;

    /** A string in JSON that is a key: quotes within strings have a backslash before them. */
    static final String KEY_IN_JSON =
            "\"([a-z0-9-]+/(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]*[0-9a-f]{64}[A-Za-z0-9_-]*(?:\\.[a-z0-9]+)+)\"";

    private static final String DIGEST = "[0-9a-f]{64}";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final List<KeyColumn> columns;

    Rows(DataSource dataSource, List<KeyColumn> columns) {
        this.jdbc = new JdbcTemplate(dataSource);
        jdbc.setFetchSize(FETCHED);
        this.client = JdbcClient.create(dataSource);
        this.columns = columns;
        var manager = new JdbcTransactionManager(dataSource);
        transaction = new TransactionTemplate(manager);
        snapshot = new TransactionTemplate(manager);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** Says that rows in {@code column} point to {@code key}. */
    record Pointer(ObjectKey key, KeyColumn column) {}

    /** Which database this is among all that there are. */
    String database() {
        return client.sql(
                        "select format('%s of cluster %s', current_database(), system_identifier) from pg_control_system()")
                .query(String.class)
                .single();
    }

    /**
     * Which of the services' schemas cannot be read here, and why. Their rows may be in another database: nothing is
     * known of what they point to.
     */
    List<String> unreadable() {
        return columns.stream()
                .map(KeyColumn::schema)
                .distinct()
                .sorted()
                .flatMap(schema -> unreadable(schema).stream())
                .toList();
    }

    private List<String> unreadable(String schema) {
        try {
            for (var column : columns) {
                if (column.schema().equals(schema)) {
                    jdbc.query("select %s from %s limit 0".formatted(column.column(), column.table()), row -> {});
                }
            }
            return List.of();
        } catch (DataAccessException e) {
            return List.of("%s: %s"
                    .formatted(
                            schema,
                            Objects.requireNonNullElse(e.getMostSpecificCause().getMessage(), "unreadable")
                                    .lines()
                                    .findFirst()
                                    .orElse("unreadable")));
        }
    }

    /** At one moment, all that rows point to. Rows of a column that give the same key come once. */
    void pointers(Consumer<Pointer> each) {
        inSnapshot(() -> {
            for (var column : columns) {
                if (column.need() != KeyColumn.Need.NONE) {
                    keys(column, each);
                }
            }
        });
    }

    private void keys(KeyColumn column, Consumer<Pointer> each) {
        var condition = column.condition() == null ? "true" : column.condition();
        var sql = switch (column.content()) {
            case KEY -> "select distinct %2$s from %1$s where %2$s is not null and %2$s <> '' and (%3$s)";
            case JSON ->
                "select distinct found[1] from %1$s, regexp_matches(%2$s::text, '%4$s', 'g') found where (%3$s)";
        };
        RowCallbackHandler take = row -> each.accept(new Pointer(new ObjectKey(row.getString(1)), column));
        jdbc.query(sql.formatted(column.table(), column.column(), condition, KEY_IN_JSON), take);
    }

    /** Whether a row (still) says so. */
    boolean says(Pointer pointer) {
        var column = pointer.column();
        var condition = column.condition() == null ? "true" : column.condition();
        var sql = switch (column.content()) {
            case KEY -> "select exists (select 1 from %s where %s = :key and (%s))";
            case JSON -> "select exists (select 1 from %s where position(:key in %s::text) > 0 and (%s))";
        };
        return Boolean.TRUE.equals(client.sql(sql.formatted(column.table(), column.column(), condition))
                .param("key", pointer.key().value())
                .query(Boolean.class)
                .single());
    }

    /**
     * Runs {@code deletion} if no column that holds keys has this one, under the lock that whoever adds such a row
     * takes.
     *
     * @return what it returned; false when a row points to the object
     */
    boolean deleteUnlessNeeded(ObjectKey key, BooleanSupplier deletion) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            TransactionLock.takeObject(client, key);
            var needed = columns.stream()
                    .filter(column -> column.content() == KeyColumn.Content.KEY)
                    .filter(column -> column.need() != KeyColumn.Need.NONE)
                    .anyMatch(column -> says(new Pointer(key, column)));
            return !needed && deletion.getAsBoolean();
        }));
    }

    /**
     * At one moment, every digest that stands anywhere in this database, whatever table, service or engine it is of,
     * except in columns that need no object. May come several times.
     *
     * @param besides columns that are left out, too
     */
    void digests(Collection<KeyColumn> besides, Consumer<String> each) {
        var leftOut = Stream.concat(
                        besides.stream(), columns.stream().filter(column -> column.need() == KeyColumn.Need.NONE))
                .map(KeyColumn::toString)
                .collect(Collectors.toSet());
        inSnapshot(() -> texts(leftOut).forEach(table -> {
            RowCallbackHandler take = row -> each.accept(row.getString(1));
            jdbc.query(
                    "select distinct found[1] from %s, regexp_matches(concat_ws(' ', %s), '%s', 'g') found"
                            .formatted(table.name(), String.join(", ", table.columns()), DIGEST),
                    take);
        }));
    }

    private record Texts(String name, List<String> columns) {}

    /** The tables that have columns which can hold a digest as text; from the catalogue, which knows all of them. */
    private Collection<Texts> texts(Collection<String> leftOut) {
        var tables = new ArrayList<Texts>();
        jdbc.query(
                """
                select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name,
                    array_agg(quote_ident(a.attname) || '::text') as columns
                from pg_attribute a
                join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
                join pg_namespace n on n.oid = c.relnamespace
                join pg_type t on t.oid = a.atttypid
                where a.attnum > 0 and not a.attisdropped
                    and t.typname in ('text', 'varchar', 'bpchar', 'json', 'jsonb', '_text', '_varchar')
                    and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                    and not (n.nspname || '.' || c.relname || '.' || a.attname) = any (?)
                group by 1 order by 1""",
                row -> {
                    tables.add(new Texts(row.getString("name"), List.of((String[])
                            row.getArray("columns").getArray())));
                },
                (Object) leftOut.toArray(String[]::new));
        return tables;
    }

    private void inSnapshot(Runnable reading) {
        snapshot.executeWithoutResult(status -> reading.run());
    }
}
