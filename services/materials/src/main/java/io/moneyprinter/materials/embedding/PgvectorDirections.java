package io.moneyprinter.materials.embedding;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.embedding.EmbeddingProperties.Pgvector;
import io.moneyprinter.service.database.TransactionLock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The vectors once more, in pgvector's type, for the database to compare them. Their table is not among the migrations:
 * the extension may be missing, come later and go again. Nothing fails because of it, and nothing is only here.
 */
@Component
final class PgvectorDirections {

    /** How late it may be seen that the extension has come. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);

    private static final int AT_A_TIME = 1_000;

    private static final Logger log = LoggerFactory.getLogger(PgvectorDirections.class);

    /**
     * Bytes have no sign here, and are read once as a whole, wherever they lie. Not scaled: halves hold such numbers
     * exactly, and so do pgvector's floats the sums of their products up to a thousand dimensions, so that cosines are
     * those that {@link Embedding} has.
     */
    private static final String COPY = """
            insert into materials.asset_direction (asset_id, user_id, model, change, direction)
            select asset_id, user_id, model, change,
                cast((select array_agg((get_byte(vector, i) # 128) - 128 order by i)
                    from generate_series(0, octet_length(vector) - 1) i) as %s.halfvec)
            from (select asset_id, user_id, model, change, vector || ''::bytea as vector from %s offset 0) embedding
            on conflict (asset_id) do update set user_id = excluded.user_id, model = excluded.model,
                change = excluded.change, direction = excluded.direction""";

    /** Of {@code e}: it is not here, or as it was before. */
    private static final String MISSING = """
            model = :model and not exists (
                select from materials.asset_direction d where d.asset_id = e.asset_id and d.change = e.change)""";

    private static final RowCallbackHandler NOTHING = row -> {};

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final Pgvector wanted;
    private final Duration betweenLooks;

    /** Where the extension is, quoted; null as long as the database does not compare. */
    private volatile @Nullable String schema;

    private volatile boolean behind = true;
    private @Nullable Long looked;
    private boolean tried;
    private volatile @Nullable String said;

    @Autowired
    PgvectorDirections(EmbeddingProperties properties, DataSource dataSource) {
        this(properties, dataSource, BETWEEN_LOOKS);
    }

    PgvectorDirections(EmbeddingProperties properties, DataSource dataSource, Duration betweenLooks) {
        var transactions = new JdbcTransactionManager(dataSource);
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.wanted = properties.pgvector();
        this.betweenLooks = betweenLooks;
    }

    boolean isThere() {
        return schema != null;
    }

    /** @param fits whether there is room in memory for the files in question */
    boolean compare(boolean fits) {
        return isThere() && (wanted == Pgvector.ALWAYS || !fits);
    }

    /** Looks from time to time whether the extension is there, and copies what is missing here; nobody waits for it. */
    void keepUp(String model) {
        if (wanted == Pgvector.NEVER
                || !behind && looked != null && System.nanoTime() - looked < betweenLooks.toNanos()) {
            return;
        }
        behind = false;
        looked = System.nanoTime();
        try {
            var isNew = !isThere();
            look();
            var extension = schema;
            if (extension != null) {
                fill(extension, model);
                said = null;
                if (isNew) {
                    log.info("pgvector is there: vectors are kept for it, too");
                }
            }
        } catch (DataAccessException e) {
            giveUp("the database does not keep vectors for pgvector", e);
        }
    }

    private void look() {
        var found = extension();
        if (found.isEmpty() && !tried && isAvailable()) {
            create();
            found = extension();
        }
        // Whoever drops it while we run does not want it back.
        tried = true;
        if (found.isEmpty()) {
            if (schema != null) {
                giveUp("the extension vector is gone", null);
            } else if (wanted == Pgvector.ALWAYS && said == null) {
                giveUp("the database server has no extension vector; install pgvector there", null);
            }
            return;
        }
        var extension = found.get();
        if (!extension.hasHalves()) {
            giveUp("pgvector is older than 0.7; install another one and run ALTER EXTENSION vector UPDATE", null);
            return;
        }
        if (!isWhole()) {
            build(extension.schema());
        }
        schema = extension.schema();
    }

    /**
     * @param schema where it is, quoted
     * @param hasHalves since 0.7: they take half of the room, and of the time to be read
     */
    private record Extension(String schema, boolean hasHalves) {}

    private Optional<Extension> extension() {
        return jdbc.sql("""
                        select quote_ident(nspname) as schema, exists (
                            select from pg_type where typname = 'halfvec' and typnamespace = extnamespace) as has_halves
                        from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
                        where extname = 'vector'""").query(Extension.class).optional();
    }

    private boolean isAvailable() {
        return jdbc.sql("select exists (select from pg_available_extensions where name = 'vector')")
                .query(Boolean.class)
                .single();
    }

    private void create() {
        try {
            jdbc.sql("create extension if not exists vector").update();
        } catch (DataAccessException e) {
            // Another process may have been faster.
            if (extension().isEmpty()) {
                giveUp(
                        "have a superuser run CREATE EXTENSION vector in the database, or set %s to never"
                                .formatted(EmbeddingProperties.SETTINGS.name("pgvector")),
                        e);
            }
        }
    }

    /** With the extension the column goes, but not the table. */
    private boolean isWhole() {
        return jdbc.sql("""
                        select exists (select from pg_attribute where attrelid = to_regclass('materials.asset_direction')
                            and attname = 'direction' and not attisdropped)""").query(Boolean.class).single();
    }

    private void build(String extension) {
        transaction.executeWithoutResult(status -> {
            // One at a time, also among processes. Whoever keeps us waiting keeps others waiting behind us.
            TransactionLock.take(jdbc, "materials pgvector");
            if (isWhole()) {
                return;
            }
            jdbc.sql("set local lock_timeout = '3s'").update();
            // Models differ in dimensions. Vectors of up to 4,000 lie beside the rest, where they are read faster.
            jdbc.sql("""
                            create table if not exists materials.asset_direction (
                                asset_id  text primary key references materials.asset_embedding (asset_id) on delete cascade,
                                user_id   text   not null,
                                model     text   not null,
                                change    bigint not null
                            ) with (toast_tuple_target = 8160)""").update();
            jdbc.sql("""
                            create index if not exists asset_direction_by_owner
                                on materials.asset_direction (user_id, model, asset_id) include (change)""").update();
            jdbc.sql("truncate materials.asset_direction").update();
            jdbc.sql("alter table materials.asset_direction add column direction %s.halfvec".formatted(extension))
                    .update();
        });
    }

    /** Page by page, each for itself: whoever is killed has copied some. Several processes share the work. */
    private void fill(String extension, String model) {
        if (!isBehind(model)) {
            return;
        }
        // Those that somebody else has locked are copied by them.
        var sql = """
                with page as (
                    select asset_id from materials.asset_embedding where asset_id > :after
                    order by asset_id limit :limit),
                missing as (
                    select e.* from materials.asset_embedding e join page using (asset_id)
                    where %s
                    for no key update of e skip locked),
                copied as (%s returning asset_id)
                select (select max(asset_id) from page) as last, (select count(*) from copied) as count""".formatted(MISSING, COPY.formatted(extension, "missing"));
        var all = 0L;
        var last = "";
        while (last != null && !Thread.currentThread().isInterrupted()) {
            var page = jdbc.sql(sql)
                    .param("model", model)
                    .param("after", last)
                    .param("limit", AT_A_TIME)
                    .query((row, number) -> new Page(row.getString("last"), row.getLong("count")))
                    .single();
            all += page.copied();
            last = page.last();
        }
        if (all > 0) {
            log.info("copied {} vectors for pgvector", all);
        }
    }

    /** @param last null where no file is left */
    private record Page(@Nullable String last, long copied) {}

    /** Of all files at once, which is faster than to look page by page. */
    private boolean isBehind(String model) {
        return jdbc.sql("""
                        select exists (select from materials.asset_embedding e where %s)""".formatted(MISSING))
                .param("model", model)
                .query(Boolean.class)
                .single();
    }

    /** What a file means, which has just been kept; in the same transaction, which goes on if this does not work. */
    void copy(AssetId id) {
        var extension = schema;
        if (extension == null) {
            return;
        }
        try {
            savepoint.executeWithoutResult(
                    status -> jdbc.sql(COPY.formatted(extension, "materials.asset_embedding where asset_id = :id"))
                            .param("id", id.value())
                            .update());
        } catch (DataAccessException e) {
            giveUp("the database does not keep vectors for pgvector", e);
        }
    }

    /** Whether all vectors of somebody are here as they are there; if not, they soon will be. */
    boolean isComplete(UserId owner, String model) {
        try {
            var complete = jdbc.sql("""
                            select (select row(count(*), sum(change)) from materials.asset_embedding
                                where user_id = :user and model = :model)
                            is not distinct from (select row(count(*), sum(change)) from materials.asset_direction
                                where user_id = :user and model = :model)""")
                    .param("user", owner.value())
                    .param("model", model)
                    .query(Boolean.class)
                    .single();
            if (!complete) {
                behind = true;
            }
            return complete;
        } catch (DataAccessException e) {
            giveUp("the database does not compare vectors", e);
            return false;
        }
    }

    /** The nearest ones, nearest first; empty where the database does not compare any more. */
    Optional<List<Vectors.Near>> nearest(UserId owner, String model, Embedding wanted, int most) {
        var extension = schema;
        if (extension == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(transaction.execute(status -> {
                // Compiling takes longer than it saves, and a plan for owners of many files does not suit others.
                jdbc.sql("""
                                select set_config('jit', 'off', true),
                                    set_config('plan_cache_mode', 'force_custom_plan', true)""").query(NOTHING);
                // What is wanted is read once, and not for each row.
                return jdbc.sql("""
                            select asset_id, direction operator(%1$s.<=>) (select cast(:wanted as %1$s.halfvec)) as distance
                            from materials.asset_direction
                            where user_id = :user and model = :model and %1$s.vector_dims(direction) = :dimensions
                            order by distance limit :most""".formatted(extension))
                        .param("wanted", Arrays.toString(wanted.bytes()))
                        .param("user", owner.value())
                        .param("model", model)
                        .param("dimensions", wanted.dimensions())
                        .param("most", most)
                        .query((row, number) -> new Vectors.Near(
                                new AssetId(Objects.requireNonNull(row.getString("asset_id"))),
                                1 - row.getDouble("distance")))
                        .list();
            }));
        } catch (DataAccessException e) {
            giveUp("the database does not compare vectors", e);
            return Optional.empty();
        }
    }

    /** Until the next look; says so once. */
    private synchronized void giveUp(String reason, @Nullable DataAccessException e) {
        schema = null;
        if (!reason.equals(said)) {
            said = reason;
            log.warn(
                    "vectors are compared in memory: {} {}{}",
                    MaterialsErrorCode.PGVECTOR_UNAVAILABLE.name(),
                    reason,
                    e == null ? "" : " (%s)".formatted(e.getMostSpecificCause().getMessage()));
        }
    }
}
