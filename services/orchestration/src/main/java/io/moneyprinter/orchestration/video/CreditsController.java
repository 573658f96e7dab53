package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.service.identity.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whose pictures a completed video shows, as those who made them ask to be named. */
@RestController
class CreditsController {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final String NONE = "None of its pictures asks for a credit.";

    private final Jobs jobs;
    private final Results results;

    CreditsController(Jobs jobs, Results results) {
        this.jobs = jobs;
        this.results = results;
    }

    /** The title, and below it one line for each credit, in the order in which the pictures are seen. */
    @GetMapping(VideoViews.PATH + "/{video_id}/credits.txt")
    ResponseEntity<byte[]> credits(Caller caller, @PathVariable("video_id") String id) {
        var job = VideoController.completed(jobs, caller.userId(), id);
        if (job.produces() != Produce.VIDEO) {
            throw VideoFilesController.notProduced(job, "picture to give a credit for");
        }
        var credits = results.all(job.videoId(), StepKind.SHOT, Shot.class).stream()
                .map(Shot::attribution)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
        var text = "%s\n\n%s\n".formatted(job.title(), credits.isEmpty() ? NONE : credits);
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header("X-Content-Type-Options", "nosniff")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
