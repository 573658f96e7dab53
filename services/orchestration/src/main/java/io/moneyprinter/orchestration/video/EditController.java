package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.orchestration.EditRequest;
import io.moneyprinter.contracts.orchestration.VersionComparison;
import io.moneyprinter.contracts.orchestration.VideoResponse;
import io.moneyprinter.contracts.orchestration.VideoVersions;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.Versions;
import io.moneyprinter.service.idempotency.IdempotencyKey;
import io.moneyprinter.service.identity.Caller;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Edits of finished videos, and the versions that come of them. */
@RestController
@RequestMapping(VideoViews.PATH + "/{video_id}")
class EditController {

    private final EditSubmission submission;
    private final Jobs jobs;
    private final Versions versions;
    private final Comparing comparing;

    EditController(EditSubmission submission, Jobs jobs, Versions versions, Comparing comparing) {
        this.submission = submission;
        this.jobs = jobs;
        this.versions = versions;
        this.comparing = comparing;
    }

    @PostMapping("/edits")
    ResponseEntity<VideoResponse> edit(
            Caller caller,
            @PathVariable("video_id") String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestBody EditRequest request) {
        var key = IdempotencyKey.ofHeader(idempotencyKey);
        var accepted = submission.accept(caller.userId(), id, request, key);
        var response = accepted.response();
        var answer = ResponseEntity.accepted().location(URI.create(VideoViews.PATH + "/" + response.videoId()));
        if (accepted.replayed()) {
            answer.header(IdempotencyKey.REPLAYED, "true");
        }
        return answer.body(response);
    }

    @GetMapping("/versions")
    VideoVersions versions(Caller caller, @PathVariable("video_id") String id) {
        var root = VideoController.job(jobs, caller.userId(), id).lineage().rootId();
        return new VideoVersions(
                root,
                versions.of(root, caller.userId()).stream()
                        .map(VideoViews::version)
                        .toList());
    }

    @GetMapping("/versions/{from}/compare/{to}")
    VersionComparison compare(
            Caller caller,
            @PathVariable("video_id") String id,
            @PathVariable("from") String from,
            @PathVariable("to") String to) {
        var root = VideoController.job(jobs, caller.userId(), id).lineage().rootId();
        return comparing.compare(versions.of(root, caller.userId()), from, to);
    }
}
