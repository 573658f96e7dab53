package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.OutputId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.orchestration.ExtractOrder;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.VideoOutput;
import io.moneyprinter.contracts.orchestration.VideoOutputs;
import io.moneyprinter.contracts.video.ConversionSettings;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.orchestration.OrchestrationErrorCode;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.Output;
import io.moneyprinter.orchestration.job.Outputs;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.orchestration.job.Unit;
import io.moneyprinter.orchestration.workflow.Cancellation;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.idempotency.IdempotencyKey;
import io.moneyprinter.service.identity.Caller;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
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

/** Further files of completed videos: conversions of the film, and extracts from it. */
@RestController
@RequestMapping(VideoViews.PATH + "/{video_id}")
class OutputController {

    private static final String EITHER = "/{collection:conversions|extracts}";
    private static final String ONE = EITHER + "/{output_id}";

    private final OutputSubmission submission;
    private final OutputViews views;
    private final Jobs jobs;
    private final Outputs outputs;
    private final Results results;
    private final FilmFiles files;
    private final Cancellation cancellation;

    OutputController(
            OutputSubmission submission,
            OutputViews views,
            Jobs jobs,
            Outputs outputs,
            Results results,
            FilmFiles files,
            Cancellation cancellation) {
        this.submission = submission;
        this.views = views;
        this.jobs = jobs;
        this.outputs = outputs;
        this.results = results;
        this.files = files;
        this.cancellation = cancellation;
    }

    /** Accepted with 202, or found finished with 200: the same settings are the same conversion. */
    @PostMapping("/conversions")
    ResponseEntity<VideoOutput> convert(
            Caller caller,
            @PathVariable("video_id") String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestBody ConversionSettings settings) {
        return answer(submission.convert(caller.userId(), id, settings, IdempotencyKey.ofHeader(idempotencyKey)));
    }

    /** Accepted with 202, or found finished with 200. */
    @PostMapping("/extracts")
    ResponseEntity<VideoOutput> extract(
            Caller caller,
            @PathVariable("video_id") String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestBody ExtractOrder order) {
        return answer(submission.extract(caller.userId(), id, order, IdempotencyKey.ofHeader(idempotencyKey)));
    }

    private static ResponseEntity<VideoOutput> answer(OutputSubmission.Accepted accepted) {
        var output = accepted.output();
        var finished = output.status() == JobStatus.COMPLETED;
        var answer = ResponseEntity.status(finished ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .location(URI.create(OutputViews.path(output)));
        if (accepted.replayed()) {
            answer.header(IdempotencyKey.REPLAYED, "true");
        }
        return answer.body(output);
    }

    @GetMapping(EITHER)
    VideoOutputs list(
            Caller caller, @PathVariable("video_id") String id, @PathVariable("collection") String collection) {
        var job = VideoController.job(jobs, caller.userId(), id);
        return new VideoOutputs(outputs.of(job.videoId(), kind(collection)).stream()
                .map(views::view)
                .toList());
    }

    @GetMapping(ONE)
    VideoOutput get(
            Caller caller,
            @PathVariable("video_id") String id,
            @PathVariable("collection") String collection,
            @PathVariable("output_id") String outputId) {
        return views.view(output(caller.userId(), id, collection, outputId));
    }

    @GetMapping(ONE + "/content")
    ResponseEntity<Resource> content(
            Caller caller,
            @PathVariable("video_id") String id,
            @PathVariable("collection") String collection,
            @PathVariable("output_id") String outputId,
            @RequestParam(required = false) @Nullable String download) {
        var output = output(caller.userId(), id, collection, outputId);
        var file = results.find(output.key(), Rendition.class)
                .orElseThrow(() -> new CodedException(
                        OrchestrationErrorCode.OUTPUT_NOT_READY,
                        "it is %s (expected: completed)"
                                .formatted(views.view(output).status().name().toLowerCase(Locale.ROOT))))
                .key();
        var name = VideoFilesController.name(VideoController.job(jobs, caller.userId(), id)) + views.suffix(output);
        return files.answer(file, FilmFiles.type(file), name, download);
    }

    /** Ends it if it is still being made. */
    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            Caller caller,
            @PathVariable("video_id") String id,
            @PathVariable("collection") String collection,
            @PathVariable("output_id") String outputId) {
        var output = output(caller.userId(), id, collection, outputId);
        outputs.remove(output.key());
        if (output.unit().state() == Unit.State.RUNNING) {
            cancellation.callOff(output.key().videoId());
        }
    }

    private Output output(UserId owner, String id, String collection, String outputId) {
        var job = VideoController.job(jobs, owner, id);
        try {
            return outputs.find(job.videoId(), kind(collection), new OutputId(outputId))
                    .orElseThrow(() -> notFound(collection));
        } catch (IllegalArgumentException notAnId) {
            throw notFound(collection);
        }
    }

    private static CodedException notFound(String collection) {
        return new CodedException(
                OrchestrationErrorCode.OUTPUT_NOT_FOUND,
                "no such %s (expected: an id as %s lists them)"
                        .formatted(collection.substring(0, collection.length() - 1), collection));
    }

    private static StepKind kind(String collection) {
        return collection.equals("conversions") ? StepKind.CONVERSION : StepKind.EXTRACT;
    }
}
