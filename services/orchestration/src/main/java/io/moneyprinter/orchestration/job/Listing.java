package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.service.json.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Somebody's videos, page by page. */
@Component
public class Listing {

    /** A version stands for its video until there is a newer one; one that came to nothing takes nobody's place. */
    private static final String SUPERSEDED = """
            EXISTS (SELECT 1 FROM orchestration.video newer
                WHERE newer.root_id = video.root_id AND newer.version > video.version
                    AND newer.deleted_at IS NULL AND newer.created_at <= :as_of
                    AND newer.status NOT IN ('failed', 'cancelled')""";

    /** Ids of assets are like nothing else, and are found wherever they stand. */
    private static final String USING = """
            (position(:asset IN request) > 0 OR position(:asset IN edits) > 0
                OR EXISTS (SELECT 1 FROM orchestration.step_result shot
                    WHERE shot.video_id = video.video_id AND kind = 'shot' AND position(:asset IN result) > 0))""";

    private final JdbcClient jdbc;
    private final JobRows rows = new JobRows(Json.lenient());

    Listing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, strictly older than where the last page ended. */
    public List<Job> page(UserId owner, Wanted wanted, int limit) {
        var status = wanted.status();
        var after = wanted.after();
        var where = new StringBuilder("user_id = :user AND deleted_at IS NULL");
        if (status != null) {
            where.append(" AND status = :status");
        }
        if (!wanted.allVersions()) {
            where.append(" AND NOT ").append(SUPERSEDED).append(status == null ? ")" : " AND newer.status = :status)");
        }
        if (wanted.asset() != null) {
            where.append(" AND ").append(USING);
        }
        if (after != null) {
            where.append(" AND (created_at, video_id) < (:created, :id)");
        }
        var query = jdbc.sql("SELECT * FROM orchestration.video WHERE " + where
                        + " ORDER BY created_at DESC, video_id DESC LIMIT :limit")
                .param("user", owner.value())
                .param("limit", limit);
        if (status != null) {
            query = query.param("status", Jobs.stored(status));
        }
        if (wanted.asset() != null) {
            query = query.param("asset", "\"%s\"".formatted(wanted.asset()));
        }
        if (!wanted.allVersions()) {
            query = query.param("as_of", StoredTime.of(wanted.asOf()));
        }
        if (after != null) {
            query = query.param("created", StoredTime.of(after.createdAt()))
                    .param("id", after.videoId().value());
        }
        return query.query(rows).list();
    }

    /**
     * Which videos are wanted.
     *
     * @param status null for any
     * @param asset a file of theirs that the video uses, null for any or none
     * @param allVersions whether versions are wanted that newer ones stand for
     * @param asOf when the first page was read: versions that came later change nothing, so that pages fit together
     * @param after where the last page ended, null for the first page
     */
    public record Wanted(
            @Nullable JobStatus status,
            @Nullable AssetId asset,
            boolean allVersions,
            Instant asOf,
            @Nullable Position after) {}

    /** Where a page ends. */
    public record Position(Instant createdAt, VideoId videoId) {}
}
