package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ContentEstimate;
import io.moneyprinter.contracts.orchestration.Edit;
import io.moneyprinter.contracts.orchestration.EditRequest;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.VideoResponse;
import io.moneyprinter.orchestration.edit.Revision;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.Lineage;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.orchestration.job.Versions;
import io.moneyprinter.orchestration.progress.StatusBoard;
import io.moneyprinter.orchestration.video.Submission.Accepted;
import io.moneyprinter.service.idempotency.IdempotencyKey;
import io.moneyprinter.service.idempotency.IdempotencyKeys;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.service.store.Digests;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Accepts edits. A new version begins with all that the edits leave alone, finished: the pieces are copied in the
 * transaction that accepts it, so that none of them is ever done, or paid for, again.
 */
@Component
class EditSubmission {

    private final EditCheck check;
    private final IdempotencyKeys keys;
    private final Jobs jobs;
    private final Versions versions;
    private final Results results;
    private final Takeover takeover;
    private final StatusBoard board;
    private final Submission submission;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JsonMapper json = Json.strict();

    EditSubmission(
            EditCheck check,
            Jobs jobs,
            Versions versions,
            Results results,
            Takeover takeover,
            StatusBoard board,
            Submission submission,
            DataSource dataSource,
            Clock clock) {
        this.check = check;
        this.keys = new IdempotencyKeys("orchestration", dataSource, clock);
        this.jobs = jobs;
        this.versions = versions;
        this.results = results;
        this.takeover = takeover;
        this.board = board;
        this.submission = submission;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.clock = clock;
    }

    Accepted accept(UserId user, String id, EditRequest request, @Nullable IdempotencyKey key) {
        var digest = Digests.of("edits", id, json.writeValueAsString(request));
        if (key != null) {
            var before = keys.answer(user, key, digest, VideoResponse.class);
            if (before.isPresent()) {
                return new Accepted(before.get(), true);
            }
        }
        var parent = VideoController.completed(jobs, user, id);
        var revision = check.revise(user, Comparing.cut(results, parent), request);
        var accepted =
                Objects.requireNonNull(transaction.execute(_ -> store(parent, revision, request.edits(), key, digest)));
        if (!accepted.replayed()) {
            submission.handOver(accepted.response().videoId());
        }
        return accepted;
    }

    private Accepted store(
            Job parent, Revision revision, List<Edit> edits, @Nullable IdempotencyKey key, String digest) {
        var now = clock.instant();
        var id = Submission.newId();
        var weights = Takeover.weights(revision);
        var estimate = ContentEstimate.of(revision.content(), null);
        var expected = board.expected(revision.request(), estimate, weights);
        var response = new VideoResponse(id, JobStatus.PENDING, now.plus(expected));
        if (key != null && !keys.take(parent.userId(), key, digest, response)) {
            return new Accepted(
                    keys.answer(parent.userId(), key, digest, VideoResponse.class)
                            .orElseThrow(),
                    true);
        }
        var root = parent.lineage().rootId();
        var job = Job.accepted(
                id,
                parent.userId(),
                parent.title(),
                revision.request(),
                // The same by chance as before: else everything that is drawn or composed would change.
                parent.seed(),
                estimate,
                parent.language(),
                new Lineage(
                        root,
                        versions.next(root),
                        parent.videoId(),
                        edits,
                        results.plan(parent.videoId()).pacing().tempo(),
                        parent.lineage().original()),
                now);
        jobs.insert(job);
        jobs.describe(id, revision.content());
        takeover.prepare(job, revision);
        return new Accepted(response, false);
    }
}
