package io.moneyprinter.materials.brand;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.materials.Brand;
import io.moneyprinter.contracts.materials.BrandKit;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.database.TransactionLock;
import io.moneyprinter.service.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Brands, by owner. */
@Repository
class JdbcBrands {

    private static final int MOST = 100;

    private static final String SELECT =
            "select id, name, look, created_at, updated_at from materials.brand where user_id = :user";

    /** A name, and all else there is to say of a brand. */
    record Named(String name, Brand look) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JsonMapper json = Json.lenient();

    JdbcBrands(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.clock = clock;
    }

    /** @throws CodedException {@code BRAND_LIMIT_REACHED} */
    BrandKit add(UserId owner, Named wanted) {
        var id = UUID.randomUUID().toString();
        return locked(owner, () -> {
            var kept = jdbc.sql("select count(*) from materials.brand where user_id = :user")
                    .param("user", owner.value())
                    .query(Integer.class)
                    .single();
            if (kept >= MOST) {
                throw new CodedException(
                        MaterialsErrorCode.BRAND_LIMIT_REACHED, "%d brands are kept (limit: %d)".formatted(kept, MOST));
            }
            jdbc.sql("""
                            insert into materials.brand (id, user_id, name, look, created_at, updated_at)
                            values (:id, :user, :name, :look::jsonb, :now, :now)""")
                    .param("id", id)
                    .param("user", owner.value())
                    .param("name", wanted.name())
                    .param("look", json.writeValueAsString(wanted.look()))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            return get(owner, id);
        });
    }

    /** @throws CodedException {@code BRAND_NOT_FOUND} */
    BrandKit get(UserId owner, String id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("user", owner.value())
                .param("id", id)
                .query(this::kit)
                .optional()
                .orElseThrow(() -> new CodedException(MaterialsErrorCode.BRAND_NOT_FOUND, "no such brand"));
    }

    /** All of them, newest first. */
    List<BrandKit> list(UserId owner) {
        return jdbc.sql(SELECT + " order by created_at desc, id desc")
                .param("user", owner.value())
                .query(this::kit)
                .list();
    }

    /**
     * No change is lost when two come at once.
     *
     * @throws CodedException {@code BRAND_NOT_FOUND}, or what the change throws
     */
    BrandKit change(UserId owner, String id, UnaryOperator<Named> change) {
        return locked(owner, () -> {
            var before = get(owner, id);
            var after = change.apply(new Named(before.name(), before.brand()));
            jdbc.sql("""
                            update materials.brand set name = :name, look = :look::jsonb, updated_at = :now
                            where id = :id and user_id = :user""")
                    .param("name", after.name())
                    .param("look", json.writeValueAsString(after.look()))
                    .param("now", Timestamp.from(clock.instant()))
                    .param("id", id)
                    .param("user", owner.value())
                    .update();
            return get(owner, id);
        });
    }

    /** Videos that were accepted with it have what they need. */
    void delete(UserId owner, String id) {
        get(owner, id);
        jdbc.sql("delete from materials.brand where id = :id and user_id = :user")
                .param("id", id)
                .param("user", owner.value())
                .update();
    }

    private BrandKit locked(UserId owner, Supplier<BrandKit> work) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            TransactionLock.take(jdbc, "materials owner " + owner);
            return work.get();
        }));
    }

    private BrandKit kit(ResultSet row, int number) throws SQLException {
        var look = json.readValue(row.getString("look"), Brand.class);
        return new BrandKit(
                row.getString("id"),
                row.getString("name"),
                Objects.requireNonNullElse(look.colours(), List.of()),
                look.style(),
                look.headingFont(),
                look.textFont(),
                look.logoAssetId(),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
