package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was decided for sentences. */
@Repository
class JdbcShots {

    /** Stands for all pictures of a sentence. */
    private static final int ALL = -1;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcShots(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param requestDigest of the request that the decision was about */
    record Decision(String requestDigest, Shot shot) {}

    Optional<Decision> find(ShotRequest request) {
        return jdbc.sql("""
                        select request_digest, shot from materials.shot
                        where user_id = :user and video_id = :video and sentence_index = :index and visual = :visual""")
                .param("user", request.userId().value())
                .param("video", request.videoId().value())
                .param("index", request.index())
                .param("visual", visual(request))
                .query((row, index) -> new Decision(
                        row.getString("request_digest"), json.readValue(row.getString("shot"), Shot.class)))
                .optional();
    }

    /**
     * Keeps a decision; of two for the same request the first one stays.
     *
     * @param replace even the decision for this very request, because its pictures are gone
     */
    Shot decide(ShotRequest request, Decision decision, boolean replace) {
        jdbc.sql("""
                        insert into materials.shot
                            (user_id, video_id, sentence_index, visual, request_digest, provider, shot, passed_over)
                        values (:user, :video, :index, :visual, :digest, :provider, :shot::jsonb, :passed::jsonb)
                        on conflict (user_id, video_id, sentence_index, visual) do update
                        set request_digest = excluded.request_digest, provider = excluded.provider, shot = excluded.shot,
                            passed_over = excluded.passed_over, created_at = now()
                        where :replace or materials.shot.request_digest <> excluded.request_digest""")
                .param("user", request.userId().value())
                .param("video", request.videoId().value())
                .param("index", request.index())
                .param("visual", visual(request))
                .param("digest", decision.requestDigest())
                .param("provider", decision.shot().provider())
                .param("shot", json.writeValueAsString(decision.shot()))
                .param("passed", json.writeValueAsString(decision.shot().passedOver()))
                .param("replace", replace)
                .update();
        return find(request).map(Decision::shot).orElse(decision.shot());
    }

    private static int visual(ShotRequest request) {
        return Objects.requireNonNullElse(request.visual(), ALL);
    }
}
