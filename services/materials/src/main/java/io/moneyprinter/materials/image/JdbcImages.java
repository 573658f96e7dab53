package io.moneyprinter.materials.image;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.database.TransactionLock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** What was made, by what it was made from. */
@Repository
class JdbcImages {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JdbcImages(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /**
     * A picture of ours that shows what the model made.
     *
     * @param width pixels
     * @param height pixels
     */
    record Stored(ObjectKey media, int width, int height) {}

    /** Whoever asks is going to show it. */
    Optional<Stored> find(String digest) {
        return jdbc.sql("""
                        update materials.generated_image set used_at = now() where digest = :digest
                        returning storage_path, width, height""")
                .param("digest", digest)
                .query((row, number) -> new Stored(
                        new ObjectKey(row.getString("storage_path")), row.getInt("width"), row.getInt("height")))
                .optional();
    }

    /**
     * Keeps a picture that is (still) stored. Deletions of the same content wait meanwhile.
     *
     * @return false when it is to be taken in again
     */
    boolean keep(String digest, String provider, Stored stored, BooleanSupplier isStored) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            TransactionLock.takeObject(jdbc, stored.media());
            if (!isStored.getAsBoolean()) {
                return false;
            }
            insert(digest, provider, stored);
            return true;
        }));
    }

    private void insert(String digest, String provider, Stored stored) {
        jdbc.sql("""
                        insert into materials.generated_image (digest, provider, storage_path, width, height)
                        values (:digest, :provider, :path, :width, :height)
                        on conflict (digest) do update set storage_path = excluded.storage_path, width = excluded.width,
                            height = excluded.height, used_at = now()""")
                .param("digest", digest)
                .param("provider", provider)
                .param("path", stored.media().value())
                .param("width", stored.width())
                .param("height", stored.height())
                .update();
    }
}
