package io.moneyprinter.materials.variant;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.Visual.Proxy;
import io.moneyprinter.materials.variant.VariantState.Failure;
import io.moneyprinter.service.database.TransactionLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcVariants {

    private static final String COLUMNS =
            "variant_type, mime_type, width, height, file_size, storage_path, media, created_at";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    JdbcVariants(DataSource dataSource, JsonMapper json) {
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.json = json;
    }

    /**
     * An asset whose variants are still to be made.
     *
     * @param attempts how often somebody has begun with it, this time included
     */
    record Unvaried(
            AssetId id, ObjectKey media, Asset.Type type, int width, int height, Duration duration, int attempts) {}

    /** Takes one that is measured already, for nobody else to take before {@code until}. */
    Optional<Unvaried> take(Instant now, Instant until) {
        return jdbc.sql("""
                        update materials.asset
                        set variants_after = :until, variant_attempts = variant_attempts + 1
                        where id = (
                            select id from materials.asset
                            where variants = 0 and described <> 0 and not is_deleted and variants_after <= :now
                            order by variants_after limit 1 for update skip locked)
                        returning id, storage_path, file_type, width, height, duration, variant_attempts""")
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .query((row, number) -> new Unvaried(
                        new AssetId(row.getString("id")),
                        new ObjectKey(row.getString("storage_path")),
                        Asset.Type.valueOf(row.getString("file_type").toUpperCase(Locale.ROOT)),
                        row.getInt("width"),
                        row.getInt("height"),
                        Duration.ofMillis(Math.round(1_000 * row.getDouble("duration"))),
                        row.getInt("variant_attempts")))
                .optional();
    }

    /** Nobody else takes it before {@code until}, unless it has become something else meanwhile. */
    void hold(Unvaried asset, Instant until) {
        jdbc.sql("""
                        update materials.asset set variants_after = :until
                        where id = :id and storage_path = :media and variants = 0""")
                .param("until", Timestamp.from(until))
                .param("id", asset.id().value())
                .param("media", asset.media().value())
                .update();
    }

    /** Gives it back as if nobody had begun with it. */
    void release(Unvaried asset, Instant now) {
        jdbc.sql("""
                        update materials.asset
                        set variants_after = :now, variant_attempts = greatest(0, variant_attempts - 1)
                        where id = :id and storage_path = :media and variants = 0""")
                .param("now", Timestamp.from(now))
                .param("id", asset.id().value())
                .param("media", asset.media().value())
                .update();
    }

    /**
     * Keeps a variant if it is (still) stored and the asset is there and what it was; deletions of the same content, and
     * of the variant itself, wait meanwhile.
     *
     * @param delete for one of a file that nobody has any more
     * @return false when it is to be made again
     */
    boolean keep(Unvaried asset, Variant variant, Predicate<ObjectKey> isStored, Consumer<ObjectKey> delete) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            lock(variant);
            if (!isThere(asset)) {
                if (!isUsed(variant.key().value()) && !isKept(asset.media())) {
                    delete.accept(variant.key());
                }
                return true;
            }
            if (!isStored.test(variant.key())) {
                return false;
            }
            insert(asset.id(), variant);
            return true;
        }));
    }

    private void lock(Variant variant) {
        TransactionLock.takeObjects(jdbc, variant.media(), variant.key());
    }

    private boolean isThere(Unvaried asset) {
        return Boolean.TRUE.equals(jdbc.sql("""
                        select exists (select 1 from materials.asset
                            where id = :id and storage_path = :media and not is_purged)""")
                .param("media", asset.media().value())
                .param("id", asset.id().value())
                .query(Boolean.class)
                .single());
    }

    /** Whether somebody has the file, or may have it again. */
    private boolean isKept(ObjectKey media) {
        return Boolean.TRUE.equals(
                jdbc.sql("""
                        select exists (select 1 from materials.asset where storage_path = :media and not is_purged)
                            or exists (select 1 from materials.asset_version
                                where storage_path = :media and not dropped)""").param("media", media.value()).query(Boolean.class).single());
    }

    private void insert(AssetId id, Variant variant) {
        jdbc.sql("""
                        insert into materials.asset_variant (id, asset_id, %s)
                        values (:id, :asset, :type, :mime, :width, :height, :size, :path, :media, :created)
                        on conflict (asset_id, media, variant_type) do update
                        set mime_type = :mime, width = :width, height = :height, file_size = :size,
                            storage_path = :path""".formatted(COLUMNS))
                .param("id", UUID.randomUUID().toString())
                .param("asset", id.value())
                .param("type", variant.type().word())
                .param("mime", variant.mimeType())
                .param("width", variant.width())
                .param("height", variant.height())
                .param("size", variant.fileSize())
                .param("path", variant.key().value())
                .param("media", variant.media().value())
                .param("created", Timestamp.from(variant.createdAt()))
                .update();
    }

    /** Nothing more is to be made of it, unless it has become something else meanwhile. */
    void finish(Unvaried asset, List<Failure> failures) {
        jdbc.sql("""
                        update materials.asset set variants = :variants, variant_failures = :failures::jsonb
                        where id = :id and storage_path = :media""")
                .param("media", asset.media().value())
                .param("variants", failures.isEmpty() ? 1 : -1)
                .param("failures", json.writeValueAsString(failures))
                .param("id", asset.id().value())
                .update();
    }

    /** What was made of what the asset is now. */
    List<Variant> of(AssetId id) {
        return jdbc.sql("""
                        select %s from materials.asset_variant
                        where asset_id = :id and media = (select storage_path from materials.asset where id = :id)
                        order by array_position(array['thumbnail', 'preview', 'optimized', 'middle'], variant_type)""".formatted(COLUMNS))
                .param("id", id.value())
                .query(JdbcVariants::variant)
                .list();
    }

    /**
     * Forgets a variant whose object is gone, of all who have it, so that it is made again.
     *
     * @param isStored asked when nobody can store or delete it
     */
    void lose(Variant variant, Predicate<ObjectKey> isStored, Instant now) {
        transaction.executeWithoutResult(status -> {
            lock(variant);
            if (isStored.test(variant.key())) {
                return;
            }
            jdbc.sql("""
                            with lost as (
                                delete from materials.asset_variant where storage_path = :key returning asset_id, media),
                            without as (
                                select id from materials.asset join lost on id = asset_id and storage_path = media
                                order by id for update of asset)
                            update materials.asset set variants = 0, variants_after = :now, variant_attempts = 0
                            where id in (select id from without)""")
                    .param("key", variant.key().value())
                    .param("now", Timestamp.from(now))
                    .update();
        });
    }

    /** What was decided for a film; {@code now} where nothing was yet. */
    List<Proxy> decided(AssetId id, ObjectKey media, VideoId film, List<Proxy> now) {
        jdbc.sql("""
                        insert into materials.film_proxy (film_id, asset_id, media, proxies)
                        values (:film, :asset, :media, :proxies::jsonb) on conflict do nothing""")
                .param("film", film.value())
                .param("asset", id.value())
                .param("media", media.value())
                .param("proxies", json.writeValueAsString(now))
                .update();
        return jdbc.sql("""
                        select proxies from materials.film_proxy
                        where film_id = :film and asset_id = :asset and media = :media""")
                .param("film", film.value())
                .param("asset", id.value())
                .param("media", media.value())
                .query((row, number) -> List.of(json.readValue(row.getString(1), Proxy[].class)))
                .optional()
                .orElse(now);
    }

    VariantState state(AssetId id) {
        return jdbc.sql("select variants, variant_failures from materials.asset where id = :id")
                .param("id", id.value())
                .query((row, number) -> state(row))
                .optional()
                .orElseGet(() -> new VariantState(VariantState.Status.PENDING, List.of()));
    }

    private VariantState state(ResultSet row) throws SQLException {
        var variants = row.getInt("variants");
        return new VariantState(
                variants == 0
                        ? VariantState.Status.PENDING
                        : variants > 0 ? VariantState.Status.READY : VariantState.Status.FAILED,
                List.of(json.readValue(row.getString("variant_failures"), Failure[].class)));
    }

    /**
     * Deletes all of an asset, within the transaction of the caller, who has the lock.
     *
     * @return the objects that nobody else has a row for
     */
    List<ObjectKey> forget(AssetId id) {
        jdbc.sql("delete from materials.film_proxy where asset_id = :id")
                .param("id", id.value())
                .update();
        var keys = jdbc.sql("delete from materials.asset_variant where asset_id = :id returning storage_path")
                .param("id", id.value())
                .query((row, number) -> row.getString(1))
                .list();
        return keys.stream().filter(key -> !isUsed(key)).map(ObjectKey::new).toList();
    }

    private boolean isUsed(String key) {
        return Boolean.TRUE.equals(
                jdbc.sql("select exists (select 1 from materials.asset_variant where storage_path = :key)")
                        .param("key", key)
                        .query(Boolean.class)
                        .single());
    }

    private static Variant variant(ResultSet row, int number) throws SQLException {
        return new Variant(
                VariantType.valueOf(row.getString("variant_type").toUpperCase(Locale.ROOT)),
                row.getString("mime_type"),
                row.getInt("width"),
                row.getInt("height"),
                row.getLong("file_size"),
                new ObjectKey(row.getString("storage_path")),
                new ObjectKey(row.getString("media")),
                row.getTimestamp("created_at").toInstant());
    }
}
