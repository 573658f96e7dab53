package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.video.RenderPlan;
import io.moneyprinter.service.json.Json;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What finished pieces of work gave; the engine itself carries only their keys. */
@Component
public class Results {

    private final JdbcClient jdbc;
    /** A later version may know less of what an earlier one has stored. */
    private final JsonMapper json = Json.lenient();

    private final Clock clock;

    Results(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void store(UnitKey key, Object result) {
        jdbc.sql("""
                INSERT INTO orchestration.step_result (video_id, kind, idx, result, stored_at)
                VALUES (:id, :kind, :idx, :result, :now)
                """)
                .param("id", key.videoId().value())
                .param("kind", key.kind().id())
                .param("idx", key.index())
                .param("result", json.writeValueAsString(result))
                .param("now", StoredTime.of(clock.instant()))
                .update();
    }

    /** Of a piece of work that is known to be finished. */
    public <T> T get(UnitKey key, Class<T> type) {
        return find(key, type)
                .orElseThrow(() -> new IllegalStateException("%s: no result (expected: one)".formatted(key)));
    }

    /** Of a video whose script has been written. */
    public GeneratedContent content(VideoId video) {
        return get(new UnitKey(video, StepKind.CONTENT, 0), GeneratedContent.class);
    }

    /** Of a video whose film has been planned. */
    public RenderPlan plan(VideoId video) {
        return get(new UnitKey(video, StepKind.PLAN, 0), RenderPlan.class);
    }

    /** Empty when the piece is not finished, or gone with its video. */
    public <T> Optional<T> find(UnitKey key, Class<T> type) {
        return jdbc.sql("""
                        SELECT result FROM orchestration.step_result
                        WHERE video_id = :id AND kind = :kind AND idx = :idx
                        """)
                .param("id", key.videoId().value())
                .param("kind", key.kind().id())
                .param("idx", key.index())
                .query(String.class)
                .optional()
                .map(stored -> json.readValue(stored, type));
    }

    public void remove(UnitKey key) {
        jdbc.sql("DELETE FROM orchestration.step_result WHERE video_id = :id AND kind = :kind AND idx = :idx")
                .param("id", key.videoId().value())
                .param("kind", key.kind().id())
                .param("idx", key.index())
                .update();
    }

    /** Of all finished pieces of a kind, by index. */
    public <T> List<T> all(VideoId id, StepKind kind, Class<T> type) {
        return jdbc.sql("""
                        SELECT result FROM orchestration.step_result WHERE video_id = :id AND kind = :kind ORDER BY idx
                        """).param("id", id.value()).param("kind", kind.id()).query(String.class).list().stream()
                .map(stored -> json.readValue(stored, type))
                .toList();
    }
}
