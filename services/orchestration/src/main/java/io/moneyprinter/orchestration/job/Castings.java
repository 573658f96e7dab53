package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.tts.Speech;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who speaks the videos, and who spoke them before, in the database. */
@Component
public class Castings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Castings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until the transaction ends, nobody else gets past this for the same video. */
    public void hold(VideoId video) {
        jdbc.sql("SELECT 1 FROM orchestration.video WHERE video_id = :id FOR NO KEY UPDATE")
                .param("id", video.value())
                .query(Integer.class)
                .optional();
    }

    /** Of those who want the same, oldest first. */
    public List<Casting> of(VideoId video, String wanted) {
        return jdbc.sql("""
                        SELECT * FROM orchestration.casting WHERE video_id = :id AND wanted = :wanted ORDER BY generation
                        """)
                .param("id", video.value())
                .param("wanted", wanted)
                .query(Castings::casting)
                .list();
    }

    /** The voice of this speech speaks from now on. */
    public Casting add(VideoId video, String wanted, Speech speech, @Nullable String reason) {
        return jdbc.sql("""
                        INSERT INTO orchestration.casting (video_id, generation, wanted, provider, voice, reason, cast_at)
                        SELECT :id, coalesce(max(generation), 0) + 1, :wanted, :provider, :voice, :reason, :now
                        FROM orchestration.casting WHERE video_id = :id RETURNING *
                        """)
                .param("id", video.value())
                .param("wanted", wanted)
                .param("provider", speech.provider())
                .param("voice", speech.voice())
                .param("reason", reason)
                .param("now", StoredTime.of(clock.instant()))
                .query(Castings::casting)
                .single();
    }

    private static Casting casting(ResultSet row, int number) throws SQLException {
        return new Casting(
                row.getInt("generation"),
                row.getString("wanted"),
                row.getString("provider"),
                row.getString("voice"),
                row.getString("reason"));
    }
}
