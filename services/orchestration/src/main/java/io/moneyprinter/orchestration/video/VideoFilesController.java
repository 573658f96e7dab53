package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.orchestration.OrchestrationErrorCode;
import io.moneyprinter.orchestration.job.Film;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.identity.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The files of completed videos, as far as they were asked for. Ranges, HEAD and conditional requests are Spring's; {@code ?download} makes a
 * browser save the file under the video's title.
 */
@RestController
@RequestMapping(VideoViews.PATH + "/{video_id}")
class VideoFilesController {

    private static final MediaType MP4 = MediaType.parseMediaType("video/mp4");
    private static final MediaType VTT = new MediaType("text", "vtt", StandardCharsets.UTF_8);
    private static final MediaType SRT = new MediaType("application", "x-subrip", StandardCharsets.UTF_8);
    private static final MediaType ASS = new MediaType("text", "x-ssa", StandardCharsets.UTF_8);
    private static final int LONGEST_NAME = 80;

    private final Jobs jobs;
    private final FilmFiles files;

    VideoFilesController(Jobs jobs, FilmFiles files) {
        this.jobs = jobs;
        this.files = files;
    }

    @GetMapping("/content")
    ResponseEntity<Resource> content(
            Caller caller,
            @PathVariable("video_id") String id,
            @RequestParam(required = false) @Nullable String download) {
        return file(caller, id, Film::content, null, download, "");
    }

    @GetMapping("/preview")
    ResponseEntity<Resource> preview(
            Caller caller,
            @PathVariable("video_id") String id,
            @RequestParam(required = false) @Nullable String download) {
        return file(caller, id, Film::preview, MP4, download, "-preview");
    }

    @GetMapping("/thumbnail")
    ResponseEntity<Resource> thumbnail(
            Caller caller,
            @PathVariable("video_id") String id,
            @RequestParam(required = false) @Nullable String download) {
        return file(caller, id, Film::thumbnail, MediaType.IMAGE_JPEG, download, "");
    }

    @GetMapping("/captions.vtt")
    ResponseEntity<Resource> vtt(
            Caller caller,
            @PathVariable("video_id") String id,
            @RequestParam(required = false) @Nullable String download) {
        return file(caller, id, Film::captionsVtt, VTT, download, "");
    }

    @GetMapping("/captions.srt")
    ResponseEntity<Resource> srt(
            Caller caller,
            @PathVariable("video_id") String id,
            @RequestParam(required = false) @Nullable String download) {
        return file(caller, id, Film::captionsSrt, SRT, download, "");
    }

    @GetMapping("/captions.ass")
    ResponseEntity<Resource> ass(
            Caller caller,
            @PathVariable("video_id") String id,
            @RequestParam(required = false) @Nullable String download) {
        return file(caller, id, Film::captionsAss, ASS, download, "");
    }

    /** When each word is spoken. */
    @GetMapping("/words.json")
    ResponseEntity<Resource> words(
            Caller caller,
            @PathVariable("video_id") String id,
            @RequestParam(required = false) @Nullable String download) {
        return file(caller, id, Film::words, MediaType.APPLICATION_JSON, download, "-words");
    }

    private ResponseEntity<Resource> file(
            Caller caller,
            String id,
            Function<Film, @Nullable ObjectKey> which,
            @Nullable MediaType type,
            @Nullable String download,
            String suffix) {
        var job = VideoController.job(jobs, caller.userId(), id);
        var key = which.apply(film(job));
        if (key == null && job.produces() != Produce.VIDEO) {
            throw notProduced(job, "file of this kind");
        }
        if (key == null) {
            throw new CodedException(
                    OrchestrationErrorCode.VIDEO_NOT_READY,
                    "this file was not made with the video (expected: a video or version made since)");
        }
        return files.answer(key, type == null ? FilmFiles.type(key) : type, name(job) + suffix, download);
    }

    /** What has come of it, once it is completed. */
    private static Film film(Job job) {
        var film = job.film();
        if (film == null) {
            throw VideoController.notCompleted(job);
        }
        return film;
    }

    static CodedException notProduced(Job job, String what) {
        return new CodedException(
                OrchestrationErrorCode.NOT_PRODUCED,
                "only %s of it were asked for, so there is no %s (expected: a video with \"produce\": \"video\")"
                        .formatted(job.produces() == Produce.AUDIO ? "sound and captions" : "captions", what));
    }

    /** Letters and digits of the title, of whatever script; nothing that a file system or a shell could misread. */
    static String name(Job job) {
        var name = job.title()
                .strip()
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "")
                .toLowerCase(Locale.ROOT);
        var end = name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())));
        return name.isEmpty() ? "video-" + job.videoId() : name.substring(0, end);
    }
}
