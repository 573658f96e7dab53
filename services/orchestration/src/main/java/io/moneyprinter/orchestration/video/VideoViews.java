package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.VideoPage;
import io.moneyprinter.contracts.orchestration.VideoTranslation;
import io.moneyprinter.contracts.orchestration.VideoVersion;
import io.moneyprinter.contracts.orchestration.VideoView;
import io.moneyprinter.orchestration.job.Film;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Listing.Position;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Videos as people get to see them. */
final class VideoViews {

    static final String PATH = "/api/v1/videos";

    private VideoViews() {}

    /** @param translations of any of its versions */
    static VideoView view(Job job, List<Job> translations) {
        var film = job.film();
        var original = job.lineage().original();
        return new VideoView(
                job.videoId(),
                job.lineage().rootId(),
                job.lineage().version(),
                job.lineage().parentId(),
                original == null ? null : original.videoId(),
                translations.stream().map(VideoViews::translation).toList(),
                job.status(),
                job.progress(),
                job.title(),
                job.description(),
                job.keywords(),
                job.citations(),
                job.language(),
                film == null ? null : film.duration().toMillis() / 1e3,
                film == null || film.width() == 0 ? null : film.width(),
                film == null || film.height() == 0 ? null : film.height(),
                job.request(),
                film == null ? null : film.charge(),
                film == null ? null : links(PATH + "/" + job.videoId(), film),
                job.error(),
                job.createdAt(),
                job.updatedAt());
    }

    static VideoTranslation translation(Job job) {
        return new VideoTranslation(
                Objects.requireNonNullElse(job.language(), "und"), job.videoId(), job.status(), job.title());
    }

    static VideoVersion version(Job job) {
        var film = job.film();
        return new VideoVersion(
                job.videoId(),
                job.lineage().version(),
                job.lineage().parentId(),
                job.status(),
                job.progress(),
                job.title(),
                film == null ? null : film.duration().toMillis() / 1e3,
                job.lineage().edits(),
                job.createdAt());
    }

    private static VideoView.Links links(String video, Film film) {
        return new VideoView.Links(
                film.content() == null ? null : video + "/content",
                film.preview() == null ? null : video + "/preview",
                film.thumbnail() == null ? null : video + "/thumbnail",
                video + "/captions.vtt",
                video + "/captions.srt",
                film.captionsAss() == null ? null : video + "/captions.ass",
                film.words() == null ? null : video + "/words.json",
                film.thumbnail() == null ? null : video + "/credits.txt");
    }

    /**
     * @param jobs one more than the page holds, if there are more
     * @param translations by the first version of the original
     * @param asOf when the first page was read
     */
    static VideoPage page(List<Job> jobs, Map<VideoId, List<Job>> translations, int limit, Instant asOf) {
        var shown = jobs.subList(0, Math.min(limit, jobs.size()));
        return new VideoPage(
                shown.stream()
                        .map(job -> view(
                                job, translations.getOrDefault(job.lineage().rootId(), List.of())))
                        .toList(),
                jobs.size() > limit ? cursor(shown.getLast(), asOf) : null);
    }

    private static String cursor(Job job, Instant asOf) {
        var text = job.createdAt() + "|" + job.videoId() + "|" + asOf;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor cursor(String given) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(given), StandardCharsets.UTF_8);
            var parts = text.split("\\|", -1);
            return new Cursor(new Position(Instant.parse(parts[0]), new VideoId(parts[1])), Instant.parse(parts[2]));
        } catch (RuntimeException e) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    "/cursor",
                    "not a cursor (expected: next_cursor of an earlier page)");
        }
    }

    /**
     * Where to go on.
     *
     * @param asOf when the first page was read
     */
    record Cursor(Position after, Instant asOf) {}
}
