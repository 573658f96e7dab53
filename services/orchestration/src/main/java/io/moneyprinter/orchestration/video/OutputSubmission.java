package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.OutputId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.orchestration.ExtractOrder;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.VideoOutput;
import io.moneyprinter.contracts.video.ConversionRequest;
import io.moneyprinter.contracts.video.ConversionSettings;
import io.moneyprinter.contracts.video.VideoRendering;
import io.moneyprinter.orchestration.OrchestrationErrorCode;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.Outputs;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.orchestration.progress.Weights;
import io.moneyprinter.orchestration.workflow.WorkflowEngine;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.idempotency.IdempotencyKey;
import io.moneyprinter.service.idempotency.IdempotencyKeys;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.service.store.Digests;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Accepts further files of finished videos. What was asked for in the same words before is the same file, whether it is
 * there or still being made; only what has failed is begun anew.
 */
@Component
class OutputSubmission {

    private static final Logger log = LoggerFactory.getLogger(OutputSubmission.class);

    private final VideoRequestCheck check;
    private final IdempotencyKeys keys;
    private final Jobs jobs;
    private final Outputs outputs;
    private final Results results;
    private final OutputViews views;
    private final VideoRendering rendering;
    private final WorkflowEngine engine;
    private final TransactionTemplate transaction;
    private final JsonMapper json = Json.strict();

    OutputSubmission(
            VideoRequestCheck check,
            Jobs jobs,
            Outputs outputs,
            Results results,
            OutputViews views,
            VideoRendering rendering,
            WorkflowEngine engine,
            DataSource dataSource,
            Clock clock) {
        this.check = check;
        this.keys = new IdempotencyKeys("orchestration", dataSource, clock);
        this.jobs = jobs;
        this.outputs = outputs;
        this.results = results;
        this.views = views;
        this.rendering = rendering;
        this.engine = engine;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    Accepted convert(UserId user, String id, ConversionSettings wanted, @Nullable IdempotencyKey key) {
        return accept(user, id, StepKind.CONVERSION, wanted, key, job -> {
            var plan = results.plan(job.videoId());
            var canvas = Weights.canvas(job.request());
            rendering.conversion(new ConversionRequest(user, job.videoId(), plan.plan(), wanted));
            return new Work(wanted, Weights.conversion(wanted, plan.frames(), canvas));
        });
    }

    Accepted extract(UserId user, String id, ExtractOrder wanted, @Nullable IdempotencyKey key) {
        return accept(user, id, StepKind.EXTRACT, wanted, key, job -> new Work(wanted.extract(), Weights.EXTRACT));
    }

    private Accepted accept(
            UserId user, String id, StepKind kind, Object request, @Nullable IdempotencyKey key, Preparation work) {
        var digest = Digests.of(kind.id(), id, json.writeValueAsString(request));
        if (key != null) {
            var before = keys.answer(user, key, digest, VideoOutput.class);
            if (before.isPresent()) {
                return new Accepted(before.get(), true);
            }
        }
        var job = VideoController.job(jobs, user, id);
        if (job.status() != JobStatus.COMPLETED) {
            throw notReady(job);
        }
        check.constraints(request).throwIfAny();
        var prepared = work.of(job);
        var accepted = Objects.requireNonNull(transaction.execute(_ -> store(job, kind, prepared, key, digest)));
        if (!accepted.replayed()) {
            handOver(job, kind, accepted.output().id());
        }
        return accepted;
    }

    private Accepted store(Job job, StepKind kind, Work work, @Nullable IdempotencyKey key, String digest) {
        if (!jobs.holdCompleted(job.videoId())) {
            throw VideoController.notFound(job.videoId().value());
        }
        if (outputs.same(job.videoId(), kind, digest).isEmpty()) {
            var id = new OutputId(UUID.randomUUID().toString().replace("-", ""));
            outputs.add(id, job.videoId(), kind, digest, work.request(), work.weight());
        }
        var view = views.view(outputs.same(job.videoId(), kind, digest).orElseThrow());
        if (key != null && !keys.take(job.userId(), key, digest, view)) {
            var before = keys.answer(job.userId(), key, digest, VideoOutput.class);
            return new Accepted(before.orElseThrow(), true);
        }
        return new Accepted(view, false);
    }

    /** Has it begun, now or at the latest in a few seconds; what has begun goes on. */
    private void handOver(Job job, StepKind kind, OutputId id) {
        outputs.find(job.videoId(), kind, id)
                .filter(output -> output.unit().open())
                .ifPresent(output -> {
                    try {
                        engine.start(output.key());
                    } catch (RuntimeException e) {
                        log.warn("{} is accepted and will be begun later: {}", output.key(), e.toString());
                    }
                });
    }

    private static CodedException notReady(Job job) {
        return new CodedException(
                OrchestrationErrorCode.VIDEO_NOT_READY,
                "the video is %s (expected: completed; its status says when that should be)"
                        .formatted(job.status().name().toLowerCase(Locale.ROOT)));
    }

    private interface Preparation {

        /** Refuses what could not be done with this video. */
        Work of(Job job);
    }

    /** @param request what the piece of work has to know */
    private record Work(Object request, double weight) {}

    /** @param replayed whether the answer was given before under the same key */
    record Accepted(VideoOutput output, boolean replayed) {}
}
