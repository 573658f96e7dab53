package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.service.json.Json;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions that videos have. */
@Component
public class Versions {

    private final JdbcClient jdbc;
    private final JobRows rows = new JobRows(Json.lenient());

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of a new version; none is given twice. Whoever asks for the same video meanwhile waits. */
    public int next(VideoId root) {
        return jdbc.sql("""
                INSERT INTO orchestration.lineage AS known (root_id, versions) VALUES (:root, 2)
                ON CONFLICT (root_id) DO UPDATE SET versions = known.versions + 1 RETURNING versions
                """).param("root", root.value()).query(Integer.class).single();
    }

    /** Those that are not deleted, newest first. */
    public List<Job> of(VideoId root, UserId owner) {
        return jdbc.sql("""
                SELECT * FROM orchestration.video
                WHERE root_id = :root AND user_id = :user AND deleted_at IS NULL ORDER BY version DESC
                """)
                .param("root", root.value())
                .param("user", owner.value())
                .query(rows)
                .list();
    }
}
