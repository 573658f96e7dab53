package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.database.TransactionLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Collections, by owner. */
@Repository
class JdbcCollections {

    private static final int MOST = 500;

    private static final String SELECT = """
            select id, name, description, created_at, updated_at,
                (select count(*) from materials.collection_asset join materials.asset on asset.id = asset_id
                    where collection_id = collection.id and not is_deleted) as materials
            from materials.collection where user_id = :user""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcCollections(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.clock = clock;
    }

    /** @throws CodedException {@code COLLECTION_LIMIT_REACHED} */
    Collection add(UserId owner, String name, @Nullable String description) {
        var id = UUID.randomUUID().toString();
        return Objects.requireNonNull(transaction.execute(status -> {
            TransactionLock.take(jdbc, "materials owner " + owner);
            var kept = jdbc.sql("select count(*) from materials.collection where user_id = :user")
                    .param("user", owner.value())
                    .query(Integer.class)
                    .single();
            if (kept >= MOST) {
                throw new CodedException(
                        MaterialsErrorCode.COLLECTION_LIMIT_REACHED,
                        "%d collections are kept (limit: %d)".formatted(kept, MOST));
            }
            jdbc.sql("""
                            insert into materials.collection (id, user_id, name, description, created_at, updated_at)
                            values (:id, :user, :name, :description, :now, :now)""")
                    .param("id", id)
                    .param("user", owner.value())
                    .param("name", name)
                    .param("description", description)
                    .param("now", now())
                    .update();
            return get(owner, id);
        }));
    }

    /** @throws CodedException {@code COLLECTION_NOT_FOUND} */
    Collection get(UserId owner, String id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("user", owner.value())
                .param("id", id)
                .query(JdbcCollections::collection)
                .optional()
                .orElseThrow(() -> new CodedException(MaterialsErrorCode.COLLECTION_NOT_FOUND, "no such collection"));
    }

    /** Newest first. */
    List<Collection> list(UserId owner, @Nullable String after, int limit) {
        if (after != null) {
            try {
                get(owner, after);
            } catch (CodedException unknown) {
                throw CodedException.ofField(
                        CommonErrorCode.FIELD_INVALID, "/cursor", "the cursor is not one that was given out");
            }
        }
        var rest = after == null
                ? ""
                : " and (created_at, id) < (select created_at, id from materials.collection where id = :after)";
        return jdbc.sql(SELECT + rest + " order by created_at desc, id desc limit :limit")
                .param("user", owner.value())
                .param("after", after)
                .param("limit", limit)
                .query(JdbcCollections::collection)
                .list();
    }

    /** @param name null leaves it, as does a description of null; a blank description takes it back */
    Collection change(UserId owner, String id, @Nullable String name, @Nullable String description) {
        jdbc.sql("""
                        update materials.collection set name = coalesce(:name, name), updated_at = :now,
                            description = nullif(coalesce(:description, description), '')
                        where id = :id and user_id = :user""")
                .param("name", name)
                .param("description", description)
                .param("now", now())
                .param("id", id)
                .param("user", owner.value())
                .update();
        return get(owner, id);
    }

    /** The collection; its files stay. */
    void delete(UserId owner, String id) {
        get(owner, id);
        jdbc.sql("delete from materials.collection where id = :id")
                .param("id", id)
                .update();
    }

    /** Nothing changes when it is in already. */
    void put(Collection collection, AssetId asset) {
        jdbc.sql("""
                        insert into materials.collection_asset (collection_id, asset_id, added_at)
                        values (:collection, :asset, :now) on conflict do nothing""")
                .param("collection", collection.collectionId())
                .param("asset", asset.value())
                .param("now", now())
                .update();
    }

    /** Nothing changes when it is not in. */
    void remove(Collection collection, AssetId asset) {
        jdbc.sql("delete from materials.collection_asset where collection_id = :collection and asset_id = :asset")
                .param("collection", collection.collectionId())
                .param("asset", asset.value())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Collection collection(ResultSet row, int number) throws SQLException {
        return new Collection(
                row.getString("id"),
                row.getString("name"),
                row.getString("description"),
                row.getInt("materials"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
