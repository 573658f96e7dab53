package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.service.store.KeyColumn;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Forgets rows about sentences, clips and pictures. Objects are none of its business. */
@Repository
class JdbcPastShots {

    /** Where files are remembered that can be had again. */
    static final List<KeyColumn> REMEMBERED = List.of(
            KeyColumn.of("materials.stock_clip", "storage_path"),
            KeyColumn.of("materials.generated_image", "storage_path"));

    private final JdbcClient jdbc;

    JdbcPastShots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was decided for a video, and which clips it claimed. */
    void forget(UserId user, VideoId video) {
        for (var table : List.of("shot", "stock_use")) {
            jdbc.sql("delete from materials.%s where user_id = :user and video_id = :video".formatted(table))
                    .param("user", user.value())
                    .param("video", video.value())
                    .update();
        }
    }

    /** Answers of providers. */
    int forgetSearches(Instant before) {
        return jdbc.sql("delete from materials.stock_search where searched_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    /** Decisions, whatever became of the video. */
    int forgetShots(Instant before) {
        return jdbc.sql("delete from materials.shot where created_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    /** Films of which no version is left, or none that shows a clip. */
    int forgetFilms(Instant before) {
        return jdbc.sql("""
                        delete from materials.stock_film film where used_at < :before
                            and not exists (select 1 from materials.stock_use used
                                where used.user_id = film.user_id and used.film_id = film.film_id)""").param("before", Timestamp.from(before)).update();
    }

    /** Files that nobody chose since then. */
    Set<ObjectKey> unused(Instant before) {
        return Set.copyOf(jdbc.sql("""
                        select storage_path from materials.stock_clip where used_at < :before
                        union select storage_path from materials.generated_image where used_at < :before""")
                .param("before", Timestamp.from(before))
                .query((row, number) -> new ObjectKey(row.getString("storage_path")))
                .list());
    }

    /** Those of these that nobody has chosen meanwhile. */
    int forgetUnused(Collection<ObjectKey> files, Instant before) {
        return REMEMBERED.stream()
                .mapToInt(column -> jdbc.sql("delete from %s where used_at < :before and %s = any(:files)"
                                .formatted(column.table(), column.column()))
                        .param("before", Timestamp.from(before))
                        .param("files", files.stream().map(ObjectKey::value).toArray(String[]::new))
                        .update())
                .sum();
    }
}
