package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.VideoPage;
import io.moneyprinter.contracts.orchestration.VideoView;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Jobs.Position;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Videos as people get to see them. */
final class VideoViews {

    static final String PATH = "/api/v1/videos";

    private VideoViews() {}

    static VideoView view(Job job) {
        var film = job.film();
        return new VideoView(
                job.videoId(),
                job.status(),
                job.progress(),
                job.title(),
                job.description(),
                job.keywords(),
                job.language(),
                film == null ? null : film.duration().toMillis() / 1e3,
                film == null ? null : film.width(),
                film == null ? null : film.height(),
                job.request(),
                film == null ? null : links(PATH + "/" + job.videoId()),
                job.error(),
                job.createdAt(),
                job.updatedAt());
    }

    private static VideoView.Links links(String video) {
        return new VideoView.Links(
                video + "/content",
                video + "/preview",
                video + "/thumbnail",
                video + "/captions.vtt",
                video + "/captions.srt");
    }

    /** @param jobs one more than the page holds, if there are more */
    static VideoPage page(List<Job> jobs, int limit) {
        var shown = jobs.subList(0, Math.min(limit, jobs.size()));
        return new VideoPage(
                shown.stream().map(VideoViews::view).toList(), jobs.size() > limit ? cursor(shown.getLast()) : null);
    }

    private static String cursor(Job job) {
        var text = job.createdAt() + "|" + job.videoId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Position position(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var bar = text.indexOf('|');
            return new Position(Instant.parse(text.substring(0, bar)), new VideoId(text.substring(bar + 1)));
        } catch (RuntimeException e) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    "/cursor",
                    "not a cursor (expected: next_cursor of an earlier page)");
        }
    }
}
