package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.service.store.Digests;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is known of stock providers: their answers, their clips that are here, and which video shows which. */
@Repository
class JdbcStockClips {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcStockClips(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<List<StockClip>> answer(String provider, StockQuery query, Instant notBefore) {
        return jdbc.sql("""
                        select clips from materials.stock_search
                        where provider = :provider and query_digest = :query and searched_at >= :oldest""")
                .param("provider", provider)
                .param("query", digest(query))
                .param("oldest", Timestamp.from(notBefore))
                .query(String.class)
                .optional()
                .map(clips -> json.readValue(clips, new TypeReference<List<StockClip>>() {}));
    }

    void remember(String provider, StockQuery query, List<StockClip> clips, Instant now) {
        jdbc.sql("""
                        insert into materials.stock_search (provider, query_digest, clips, searched_at)
                        values (:provider, :query, :clips::jsonb, :now)
                        on conflict (provider, query_digest) do update set clips = excluded.clips, searched_at = excluded.searched_at""")
                .param("provider", provider)
                .param("query", digest(query))
                .param("clips", json.writeValueAsString(clips))
                .param("now", Timestamp.from(now))
                .update();
    }

    private static String digest(StockQuery query) {
        return Digests.of(query.words(), query.language(), query.width(), query.height());
    }

    Optional<Visual.Footage> footage(String provider, String clipId) {
        return jdbc.sql("""
                        select storage_path, width, height, duration_ms from materials.stock_clip
                        where provider = :provider and clip_id = :clip""")
                .param("provider", provider)
                .param("clip", clipId)
                .query((row, index) -> new Visual.Footage(
                        new ObjectKey(row.getString("storage_path")),
                        row.getInt("width"),
                        row.getInt("height"),
                        Duration.ofMillis(row.getLong("duration_ms"))))
                .optional();
    }

    void keep(String provider, String clipId, Visual.Footage footage) {
        jdbc.sql("""
                        insert into materials.stock_clip (provider, clip_id, storage_path, width, height, duration_ms)
                        values (:provider, :clip, :path, :width, :height, :duration)
                        on conflict (provider, clip_id) do update
                        set storage_path = excluded.storage_path, width = excluded.width, height = excluded.height,
                            duration_ms = excluded.duration_ms""")
                .param("provider", provider)
                .param("clip", clipId)
                .param("path", footage.media().value())
                .param("width", footage.width())
                .param("height", footage.height())
                .param("duration", footage.duration().toMillis())
                .update();
    }

    /** Claims a clip for a sentence; false when another sentence of the video has it. */
    boolean claim(ShotRequest request, String provider, String clipId) {
        jdbc.sql("""
                        insert into materials.stock_use (user_id, video_id, provider, clip_id, sentence_index)
                        values (:user, :video, :provider, :clip, :index)
                        on conflict do nothing""")
                .param("user", request.userId().value())
                .param("video", request.videoId().value())
                .param("provider", provider)
                .param("clip", clipId)
                .param("index", request.index())
                .update();
        return request.index()
                == jdbc.sql("""
                                select sentence_index from materials.stock_use
                                where user_id = :user and video_id = :video and provider = :provider and clip_id = :clip""")
                        .param("user", request.userId().value())
                        .param("video", request.videoId().value())
                        .param("provider", provider)
                        .param("clip", clipId)
                        .query(Integer.class)
                        .optional()
                        .orElse(-1);
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
