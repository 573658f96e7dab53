package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.content.ContentEstimate;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.orchestration.VideoResponse;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.orchestration.job.Inputs;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.Lineage;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.orchestration.job.UnitKey;
import io.moneyprinter.orchestration.job.Units;
import io.moneyprinter.orchestration.progress.ProgressBroadcast;
import io.moneyprinter.orchestration.progress.StatusBoard;
import io.moneyprinter.orchestration.progress.Weights;
import io.moneyprinter.orchestration.step.ScriptLengths;
import io.moneyprinter.orchestration.workflow.WorkflowEngine;
import io.moneyprinter.service.idempotency.IdempotencyKey;
import io.moneyprinter.service.idempotency.IdempotencyKeys;
import io.moneyprinter.service.store.Digests;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
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

/** Accepts videos. What has been accepted is made, whatever happens to the process. */
@Component
class Submission {

    private static final Logger log = LoggerFactory.getLogger(Submission.class);

    private final Feasibility feasibility;
    private final IdempotencyKeys keys;
    private final Jobs jobs;
    private final Units units;
    private final Inputs inputs;
    private final ScriptLengths lengths;
    private final Takeover takeover;
    private final StatusBoard board;
    private final ProgressBroadcast broadcast;
    private final WorkflowEngine engine;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;
    private final SecureRandom seeds = new SecureRandom();

    Submission(
            Feasibility feasibility,
            Jobs jobs,
            Units units,
            Inputs inputs,
            ScriptLengths lengths,
            Takeover takeover,
            StatusBoard board,
            ProgressBroadcast broadcast,
            WorkflowEngine engine,
            DataSource dataSource,
            JsonMapper json,
            Clock clock) {
        this.feasibility = feasibility;
        this.keys = new IdempotencyKeys("orchestration", dataSource, clock);
        this.jobs = jobs;
        this.units = units;
        this.inputs = inputs;
        this.lengths = lengths;
        this.takeover = takeover;
        this.board = board;
        this.broadcast = broadcast;
        this.engine = engine;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.json = json;
        this.clock = clock;
    }

    Accepted accept(UserId user, VideoRequest request, @Nullable IdempotencyKey key) {
        var digest = Digests.of(json.writeValueAsString(request));
        if (key != null) {
            var before = keys.answer(user, key, digest, VideoResponse.class);
            if (before.isPresent()) {
                return new Accepted(before.get(), true);
            }
        }
        var feasible = feasibility.check(user, request);
        var job = job(user, feasible.request(), feasible.estimate());
        var response = new VideoResponse(
                job.videoId(), job.status(), job.createdAt().plus(board.expected(job.request(), job.estimate())));
        var accepted =
                Objects.requireNonNull(transaction.execute(_ -> store(job, feasible.voice(), response, key, digest)));
        if (!accepted.replayed()) {
            handOver(job.videoId());
        }
        return accepted;
    }

    private Accepted store(
            Job job, @Nullable Voice voice, VideoResponse response, @Nullable IdempotencyKey key, String digest) {
        if (key != null && !keys.take(job.userId(), key, digest, response)) {
            return new Accepted(
                    keys.answer(job.userId(), key, digest, VideoResponse.class).orElseThrow(), true);
        }
        jobs.insert(job);
        var draft = job.request().draft() == null ? null : job.estimate().content();
        if (draft != null) {
            takeover.prepare(job, draft);
            return new Accepted(response, false);
        }
        var script = new UnitKey(job.videoId(), StepKind.CONTENT, 0);
        units.add(script, Weights.content(job.request()));
        if (voice != null) {
            inputs.store(
                    script, lengths.script(job.request(), voice, job.estimate().language()));
        }
        return new Accepted(response, false);
    }

    /** Has it begun, now or at the latest in a few seconds. */
    void handOver(VideoId id) {
        try {
            engine.start(id);
        } catch (RuntimeException e) {
            log.warn("{} is accepted and will be begun later: {}", id, e.toString());
        }
        broadcast.changed(id);
    }

    private Job job(UserId user, VideoRequest request, ContentEstimate estimate) {
        var now = clock.instant();
        var id = newId();
        return new Job(
                id,
                user,
                Objects.requireNonNullElse(request.title(), estimate.title()).strip(),
                request,
                seeds.nextLong(),
                JobStatus.PENDING,
                0,
                estimate,
                estimate.language(),
                null,
                List.of(),
                List.of(),
                null,
                null,
                Lineage.first(id),
                now,
                null,
                null,
                now);
    }

    static VideoId newId() {
        return new VideoId(UUID.randomUUID().toString().replace("-", ""));
    }

    /** @param replayed whether the answer was given before, to the same request */
    record Accepted(VideoResponse response, boolean replayed) {}
}
