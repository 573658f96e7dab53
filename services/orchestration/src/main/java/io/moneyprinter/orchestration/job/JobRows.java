package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.content.Citation;
import io.moneyprinter.contracts.content.ContentEstimate;
import io.moneyprinter.contracts.orchestration.Edit;
import io.moneyprinter.contracts.orchestration.JobError;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.tts.Charge;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of {@code orchestration.video}. */
final class JobRows implements RowMapper<Job> {

    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
    private static final TypeReference<List<Citation>> CITATIONS = new TypeReference<>() {};
    private static final TypeReference<List<Edit>> EDITS = new TypeReference<>() {};

    private final JsonMapper json;

    JobRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Job mapRow(ResultSet row, int number) throws SQLException {
        var title = row.getString("title");
        var language = row.getString("language");
        return new Job(
                new VideoId(row.getString("video_id")),
                new UserId(row.getString("user_id")),
                title,
                json.readValue(row.getString("request"), VideoRequest.class),
                row.getLong("seed"),
                JobStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getInt("progress"),
                new ContentEstimate(
                        Objects.requireNonNullElse(language, "und"),
                        title,
                        row.getInt("estimated_sentences"),
                        row.getInt("estimated_seconds")),
                language,
                row.getString("description"),
                json.readValue(row.getString("keywords"), STRINGS),
                json.readValue(row.getString("citations"), CITATIONS),
                film(row),
                error(row),
                lineage(row),
                StoredTime.required(row, "created_at"),
                StoredTime.in(row, "started_at"),
                StoredTime.in(row, "finished_at"),
                StoredTime.required(row, "updated_at"));
    }

    private Lineage lineage(ResultSet row) throws SQLException {
        var parent = row.getString("parent_id");
        return new Lineage(
                new VideoId(row.getString("root_id")),
                row.getInt("version"),
                parent == null ? null : new VideoId(parent),
                json.readValue(row.getString("edits"), EDITS),
                row.getDouble("tempo"),
                original(row));
    }

    private static Lineage.@Nullable Original original(ResultSet row) throws SQLException {
        var id = row.getString("original_id");
        return id == null
                ? null
                : new Lineage.Original(new VideoId(id), new VideoId(row.getString("original_root_id")));
    }

    private static @Nullable Film film(ResultSet row) throws SQLException {
        var vtt = key(row, "captions_vtt_key");
        var srt = key(row, "captions_srt_key");
        if (vtt == null || srt == null) {
            return null;
        }
        return new Film(
                Duration.ofMillis(row.getLong("duration_millis")),
                row.getInt("width"),
                row.getInt("height"),
                key(row, "content_key"),
                key(row, "preview_key"),
                key(row, "thumbnail_key"),
                vtt,
                srt,
                key(row, "captions_ass_key"),
                key(row, "words_key"),
                charge(row));
    }

    private static @Nullable Charge charge(ResultSet row) throws SQLException {
        var cost = row.getBigDecimal("speech_cost");
        return cost == null ? null : new Charge(row.getLong("speech_characters"), cost, Charge.CURRENCY);
    }

    private static @Nullable ObjectKey key(ResultSet row, String column) throws SQLException {
        var key = row.getString(column);
        return key == null ? null : new ObjectKey(key);
    }

    static @Nullable JobError error(ResultSet row) throws SQLException {
        var code = row.getString("error_code");
        return code == null ? null : new JobError(code, Objects.requireNonNullElse(row.getString("error_detail"), ""));
    }
}
