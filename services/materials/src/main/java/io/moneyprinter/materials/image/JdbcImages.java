package io.moneyprinter.materials.image;

import io.moneyprinter.contracts.common.ObjectKey;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was made, by what it was made from. */
@Repository
class JdbcImages {

    private final JdbcClient jdbc;

    JdbcImages(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    void keep(String digest, String provider, Stored stored) {
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
