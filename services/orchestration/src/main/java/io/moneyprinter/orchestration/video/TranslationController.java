package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.orchestration.TranslationOrder;
import io.moneyprinter.contracts.orchestration.VideoTranslations;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.orchestration.job.Translations;
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

/** Finished videos in other languages. */
@RestController
@RequestMapping(VideoViews.PATH + "/{video_id}")
class TranslationController {

    private final TranslationSubmission submission;
    private final Jobs jobs;
    private final Translations translations;
    private final Results results;

    TranslationController(TranslationSubmission submission, Jobs jobs, Translations translations, Results results) {
        this.submission = submission;
        this.jobs = jobs;
        this.translations = translations;
        this.results = results;
    }

    @PostMapping("/translations")
    ResponseEntity<VideoTranslations> translate(
            Caller caller,
            @PathVariable("video_id") String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestBody TranslationOrder order) {
        var key = IdempotencyKey.ofHeader(idempotencyKey);
        var accepted = submission.accept(caller.userId(), id, order, key);
        var answer = ResponseEntity.accepted().location(URI.create(VideoViews.PATH + "/" + id + "/translations"));
        if (accepted.replayed()) {
            answer.header(IdempotencyKey.REPLAYED, "true");
        }
        return answer.body(accepted.response());
    }

    @GetMapping("/translations")
    VideoTranslations translations(Caller caller, @PathVariable("video_id") String id) {
        var job = VideoController.job(jobs, caller.userId(), id);
        return new VideoTranslations(
                job.videoId(),
                translations.of(job).stream().map(VideoViews::translation).toList());
    }

    /** What is spoken, as Markdown with each sentence in a line: what a translation by hand begins with. */
    @GetMapping(path = "/script.md", produces = "text/markdown;charset=UTF-8")
    String script(Caller caller, @PathVariable("video_id") String id) {
        var job = VideoController.completed(jobs, caller.userId(), id);
        return ScriptText.of(Comparing.cut(results, job).content());
    }
}
