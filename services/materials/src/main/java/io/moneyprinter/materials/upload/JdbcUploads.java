package io.moneyprinter.materials.upload;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.service.database.TransactionLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcUploads {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JdbcUploads(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Keeps the upload, if its owner has less than so many, with no more than so many bytes together. */
    boolean insert(Upload upload, Instant now, int maxOpen, long maxBytes) {
        return Objects.requireNonNull(transaction.execute(status -> {
            TransactionLock.take(jdbc, "materials uploads of " + upload.owner());
            var fits = Boolean.TRUE.equals(jdbc.sql("""
                            select count(*) < :maxOpen and coalesce(sum(length), 0) + :length <= :maxBytes
                            from materials.upload
                            where user_id = :user and asset_id is null and expires_at > :now""")
                    .param("maxOpen", maxOpen)
                    .param("length", upload.length())
                    .param("maxBytes", maxBytes)
                    .param("user", upload.owner().value())
                    .param("now", Timestamp.from(now))
                    .query(Boolean.class)
                    .single());
            if (fits) {
                jdbc.sql("""
                                insert into materials.upload (id, user_id, length, metadata, created_at, expires_at)
                                values (:id, :user, :length, :metadata, :now, :expires)""")
                        .param("id", upload.id())
                        .param("user", upload.owner().value())
                        .param("length", upload.length())
                        .param("metadata", upload.metadata().header())
                        .param("now", Timestamp.from(now))
                        .param("expires", Timestamp.from(upload.expiresAt()))
                        .update();
            }
            return fits;
        }));
    }

    Optional<Upload> find(UserId owner, String id, Instant now) {
        return jdbc.sql("select * from materials.upload where id = :id and user_id = :user and expires_at > :now")
                .param("id", id)
                .param("user", owner.value())
                .param("now", Timestamp.from(now))
                .query(JdbcUploads::upload)
                .optional();
    }

    void prolong(String id, Instant expiresAt) {
        jdbc.sql("update materials.upload set expires_at = :expires where id = :id")
                .param("id", id)
                .param("expires", Timestamp.from(expiresAt))
                .update();
    }

    void finish(String id, AssetId asset) {
        jdbc.sql("update materials.upload set asset_id = :asset where id = :id")
                .param("id", id)
                .param("asset", asset.value())
                .update();
    }

    void delete(String id) {
        jdbc.sql("delete from materials.upload where id = :id").param("id", id).update();
    }

    /** @return false when it is gone already, or does not expire yet */
    boolean deleteExpired(String id, Instant now) {
        return jdbc.sql("delete from materials.upload where id = :id and expires_at <= :now")
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    List<String> expired(Instant now) {
        return jdbc.sql("select id from materials.upload where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .query((row, index) -> row.getString("id"))
                .list();
    }

    boolean exists(String id) {
        return Boolean.TRUE.equals(jdbc.sql("select exists (select 1 from materials.upload where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single());
    }

    private static Upload upload(ResultSet row, int index) throws SQLException {
        var asset = row.getString("asset_id");
        return new Upload(
                row.getString("id"),
                new UserId(row.getString("user_id")),
                row.getLong("length"),
                new UploadMetadata(row.getString("metadata")),
                asset == null ? null : new AssetId(asset),
                row.getTimestamp("expires_at").toInstant());
    }
}
