package io.moneyprinter.materials.embedding;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What files mean, and which of them are still to be embedded. */
@Repository
class JdbcEmbeddings {

    private static final int AT_A_TIME = 5_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final PgvectorDirections directions;

    JdbcEmbeddings(DataSource dataSource, JsonMapper json, PgvectorDirections directions) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.json = json;
        this.directions = directions;
    }

    /**
     * A file that somebody has taken to embed it.
     *
     * @param text what its owner says of it, which may be nothing
     * @param digest of the text that was embedded by the same model before; null when none was
     * @param taken by which it is known whether it has been changed since
     */
    record Taken(
            UserId owner, AssetId id, String text, @Nullable String digest, Timestamp taken) {}

    /** Takes some, for nobody else to take before that time has passed. */
    List<Taken> take(String model, int dimensions, Duration lease, int limit) {
        return jdbc.sql("""
                        with taken as (
                            update materials.asset set embed_after = now() + cast(:lease as interval)
                            where id in (
                                select id from materials.asset where embed_after <= now() and not is_deleted
                                order by embed_after limit :limit for update skip locked)
                            returning id, user_id, coalesce(original_filename, filename) as name, category, tags,
                                description, embed_after)
                        select taken.*, text_digest from taken left join materials.asset_embedding on asset_id = id
                            and model = :model and octet_length(vector) in (0, :dimensions)""")
                .param("lease", lease.toSeconds() + " seconds")
                .param("limit", limit)
                .param("model", model)
                .param("dimensions", dimensions)
                .query((row, number) -> new Taken(
                        new UserId(row.getString("user_id")),
                        new AssetId(row.getString("id")),
                        SaidOfAsset.text(
                                row.getString("name"),
                                List.of(json.readValue(row.getString("tags"), String[].class)),
                                row.getString("category"),
                                row.getString("description")),
                        row.getString("text_digest"),
                        Objects.requireNonNull(row.getTimestamp("embed_after"))))
                .list();
    }

    /** Nothing has to be done with it, unless it has changed since it was taken. */
    void leave(Taken asset) {
        release(asset);
    }

    /**
     * Keeps what a file means, unless it has changed since it was taken, or is not there any more.
     *
     * @param embedding null where the model takes no such text
     */
    void keep(Taken asset, String model, String digest, @Nullable Embedding embedding) {
        transaction.executeWithoutResult(status -> {
            // Whoever deletes or changes the file changes this row first, too.
            if (!release(asset)) {
                return;
            }
            jdbc.sql("""
                            insert into materials.asset_embedding (asset_id, user_id, model, text_digest, vector)
                            values (:id, :user, :model, :digest, :vector)
                            on conflict (asset_id) do update set model = excluded.model,
                                text_digest = excluded.text_digest, vector = excluded.vector, change = excluded.change""")
                    .param("id", asset.id().value())
                    .param("user", asset.owner().value())
                    .param("model", model)
                    .param("digest", digest)
                    .param("vector", embedding == null ? new byte[0] : embedding.bytes())
                    .update();
            directions.copy(asset.id());
        });
    }

    private boolean release(Taken asset) {
        return jdbc.sql("""
                        update materials.asset set embed_after = null
                        where id = :id and embed_after = :taken and not is_deleted""")
                        .param("id", asset.id().value())
                        .param("taken", asset.taken())
                        .update()
                > 0;
    }

    /** For anybody to take them again. */
    void giveBack(List<Taken> assets) {
        for (var asset : assets) {
            jdbc.sql("update materials.asset set embed_after = now() where id = :id and embed_after = :taken")
                    .param("id", asset.id().value())
                    .param("taken", asset.taken())
                    .update();
        }
    }

    /** Has those embedded again that another model has embedded. */
    void renew(String model, int dimensions) {
        jdbc.sql("""
                        update materials.asset set embed_after = now()
                        where id in (
                            select id from materials.asset join materials.asset_embedding on asset_id = id
                            where embed_after is null and not is_deleted
                                and (model <> :model or octet_length(vector) not in (0, :dimensions))
                            order by id for update of asset)""").param("model", model).param("dimensions", dimensions).update();
    }

    Vectors.State state(UserId owner, String model, int dimensions) {
        return jdbc.sql("""
                        select count(*) as count, coalesce(sum(change), 0) as change from materials.asset_embedding
                        where user_id = :user and model = :model""")
                .param("user", owner.value())
                .param("model", model)
                .query((row, number) -> new Vectors.State(row.getInt("count"), row.getLong("change"), dimensions))
                .single();
    }

    /** As many as there is room for. */
    void read(UserId owner, String model, Vectors vectors) {
        var after = "";
        while (!vectors.isFull()) {
            var page = page(owner, model, after);
            for (var row : page) {
                if (row.embedding().dimensions() == vectors.state().dimensions() && !vectors.isFull()) {
                    vectors.add(row.id(), row.embedding());
                }
            }
            if (page.size() < AT_A_TIME) {
                return;
            }
            after = page.getLast().id().value();
        }
    }

    private record Row(AssetId id, Embedding embedding) {}

    private List<Row> page(UserId owner, String model, String after) {
        return jdbc.sql("""
                        select asset_id, vector from materials.asset_embedding
                        where user_id = :user and model = :model and asset_id > :after order by asset_id limit :limit""")
                .param("user", owner.value())
                .param("model", model)
                .param("after", after)
                .param("limit", AT_A_TIME)
                .query((row, number) -> new Row(
                        new AssetId(row.getString("asset_id")),
                        new Embedding(Objects.requireNonNull(row.getBytes("vector")))))
                .list();
    }

    /** What one file means, where it is known. */
    Optional<Embedding> find(UserId owner, AssetId id, String model) {
        return jdbc.sql("""
                        select vector from materials.asset_embedding
                        where asset_id = :id and user_id = :user and model = :model and octet_length(vector) > 0""")
                .param("id", id.value())
                .param("user", owner.value())
                .param("model", model)
                .query((row, number) -> new Embedding(Objects.requireNonNull(row.getBytes("vector"))))
                .optional();
    }
}
