package io.moneyprinter.materials.picture;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.database.TransactionLock;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcPictures {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JdbcPictures(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** @param spec what was made of the file */
    record Kept(ObjectKey media, String spec, ObjectKey key, long size) {}

    Optional<ObjectKey> find(ObjectKey media, String spec) {
        return jdbc.sql("select storage_path from materials.picture where media = :media and spec = :spec")
                .param("media", media.value())
                .param("spec", spec)
                .query((row, number) -> new ObjectKey(row.getString(1)))
                .optional();
    }

    /** @param before whoever noted a use after that has done enough */
    void used(ObjectKey media, String spec, Instant now, Instant before) {
        jdbc.sql("""
                        update materials.picture set used_at = :now
                        where media = :media and spec = :spec and used_at < :before""")
                .param("now", Timestamp.from(now))
                .param("media", media.value())
                .param("spec", spec)
                .param("before", Timestamp.from(before))
                .update();
    }

    /**
     * Keeps a picture if it is (still) stored. Deletions of the file that it was made of wait meanwhile.
     *
     * @param delete for one of a file that nobody has any more
     * @return false when it is to be made again
     * @throws CodedException {@code OBJECT_NOT_FOUND} when nobody has the file any more
     */
    boolean keep(Kept picture, Instant now, BooleanSupplier isStored, Consumer<ObjectKey> delete) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            lock(picture.media());
            if (!isOwned(picture.media())) {
                delete.accept(picture.key());
                throw new CodedException(CommonErrorCode.OBJECT_NOT_FOUND, "the file was deleted meanwhile");
            }
            if (!isStored.getAsBoolean()) {
                return false;
            }
            jdbc.sql("""
                            insert into materials.picture (media, spec, storage_path, file_size, used_at)
                            values (:media, :spec, :path, :size, :now)
                            on conflict (media, spec) do update
                            set storage_path = :path, file_size = :size, used_at = :now""")
                    .param("media", picture.media().value())
                    .param("spec", picture.spec())
                    .param("path", picture.key().value())
                    .param("size", picture.size())
                    .param("now", Timestamp.from(now))
                    .update();
            return true;
        }));
    }

    private boolean isOwned(ObjectKey media) {
        return Boolean.TRUE.equals(
                jdbc.sql("""
                        select exists (select 1 from materials.asset
                            where storage_path = :media and not is_purged)""").param("media", media.value()).query(Boolean.class).single());
    }

    /** Those of a file that are more than so many, the ones that were used longest ago. */
    List<Kept> tooMany(ObjectKey media, int most) {
        return jdbc.sql("""
                        select media, spec, storage_path, file_size from materials.picture
                        where media = :media order by used_at desc, spec offset :most""")
                .param("media", media.value())
                .param("most", most)
                .query((row, number) -> kept(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                .list();
    }

    /** Those of all files that are more than so many bytes, the ones that were used longest ago; never the last one. */
    List<Kept> tooLarge(long most) {
        return jdbc.sql("""
                        select media, spec, storage_path, file_size from (
                            select *, sum(file_size) over (order by used_at desc, media, spec) as upto
                            from materials.picture) as pictures
                        where upto - file_size >= :most order by used_at""")
                .param("most", most)
                .query((row, number) -> kept(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                .list();
    }

    private static Kept kept(String media, String spec, String path, long size) {
        return new Kept(new ObjectKey(media), spec, new ObjectKey(path), size);
    }

    void drop(Kept picture, Consumer<ObjectKey> delete) {
        transaction.executeWithoutResult(status -> {
            lock(picture.media());
            var dropped = jdbc.sql("delete from materials.picture where media = :media and spec = :spec")
                    .param("media", picture.media().value())
                    .param("spec", picture.spec())
                    .update();
            if (dropped > 0) {
                delete.accept(picture.key());
            }
        });
    }

    /** All of a file, within the transaction of the caller, who has the lock. */
    List<ObjectKey> forget(ObjectKey media) {
        return jdbc.sql("delete from materials.picture where media = :media returning storage_path")
                .param("media", media.value())
                .query((row, number) -> new ObjectKey(row.getString(1)))
                .list();
    }

    /** The one that whoever keeps or deletes the content of a file has. */
    private void lock(ObjectKey media) {
        TransactionLock.takeObject(jdbc, media);
    }
}
