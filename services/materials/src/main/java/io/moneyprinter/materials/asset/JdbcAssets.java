package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.database.TransactionLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcAssets {

    private static final String COLUMNS =
            "id, original_filename, filename, file_type, mime_type, file_size, width, height, duration, storage_path, created_at";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JdbcAssets(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    private record Kept(long files, long bytes) {}

    /** @throws CodedException {@code ASSET_LIMIT_REACHED} if there is no room for another file */
    void checkRoom(UserId owner, AssetProperties limits) {
        var kept = kept(owner);
        if (kept.files() >= limits.maxFiles()
                || kept.bytes() >= limits.maxTotalSize().toBytes()) {
            throw new CodedException(
                    MaterialsErrorCode.ASSET_LIMIT_REACHED,
                    "%d files with %d bytes are kept (limits: %d files, %d bytes)"
                            .formatted(
                                    kept.files(),
                                    kept.bytes(),
                                    limits.maxFiles(),
                                    limits.maxTotalSize().toBytes()));
        }
    }

    /**
     * Keeps the asset if its content is (still) {@code stored}; deletions of the same content wait meanwhile.
     *
     * @return what is kept, which is an older asset where the owner gave the same file twice at a time; empty when the
     *     content is not stored
     */
    Optional<Asset> insert(
            UserId owner, StoredAsset stored, String sha256, AssetProperties limits, BooleanSupplier isStored) {
        return Objects.requireNonNull(transaction.execute(status -> {
            lock("owner " + owner);
            lock("object " + stored.media());
            var same = findContent(owner, sha256);
            if (same.isPresent()) {
                return same;
            }
            checkRoom(owner, limits);
            if (!isStored.getAsBoolean()) {
                return Optional.empty();
            }
            insert(owner, stored, sha256);
            return Optional.of(stored.asset());
        }));
    }

    /** The asset that was made of a file with this SHA-256. */
    Optional<Asset> findContent(UserId owner, String sha256) {
        return jdbc.sql("""
                        select %s from materials.asset
                        where user_id = :user and content_sha256 = :sha256 and not is_deleted
                        order by created_at, id limit 1""".formatted(COLUMNS))
                .param("user", owner.value())
                .param("sha256", sha256)
                .query((row, index) -> stored(row, index).asset())
                .optional();
    }

    private void insert(UserId owner, StoredAsset stored, String sha256) {
        var asset = stored.asset();
        var key = stored.media().value();
        jdbc.sql("""
                        insert into materials.asset (id, user_id, filename, original_filename, file_type, mime_type, file_size,
                            width, height, duration, storage_path, content_sha256, processing_status, created_at,
                            updated_at)
                        values (:id, :user, :filename, :original, :type, :mime, :size,
                            :width, :height, :duration, :path, :sha256, 'ready', :created, :created)""")
                .param("id", asset.assetId().value())
                .param("user", owner.value())
                .param("filename", key.substring(key.lastIndexOf('/') + 1))
                .param("original", asset.filename())
                .param("type", asset.fileType().name().toLowerCase(Locale.ROOT))
                .param("mime", asset.mimeType())
                .param("size", asset.fileSize())
                .param("width", asset.width())
                .param("height", asset.height())
                .param("duration", asset.duration())
                .param("path", key)
                .param("sha256", sha256)
                .param("created", Timestamp.from(asset.createdAt()))
                .update();
    }

    Optional<StoredAsset> find(UserId owner, AssetId id) {
        return jdbc.sql("select %s from materials.asset where id = :id and user_id = :user and not is_deleted"
                        .formatted(COLUMNS))
                .param("id", id.value())
                .param("user", owner.value())
                .query(JdbcAssets::stored)
                .optional();
    }

    List<Asset> list(UserId owner, @Nullable AssetId after, int limit) {
        if (after == null) {
            return jdbc.sql("""
                            select %s from materials.asset where user_id = :user and not is_deleted
                            order by created_at desc, id desc limit :limit""".formatted(COLUMNS))
                    .param("user", owner.value())
                    .param("limit", limit)
                    .query((row, index) -> stored(row, index).asset())
                    .list();
        }
        checkCursor(owner, after);
        return jdbc.sql("""
                        select %s from materials.asset
                        where user_id = :user and not is_deleted
                            and (created_at, id) < (select created_at, id from materials.asset where id = :after)
                        order by created_at desc, id desc limit :limit""".formatted(COLUMNS))
                .param("user", owner.value())
                .param("after", after.value())
                .param("limit", limit)
                .query((row, index) -> stored(row, index).asset())
                .list();
    }

    /** The cursor stays good when the asset that it names is deleted. */
    private void checkCursor(UserId owner, AssetId after) {
        var known = jdbc.sql("select exists (select 1 from materials.asset where id = :id and user_id = :user)")
                .param("id", after.value())
                .param("user", owner.value())
                .query(Boolean.class)
                .single();
        if (!Boolean.TRUE.equals(known)) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, "/cursor", "the cursor is not one that was given out");
        }
    }

    void delete(UserId owner, AssetId id, ObjectKey media, Runnable deleteContent) {
        transaction.executeWithoutResult(status -> {
            lock("object " + media);
            jdbc.sql("""
                            update materials.asset
                            set is_deleted = true, original_filename = null, content_sha256 = null,
                                description = null, tags = '[]', updated_at = now()
                            where id = :id and user_id = :user""").param("id", id.value()).param("user", owner.value()).update();
            if (!isUsed(media)) {
                deleteContent.run();
            }
        });
    }

    private boolean isUsed(ObjectKey media) {
        return Boolean.TRUE.equals(
                jdbc.sql("""
                        select exists (select 1 from materials.asset where storage_path = :path and not is_deleted)
                            or exists (select 1 from materials.stock_clip where storage_path = :path)""").param("path", media.value()).query(Boolean.class).single());
    }

    private Kept kept(UserId owner) {
        return jdbc.sql("""
                        select count(*) as files, coalesce(sum(file_size), 0) as bytes
                        from materials.asset where user_id = :user and not is_deleted""")
                .param("user", owner.value())
                .query((row, index) -> new Kept(row.getLong("files"), row.getLong("bytes")))
                .single();
    }

    private void lock(String name) {
        TransactionLock.take(jdbc, "materials " + name);
    }

    private static StoredAsset stored(ResultSet row, int index) throws SQLException {
        var original = row.getString("original_filename");
        return new StoredAsset(
                new Asset(
                        new AssetId(row.getString("id")),
                        original == null ? row.getString("filename") : original,
                        Asset.Type.valueOf(row.getString("file_type").toUpperCase(Locale.ROOT)),
                        row.getString("mime_type"),
                        row.getLong("file_size"),
                        row.getObject("width", Integer.class),
                        row.getObject("height", Integer.class),
                        row.getObject("duration", Double.class),
                        row.getTimestamp("created_at").toInstant()),
                new ObjectKey(row.getString("storage_path")));
    }
}
