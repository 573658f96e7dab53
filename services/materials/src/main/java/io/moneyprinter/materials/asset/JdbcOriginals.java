package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.materials.AssetOriginal;
import io.moneyprinter.service.database.TransactionLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** What came in for assets and their versions. Partly within the transactions of {@link JdbcAssets}. */
@Repository
class JdbcOriginals {

    private static final String COLUMNS =
            "own.storage_path, own.filename, own.mime_type, own.file_size, own.created_at";

    /** Who drops one forgets what it was called, too. */
    private static final String DROP =
            "update materials.original set dropped = true, filename = '' where not dropped and ";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final OriginalProperties properties;
    private final Clock clock;

    JdbcOriginals(DataSource dataSource, OriginalProperties properties, Clock clock) {
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.properties = properties;
        this.clock = clock;
    }

    /** Keeps what came in for what an asset is now; within the transaction that makes it so, under the object's lock. */
    void keep(AssetId id, StoredOriginal original) {
        jdbc.sql("""
                        insert into materials.original (asset_id, version, storage_path, filename, mime_type, file_size,
                            created_at)
                        select id, version, :path, :filename, :mime, :size, :created
                        from materials.asset where id = :id""")
                .param("path", original.key().value())
                .param("filename", original.filename())
                .param("mime", original.mimeType())
                .param("size", original.fileSize())
                .param("created", Timestamp.from(original.cameAt()))
                .param("id", id.value())
                .update();
    }

    Optional<StoredOriginal> find(AssetId id, int version) {
        return jdbc.sql("""
                        select %s from materials.original as own
                        where own.asset_id = :id and own.version = :version and not own.dropped""".formatted(COLUMNS))
                .param("id", id.value())
                .param("version", version)
                .query(JdbcOriginals::original)
                .optional()
                .filter(original -> isKept(original.cameAt()));
    }

    /** One whose time is over is not there, even if nobody has dropped it yet. */
    private boolean isKept(Instant cameAt) {
        var end = properties.end(cameAt);
        return end == null || clock.instant().isBefore(end);
    }

    /** As its owner sees it; null when its time is over. */
    @Nullable
    AssetOriginal shown(AssetOriginal original) {
        return isKept(original.createdAt()) ? original.until(properties.end(original.createdAt())) : null;
    }

    /** Of all versions that have one, by their numbers. */
    Map<Integer, AssetOriginal> all(AssetId id) {
        var all = new HashMap<Integer, AssetOriginal>();
        jdbc.sql("select own.version, %s from materials.original as own where own.asset_id = :id and not own.dropped"
                        .formatted(COLUMNS))
                .param("id", id.value())
                .query((RowCallbackHandler) row -> {
                    var original = original(row, 0);
                    var shown = shown(new AssetOriginal(
                            original.filename(), original.mimeType(), original.fileSize(), original.cameAt(), null));
                    if (shown != null) {
                        all.put(row.getInt("version"), shown);
                    }
                });
        return all;
    }

    /**
     * How many bytes of originals somebody has.
     *
     * @param which of the owner's assets, in SQL
     */
    long size(UserId owner, String which) {
        return jdbc.sql("""
                        select coalesce(sum(file_size), 0) from (
                            select distinct own.storage_path, own.file_size from materials.original as own
                            join materials.asset on asset.id = own.asset_id
                            where asset.user_id = :user and not own.dropped and %s) as kept""".formatted(which))
                .param("user", owner.value())
                .query(Long.class)
                .single();
    }

    /**
     * Drops one, also where other versions of the asset have the same.
     *
     * @return whether there was one
     */
    boolean drop(AssetId id, int version) {
        return jdbc.sql(DROP + """
                        asset_id = :id and storage_path = (
                            select storage_path from materials.original
                            where asset_id = :id and version = :version and not dropped)""")
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                > 0;
    }

    /** With the version itself. */
    void dropWith(AssetId id, int version) {
        jdbc.sql(DROP + "asset_id = :id and version = :version")
                .param("id", id.value())
                .param("version", version)
                .update();
    }

    /** With the asset itself. */
    void dropAll(AssetId id) {
        jdbc.sql(DROP + "asset_id = :id").param("id", id.value()).update();
    }

    /**
     * Drops those whose time is over.
     *
     * @return whether there were any
     */
    boolean dropOld() {
        var keepFor = properties.keepFor();
        return keepFor != null
                && jdbc.sql(DROP + "created_at <= :time")
                                .param("time", Timestamp.from(clock.instant().minus(keepFor)))
                                .update()
                        > 0;
    }

    /** One that was dropped, and still has its object. */
    record Dropped(AssetId id, int version, ObjectKey key) {}

    List<Dropped> dropped(int limit) {
        return jdbc.sql("select asset_id, version, storage_path from materials.original where dropped limit :limit")
                .param("limit", limit)
                .query((row, number) -> new Dropped(
                        new AssetId(row.getString("asset_id")),
                        row.getInt("version"),
                        new ObjectKey(row.getString("storage_path"))))
                .list();
    }

    /** As with content: the object goes with the last who has it, and the row stays until it is gone. */
    void release(Dropped original, Consumer<ObjectKey> deletion) {
        transaction.executeWithoutResult(status -> {
            TransactionLock.takeObject(jdbc, original.key());
            if (!isUsed(original.key())) {
                deletion.accept(original.key());
            }
            jdbc.sql("delete from materials.original where asset_id = :id and version = :version and dropped")
                    .param("id", original.id().value())
                    .param("version", original.version())
                    .update();
        });
    }

    private boolean isUsed(ObjectKey key) {
        return Boolean.TRUE.equals(
                jdbc.sql("select exists (select 1 from materials.original where storage_path = :path and not dropped)")
                        .param("path", key.value())
                        .query(Boolean.class)
                        .single());
    }

    private static StoredOriginal original(ResultSet row, int number) throws SQLException {
        return new StoredOriginal(
                new ObjectKey(row.getString("storage_path")),
                row.getString("filename"),
                row.getString("mime_type"),
                row.getLong("file_size"),
                row.getTimestamp("created_at").toInstant());
    }
}
