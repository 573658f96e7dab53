package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What assets were. Part of the transactions of {@link JdbcAssets}, which hold the lock of the owner. */
final class JdbcVersions {

    private static final String COLUMNS =
            "version, storage_path, mime_type, file_size, width, height, duration, created_at";

    private final JdbcClient jdbc;

    JdbcVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What an asset becomes.
     *
     * @param sha256 of the file that came in; null when it is not known
     */
    record Content(
            ObjectKey media,
            @Nullable String sha256,
            String mimeType,
            long fileSize,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double duration) {}

    /** What it is now first, then what it was, the latest first. */
    List<AssetVersion> list(AssetId id) {
        return jdbc.sql("""
                        select true as is_current, version, storage_path, mime_type, file_size, width, height, duration,
                            coalesce(content_at, created_at) as created_at
                        from materials.asset where id = :id
                        union all
                        select false, %s from materials.asset_version where asset_id = :id and not dropped
                        order by 1 desc, 2 desc""".formatted(COLUMNS))
                .param("id", id.value())
                .query(JdbcVersions::version)
                .list();
    }

    /** What an asset was, to become so again. */
    Optional<Content> earlier(AssetId id, int version) {
        return jdbc.sql("""
                        select storage_path, content_sha256, mime_type, file_size, width, height, duration
                        from materials.asset_version
                        where asset_id = :id and version = :version and not dropped""")
                .param("id", id.value())
                .param("version", version)
                .query((row, number) -> new Content(
                        new ObjectKey(row.getString("storage_path")),
                        row.getString("content_sha256"),
                        row.getString("mime_type"),
                        row.getLong("file_size"),
                        row.getObject("width", Integer.class),
                        row.getObject("height", Integer.class),
                        row.getObject("duration", Double.class)))
                .optional();
    }

    int count(AssetId id) {
        return jdbc.sql("select count(*) from materials.asset_version where asset_id = :id and not dropped")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** Puts what an asset is aside, and makes it something else, which is still to be measured. */
    void replace(AssetId id, Content content, Instant now) {
        jdbc.sql("""
                        insert into materials.asset_version (asset_id, version, storage_path, content_sha256, mime_type,
                            file_size, width, height, duration, created_at)
                        select id, version, storage_path, content_sha256, mime_type, file_size, width, height, duration,
                            coalesce(content_at, created_at)
                        from materials.asset where id = :id""").param("id", id.value()).update();
        var key = content.media().value();
        jdbc.sql("""
                        update materials.asset
                        set version = 1 + greatest(version,
                                (select max(version) from materials.asset_version where asset_id = :id)),
                            storage_path = :path, filename = :filename, content_sha256 = :sha256, mime_type = :mime,
                            file_size = :size, width = :width, height = :height, duration = :duration,
                            content_at = :now, updated_at = :now, traits = null, described = 0, describe_after = :now,
                            describe_attempts = 0,
                            variants = 0, variants_after = :now, variant_attempts = 0, variant_failures = '[]'
                        where id = :id""")
                .param("path", key)
                .param("filename", key.substring(key.lastIndexOf('/') + 1))
                .param("sha256", content.sha256())
                .param("mime", content.mimeType())
                .param("size", content.fileSize())
                .param("width", content.width())
                .param("height", content.height())
                .param("duration", content.duration())
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .update();
        jdbc.sql("delete from materials.asset_beats where asset_id = :id")
                .param("id", id.value())
                .update();
    }

    /** @return whether there was one to be dropped */
    boolean drop(AssetId id, int version) {
        return jdbc.sql("""
                        update materials.asset_version set dropped = true
                        where asset_id = :id and version = :version and not dropped""").param("id", id.value()).param("version", version).update() == 1;
    }

    void dropAll(AssetId id) {
        jdbc.sql("update materials.asset_version set dropped = true where asset_id = :id")
                .param("id", id.value())
                .update();
    }

    /** One that was dropped, and still has its content. */
    record Dropped(AssetId id, int version, ObjectKey media) {}

    List<Dropped> dropped(int limit) {
        return jdbc.sql("""
                        select asset_id, version, storage_path from materials.asset_version
                        where dropped limit :limit""")
                .param("limit", limit)
                .query((row, number) -> new Dropped(
                        new AssetId(row.getString("asset_id")),
                        row.getInt("version"),
                        new ObjectKey(row.getString("storage_path"))))
                .list();
    }

    void delete(Dropped version) {
        jdbc.sql("delete from materials.asset_version where asset_id = :id and version = :version and dropped")
                .param("id", version.id().value())
                .param("version", version.version())
                .update();
    }

    private static AssetVersion version(ResultSet row, int number) throws SQLException {
        return new AssetVersion(
                row.getInt("version"),
                row.getBoolean("is_current"),
                new ObjectKey(row.getString("storage_path")),
                row.getString("mime_type"),
                row.getLong("file_size"),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                row.getObject("duration", Double.class),
                row.getTimestamp("created_at").toInstant());
    }
}
