package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.orchestration.Edit;
import io.moneyprinter.contracts.orchestration.JobError;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.service.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The videos, in the database. Every change of status is a compare-and-set, so that an end is final. */
@Component
public class Jobs {

    /** With their types, which a list by itself does not write. */
    private static final TypeReference<List<Edit>> EDITS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    /** A later version may know less of what an earlier one has stored. */
    private final JsonMapper json = Json.lenient();

    private final Clock clock;
    private final JobRows rows;

    Jobs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rows = new JobRows(json);
    }

    public void insert(Job job) {
        var parent = job.lineage().parentId();
        var original = job.lineage().original();
        jdbc.sql("""
                INSERT INTO orchestration.video (video_id, user_id, title, request, seed, status, estimated_sentences,
                    estimated_seconds, language, root_id, version, parent_id, edits, tempo, original_id,
                    original_root_id, created_at, updated_at)
                VALUES (:id, :user, :title, :request, :seed, :status, :sentences, :seconds, :language, :root, :version,
                    :parent, :edits, :tempo, :original, :original_root, :created, :created)
                """)
                .param("id", job.videoId().value())
                .param("user", job.userId().value())
                .param("title", job.title())
                .param("request", json.writeValueAsString(job.request()))
                .param("seed", job.seed())
                .param("status", stored(job.status()))
                .param("sentences", job.estimate().sentences())
                .param("seconds", job.estimate().estimatedDuration())
                .param("language", job.estimate().language())
                .param("root", job.lineage().rootId().value())
                .param("version", job.lineage().version())
                .param("parent", parent == null ? null : parent.value())
                .param(
                        "edits",
                        json.writerFor(EDITS).writeValueAsString(job.lineage().edits()))
                .param("tempo", job.lineage().tempo())
                .param("original", original == null ? null : original.videoId().value())
                .param(
                        "original_root",
                        original == null ? null : original.rootId().value())
                .param("created", StoredTime.of(job.createdAt()))
                .update();
    }

    /** Whatever its owner; for work that is not done on somebody's request. */
    public Optional<Job> find(VideoId id) {
        return jdbc.sql("SELECT * FROM orchestration.video WHERE video_id = :id AND deleted_at IS NULL")
                .param("id", id.value())
                .query(rows)
                .optional();
    }

    public Optional<Job> find(VideoId id, UserId owner) {
        return find(id).filter(job -> job.userId().equals(owner));
    }

    /** Whether anybody still wants work done on it. */
    public boolean active(VideoId id) {
        return find(id).filter(job -> !job.status().terminal()).isPresent();
    }

    /** False when it was ended meanwhile. */
    public boolean begin(VideoId id) {
        jdbc.sql("""
                UPDATE orchestration.video SET status = 'processing', started_at = :now, updated_at = :now
                WHERE video_id = :id AND status = 'pending'
                """).param("id", id.value()).param("now", now()).update();
        return active(id);
    }

    public void describe(VideoId id, GeneratedContent content) {
        jdbc.sql("""
                UPDATE orchestration.video SET title = :title, description = :description, keywords = :keywords,
                    citations = :citations, language = :language, updated_at = :now WHERE video_id = :id
                """)
                .param("id", id.value())
                .param("title", storable(content.title()))
                .param("description", storable(content.description()))
                .param("keywords", json.writeValueAsString(content.keywords()))
                .param("citations", json.writeValueAsString(content.citations()))
                .param("language", content.language())
                .param("now", now())
                .update();
    }

    /** Changes what is wanted, as far as it was not known when the video was accepted. */
    public void revise(VideoId id, VideoRequest request) {
        jdbc.sql("UPDATE orchestration.video SET request = :request WHERE video_id = :id")
                .param("id", id.value())
                .param("request", storable(json.writeValueAsString(request)))
                .update();
    }

    /** False when the video was cancelled or failed before. */
    public boolean complete(VideoId id, Film film) {
        var charge = film.charge();
        return jdbc.sql("""
                        UPDATE orchestration.video SET status = 'completed', progress = 100, duration_millis = :duration,
                            width = :width, height = :height, content_key = :content, preview_key = :preview,
                            thumbnail_key = :thumbnail, captions_vtt_key = :vtt, captions_srt_key = :srt,
                            captions_ass_key = :ass, words_key = :words,
                            speech_characters = :characters, speech_cost = :cost,
                            finished_at = :now, updated_at = :now
                        WHERE video_id = :id AND status = 'processing' AND deleted_at IS NULL
                        """)
                        .param("id", id.value())
                        .param("duration", film.duration().toMillis())
                        .param("width", film.width())
                        .param("height", film.height())
                        .param("content", value(film.content()))
                        .param("preview", value(film.preview()))
                        .param("thumbnail", value(film.thumbnail()))
                        .param("vtt", film.captionsVtt().value())
                        .param("srt", film.captionsSrt().value())
                        .param("ass", value(film.captionsAss()))
                        .param("words", value(film.words()))
                        .param("characters", charge == null ? null : charge.characters())
                        .param("cost", charge == null ? null : charge.estimatedCost())
                        .param("now", now())
                        .update()
                == 1;
    }

    private static @Nullable String value(@Nullable ObjectKey key) {
        return key == null ? null : key.value();
    }

    /** Ends it without a film; false when it had ended already. */
    public boolean end(VideoId id, JobStatus status, @Nullable JobError error) {
        return jdbc.sql("""
                        UPDATE orchestration.video SET status = :status, error_code = :code, error_detail = :detail,
                            finished_at = :now, updated_at = :now
                        WHERE video_id = :id AND status IN ('pending', 'processing')
                        """)
                        .param("id", id.value())
                        .param("status", stored(status))
                        .param("code", error == null ? null : error.code())
                        .param("detail", error == null ? null : storable(error.detail()))
                        .param("now", now())
                        .update()
                == 1;
    }

    public void advance(VideoId id, int progress) {
        jdbc.sql("""
                UPDATE orchestration.video SET progress = greatest(progress, :progress), updated_at = :now
                WHERE video_id = :id AND status IN ('pending', 'processing')
                """)
                .param("id", id.value())
                .param("progress", progress)
                .param("now", now())
                .update();
    }

    public void markEnqueued(VideoId id) {
        jdbc.sql("UPDATE orchestration.video SET enqueued = true WHERE video_id = :id")
                .param("id", id.value())
                .update();
    }

    /** Accepted some time ago, and never handed to the engine: the process died in between. */
    public List<VideoId> forgotten(Duration age) {
        return ids(jdbc.sql("""
                SELECT video_id FROM orchestration.video
                WHERE NOT enqueued AND status = 'pending' AND created_at < :before ORDER BY created_at
                """).param("before", StoredTime.of(clock.instant().minus(age))));
    }

    /** Until the transaction ends, nobody else gets past this for the same video. False when it is not completed. */
    public boolean holdCompleted(VideoId id) {
        return jdbc.sql("""
                        SELECT 1 FROM orchestration.video
                        WHERE video_id = :id AND status = 'completed' AND deleted_at IS NULL FOR UPDATE
                        """)
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** From now on nobody sees it; what works on it finds it gone. */
    public void hide(VideoId id) {
        jdbc.sql("UPDATE orchestration.video SET deleted_at = :now, updated_at = :now WHERE video_id = :id")
                .param("id", id.value())
                .param("now", now())
                .update();
    }

    /** Deleted at least so long ago. */
    public List<VideoId> hidden(Duration age) {
        return ids(jdbc.sql("SELECT video_id FROM orchestration.video WHERE deleted_at <= :before")
                .param("before", StoredTime.of(clock.instant().minus(age))));
    }

    /** Whose it is, also when it is deleted. */
    public Optional<UserId> owner(VideoId id) {
        return jdbc.sql("SELECT user_id FROM orchestration.video WHERE video_id = :id")
                .param("id", id.value())
                .query((row, number) -> new UserId(row.getString("user_id")))
                .optional();
    }

    /** Ended within the window that lies between these two ages. */
    public List<VideoId> endedBetween(Duration older, Duration younger) {
        return ids(jdbc.sql("""
                SELECT video_id FROM orchestration.video WHERE finished_at BETWEEN :from AND :to
                """)
                .param("from", StoredTime.of(clock.instant().minus(older)))
                .param("to", StoredTime.of(clock.instant().minus(younger))));
    }

    /** In work and older than this. */
    public List<VideoId> processing(Duration age) {
        return ids(jdbc.sql(
                        "SELECT video_id FROM orchestration.video WHERE status = 'processing' AND started_at < :before")
                .param("before", StoredTime.of(clock.instant().minus(age))));
    }

    /** With everything that is known of it; its files stay, since others may be made of the same pieces. */
    public void delete(VideoId id) {
        jdbc.sql("DELETE FROM orchestration.video WHERE video_id = :id RETURNING root_id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .ifPresent(root -> jdbc.sql("""
                        DELETE FROM orchestration.lineage WHERE root_id = :root AND NOT EXISTS
                            (SELECT 1 FROM orchestration.video WHERE video.root_id = lineage.root_id)
                        """).param("root", root).update());
    }

    private static List<VideoId> ids(JdbcClient.StatementSpec query) {
        return query.query((row, number) -> new VideoId(row.getString("video_id")))
                .list();
    }

    private OffsetDateTime now() {
        return StoredTime.of(clock.instant());
    }

    static String stored(JobStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** PostgreSQL stores every character but this one. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }
}
