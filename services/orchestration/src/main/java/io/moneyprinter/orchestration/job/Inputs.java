package io.moneyprinter.orchestration.job;

import io.moneyprinter.service.json.Json;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What single pieces of work are told besides the request and the script. */
@Component
public class Inputs {

    private final JdbcClient jdbc;
    /** A later version may know less of what an earlier one has stored. */
    private final JsonMapper json = Json.lenient();

    Inputs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void store(UnitKey key, Object input) {
        jdbc.sql("""
                INSERT INTO orchestration.unit_input (video_id, kind, idx, input) VALUES (:id, :kind, :idx, :input)
                """)
                .param("id", key.videoId().value())
                .param("kind", key.kind().id())
                .param("idx", key.index())
                .param("input", json.writeValueAsString(input))
                .update();
    }

    public <T> Optional<T> find(UnitKey key, Class<T> type) {
        return jdbc.sql("""
                        SELECT input FROM orchestration.unit_input WHERE video_id = :id AND kind = :kind AND idx = :idx
                        """)
                .param("id", key.videoId().value())
                .param("kind", key.kind().id())
                .param("idx", key.index())
                .query(String.class)
                .optional()
                .map(stored -> json.readValue(stored, type));
    }
}
