package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.VideoEstimate;
import io.moneyprinter.contracts.orchestration.VideoPage;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.orchestration.VideoResponse;
import io.moneyprinter.contracts.orchestration.VideoStatus;
import io.moneyprinter.contracts.orchestration.VideoView;
import io.moneyprinter.orchestration.OrchestrationErrorCode;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.Listing;
import io.moneyprinter.orchestration.job.Translations;
import io.moneyprinter.orchestration.progress.StatusBoard;
import io.moneyprinter.orchestration.workflow.Cancellation;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.idempotency.IdempotencyKey;
import io.moneyprinter.service.identity.Caller;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asks for videos and looks after them. */
@RestController
@RequestMapping(VideoViews.PATH)
class VideoController {

    private static final int LARGEST_PAGE = 100;

    private final Submission submission;
    private final Preflight preflight;
    private final Jobs jobs;
    private final Listing listing;
    private final Translations translations;
    private final StatusBoard board;
    private final Cancellation cancellation;
    private final Clock clock;

    VideoController(
            Submission submission,
            Preflight preflight,
            Jobs jobs,
            Listing listing,
            Translations translations,
            StatusBoard board,
            Cancellation cancellation,
            Clock clock) {
        this.submission = submission;
        this.preflight = preflight;
        this.jobs = jobs;
        this.listing = listing;
        this.translations = translations;
        this.board = board;
        this.cancellation = cancellation;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<VideoResponse> create(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestBody VideoRequest request) {
        var key = IdempotencyKey.ofHeader(idempotencyKey);
        var accepted = submission.accept(caller.userId(), request, key);
        var response = accepted.response();
        var created = ResponseEntity.created(URI.create(VideoViews.PATH + "/" + response.videoId()));
        if (accepted.replayed()) {
            created.header(IdempotencyKey.REPLAYED, "true");
        }
        return created.body(response);
    }

    /** What the video would take; nothing is made. */
    @PostMapping("/estimate")
    VideoEstimate estimate(Caller caller, @RequestBody VideoRequest request) {
        return preflight.estimate(caller.userId(), request);
    }

    /**
     * The latest version of each video, or of those that use a file of the caller's, unless all are asked for; versions that came to nothing are listed beside.
     */
    @GetMapping
    VideoPage list(
            Caller caller,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(name = "asset_id", required = false) @Nullable AssetId asset,
            @RequestParam(name = "all_versions", defaultValue = "false") boolean allVersions) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, "/limit", "%d (expected: 1 to %d)".formatted(limit, LARGEST_PAGE));
        }
        var from = cursor == null ? null : VideoViews.cursor(cursor);
        var wanted = new Listing.Wanted(
                status == null ? null : status(status),
                asset,
                allVersions,
                from == null ? clock.instant() : from.asOf(),
                from == null ? null : from.after());
        var page = listing.page(caller.userId(), wanted, limit + 1);
        var roots = page.stream().map(job -> job.lineage().rootId()).collect(Collectors.toSet());
        return VideoViews.page(page, translations.of(roots, caller.userId()), limit, wanted.asOf());
    }

    @GetMapping("/{video_id}")
    VideoView get(Caller caller, @PathVariable("video_id") String id) {
        var job = job(jobs, caller.userId(), id);
        return VideoViews.view(job, translations.of(job));
    }

    @GetMapping("/{video_id}/status")
    VideoStatus status(Caller caller, @PathVariable("video_id") String id) {
        return board.status(job(jobs, caller.userId(), id));
    }

    @PostMapping("/{video_id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    VideoStatus cancel(Caller caller, @PathVariable("video_id") String id) {
        cancellation.cancel(job(jobs, caller.userId(), id).videoId());
        return status(caller, id);
    }

    @DeleteMapping("/{video_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable("video_id") String id) {
        var job = job(jobs, caller.userId(), id);
        cancellation.cancel(job.videoId());
        jobs.hide(job.videoId());
        cancellation.callOff(job.videoId());
    }

    /** Whatever is wrong with the id, it is the id of nothing that this user has. */
    static Job job(Jobs jobs, UserId owner, String id) {
        try {
            return jobs.find(new VideoId(id), owner).orElseThrow(() -> notFound(id));
        } catch (IllegalArgumentException notAnId) {
            throw notFound(id);
        }
    }

    static Job completed(Jobs jobs, UserId owner, String id) {
        var job = job(jobs, owner, id);
        if (job.status() != JobStatus.COMPLETED) {
            throw notCompleted(job);
        }
        return job;
    }

    static CodedException notCompleted(Job job) {
        return new CodedException(
                OrchestrationErrorCode.VIDEO_NOT_READY,
                "the video is %s (expected: completed)"
                        .formatted(job.status().name().toLowerCase(Locale.ROOT)));
    }

    static CodedException notFound(String id) {
        var shown = id.length() <= 64 ? id : id.substring(0, 64) + "…";
        return new CodedException(OrchestrationErrorCode.VIDEO_NOT_FOUND, "no video '%s'".formatted(shown));
    }

    private static JobStatus status(String name) {
        return Arrays.stream(JobStatus.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> CodedException.ofField(
                        CommonErrorCode.FIELD_INVALID,
                        "/status",
                        "unknown (expected: pending, processing, completed, failed or cancelled)"));
    }
}
