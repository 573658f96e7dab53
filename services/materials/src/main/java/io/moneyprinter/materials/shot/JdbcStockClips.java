package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.AssetTraits;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.materials.spi.Rendition;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockPage;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.service.database.TransactionLock;
import io.moneyprinter.service.store.Digests;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What is known of stock providers: their answers, their clips that are here, and which video shows which. */
@Repository
class JdbcStockClips {

    /** Part of every search's digest; goes up when answers are kept in another shape. */
    private static final int VERSION = 3;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    JdbcStockClips(DataSource dataSource, JsonMapper json) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.json = json;
    }

    Optional<StockPage> answer(String provider, StockQuery query, Instant notBefore) {
        return jdbc.sql("""
                        select clips from materials.stock_search
                        where provider = :provider and query_digest = :query and searched_at >= :oldest""")
                .param("provider", provider)
                .param("query", digest(query))
                .param("oldest", Timestamp.from(notBefore))
                .query(String.class)
                .optional()
                .map(clips -> json.readValue(clips, StockPage.class));
    }

    void remember(String provider, StockQuery query, StockPage page, Instant now) {
        jdbc.sql("""
                        insert into materials.stock_search (provider, query_digest, clips, searched_at)
                        values (:provider, :query, :clips::jsonb, :now)
                        on conflict (provider, query_digest) do update set clips = excluded.clips, searched_at = excluded.searched_at""")
                .param("provider", provider)
                .param("query", digest(query))
                .param("clips", json.writeValueAsString(page))
                .param("now", Timestamp.from(now))
                .update();
    }

    private static String digest(StockQuery query) {
        return Digests.of(
                VERSION,
                query.words(),
                query.language(),
                query.kind().name(),
                query.width(),
                query.height(),
                query.page());
    }

    /**
     * A file of a clip as we made it anew.
     *
     * @param duration zero for photos
     * @param traits null for clips that came before they were measured
     */
    record Stored(
            ObjectKey media,
            int width,
            int height,
            Duration duration,
            @Nullable AssetTraits traits) {}

    /** Whoever asks is going to show it. */
    Optional<Stored> stored(String provider, StockClip clip, Rendition rendition) {
        return jdbc.sql("""
                        update materials.stock_clip set used_at = now()
                        where provider = :provider and clip_id = :clip
                        returning storage_path, width, height, duration_ms, traits""")
                .param("provider", provider)
                .param("clip", fileId(clip, rendition))
                .query((row, index) -> new Stored(
                        new ObjectKey(row.getString("storage_path")),
                        row.getInt("width"),
                        row.getInt("height"),
                        Duration.ofMillis(row.getLong("duration_ms")),
                        traits(row.getString("traits"))))
                .optional();
    }

    private @Nullable AssetTraits traits(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, AssetTraits.class);
    }

    /** Of any file of a clip; empty when none is here, or measured. */
    Optional<AssetTraits> measured(String provider, StockClip clip) {
        return jdbc.sql("""
                        select traits from materials.stock_clip
                        where provider = :provider and clip_id = any(:files) and traits is not null limit 1""")
                .param("provider", provider)
                .param(
                        "files",
                        clip.renditions().stream()
                                .map(rendition -> fileId(clip, rendition))
                                .toArray(String[]::new))
                .query(String.class)
                .optional()
                .map(this::traits);
    }

    private static String fileId(StockClip clip, Rendition rendition) {
        return clip.id() + "-" + rendition.id();
    }

    /**
     * Keeps a file that is (still) stored, with the credit, which goes wherever the file goes. Deletions of the same
     * content wait meanwhile.
     *
     * @return false when it is to be made again
     */
    boolean keep(String provider, StockClip clip, Rendition rendition, Stored stored, BooleanSupplier isStored) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            TransactionLock.takeObject(jdbc, stored.media());
            if (!isStored.getAsBoolean()) {
                return false;
            }
            insert(provider, clip, rendition, stored);
            return true;
        }));
    }

    private void insert(String provider, StockClip clip, Rendition rendition, Stored stored) {
        jdbc.sql("""
                        insert into materials.stock_clip
                            (provider, clip_id, storage_path, width, height, duration_ms, attribution, traits)
                        values (:provider, :clip, :path, :width, :height, :duration, :attribution, :traits::jsonb)
                        on conflict (provider, clip_id) do update
                        set storage_path = excluded.storage_path, width = excluded.width, height = excluded.height,
                            duration_ms = excluded.duration_ms, attribution = excluded.attribution,
                            traits = excluded.traits, used_at = now()""")
                .param("provider", provider)
                .param("clip", fileId(clip, rendition))
                .param("path", stored.media().value())
                .param("width", stored.width())
                .param("height", stored.height())
                .param("duration", stored.duration().toMillis())
                .param("attribution", clip.attribution())
                .param("traits", stored.traits() == null ? null : json.writeValueAsString(stored.traits()))
                .update();
    }

    /** Claims a clip for a sentence; false when another sentence of the video has it. */
    boolean claim(ShotRequest request, String provider, String clipId) {
        jdbc.sql("""
                        insert into materials.stock_use (user_id, video_id, film_id, provider, clip_id, sentence_index)
                        values (:user, :video, :film, :provider, :clip, :index)
                        on conflict do nothing""")
                .param("user", request.userId().value())
                .param("video", request.videoId().value())
                .param("film", request.root().value())
                .param("provider", provider)
                .param("clip", clipId)
                .param("index", request.index())
                .update();
        var holder = jdbc.sql("""
                        select sentence_index from materials.stock_use
                        where user_id = :user and video_id = :video and provider = :provider and clip_id = :clip""")
                .param("user", request.userId().value())
                .param("video", request.videoId().value())
                .param("provider", provider)
                .param("clip", clipId)
                .query(Integer.class)
                .optional();
        var mine = holder.isPresent() && holder.get() == request.index();
        if (mine) {
            touch(request);
        }
        return mine;
    }

    /** A film counts as seen when a clip was claimed for it last. */
    private void touch(ShotRequest request) {
        jdbc.sql("""
                        insert into materials.stock_film (user_id, film_id) values (:user, :film)
                        on conflict (user_id, film_id) do update set used_at = now()""")
                .param("user", request.userId().value())
                .param("film", request.root().value())
                .update();
    }

    /** Sources, as scores name them, of what the user's latest other films show, in whatever version. */
    Set<String> seenLately(ShotRequest request, int films) {
        return Set.copyOf(jdbc.sql("""
                        select distinct provider || '/' || clip_id from materials.stock_use
                        where user_id = :user and film_id in (
                            select film_id from materials.stock_film film
                            where user_id = :user and film_id <> :film
                                and exists (select 1 from materials.stock_use seen
                                    where seen.user_id = film.user_id and seen.film_id = film.film_id)
                            order by used_at desc limit :films)""")
                .param("user", request.userId().value())
                .param("film", request.root().value())
                .param("films", films)
                .query(String.class)
                .list());
    }

    /** Gives a claimed clip that turned out to be of no use, or is no longer shown, back to the video. */
    void release(ShotRequest request, String provider, String clipId) {
        jdbc.sql("""
                        delete from materials.stock_use
                        where user_id = :user and video_id = :video and provider = :provider and clip_id = :clip
                            and sentence_index = :index""")
                .param("user", request.userId().value())
                .param("video", request.videoId().value())
                .param("provider", provider)
                .param("clip", clipId)
                .param("index", request.index())
                .update();
    }

    /** Gives all clips of a sentence back that is going to be shown anew. */
    void releaseAll(ShotRequest request) {
        jdbc.sql("""
                        delete from materials.stock_use
                        where user_id = :user and video_id = :video and sentence_index = :index""")
                .param("user", request.userId().value())
                .param("video", request.videoId().value())
                .param("index", request.index())
                .update();
    }
}
