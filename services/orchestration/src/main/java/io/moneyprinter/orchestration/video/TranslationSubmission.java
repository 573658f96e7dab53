package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.orchestration.TranslationOrder;
import io.moneyprinter.contracts.orchestration.VideoTranslations;
import io.moneyprinter.orchestration.edit.Revision;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.Results;
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
 * Accepts translations, all of an order or none. Each is a video of its own that begins with the pictures of the
 * original: they are copied in the transaction that accepts it, so that none of them is looked for, or paid for, again.
 */
@Component
class TranslationSubmission {

    private final TranslationCheck check;
    private final IdempotencyKeys keys;
    private final Jobs jobs;
    private final Results results;
    private final Takeover takeover;
    private final Submission submission;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JsonMapper json = Json.strict();

    TranslationSubmission(
            TranslationCheck check,
            Jobs jobs,
            Results results,
            Takeover takeover,
            Submission submission,
            DataSource dataSource,
            Clock clock) {
        this.check = check;
        this.keys = new IdempotencyKeys("orchestration", dataSource, clock);
        this.jobs = jobs;
        this.results = results;
        this.takeover = takeover;
        this.submission = submission;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.clock = clock;
    }

    Accepted accept(UserId user, String id, TranslationOrder order, @Nullable IdempotencyKey key) {
        var digest = Digests.of("translations", id, json.writeValueAsString(order));
        if (key != null) {
            var before = keys.answer(user, key, digest, VideoTranslations.class);
            if (before.isPresent()) {
                return new Accepted(before.get(), true);
            }
        }
        var original = VideoController.completed(jobs, user, id);
        var variants = check.variants(user, original, Comparing.cut(results, original), order);
        var accepted = Objects.requireNonNull(transaction.execute(_ -> store(original, variants, key, digest)));
        if (!accepted.replayed()) {
            accepted.response().translations().forEach(each -> submission.handOver(each.videoId()));
        }
        return accepted;
    }

    private Accepted store(Job original, List<Variant> variants, @Nullable IdempotencyKey key, String digest) {
        var translations =
                variants.stream().map(variant -> job(original, variant)).toList();
        var response = new VideoTranslations(
                original.videoId(),
                translations.stream().map(VideoViews::translation).toList());
        if (key != null && !keys.take(original.userId(), key, digest, response)) {
            return new Accepted(
                    keys.answer(original.userId(), key, digest, VideoTranslations.class)
                            .orElseThrow(),
                    true);
        }
        for (var index = 0; index < variants.size(); index++) {
            store(translations.get(index), variants.get(index));
        }
        return new Accepted(response, false);
    }

    private void store(Job job, Variant variant) {
        jobs.insert(job);
        switch (variant.words()) {
            case Variant.Asked(var input) -> takeover.prepare(job, input, variant.pictures());
            case Variant.Given(var content) -> {
                jobs.describe(job.videoId(), content);
                var takes = variant.pictures().stream()
                        .map(picture -> new Revision.Take(null, picture))
                        .toList();
                takeover.prepare(job, new Revision(variant.request(), content, takes));
            }
        }
    }

    private Job job(Job original, Variant variant) {
        var id = Submission.newId();
        var title = switch (variant.words()) {
            case Variant.Asked _ -> original.title();
            case Variant.Given(var content) -> content.title();
        };
        return Job.accepted(
                id,
                original.userId(),
                title,
                variant.request(),
                // The same by chance as before, so that it looks and sounds the same.
                original.seed(),
                variant.estimate(),
                variant.estimate().language(),
                original.lineage().translated(original.videoId(), id),
                clock.instant());
    }

    /** @param replayed whether the answer was given before, to the same request */
    record Accepted(VideoTranslations response, boolean replayed) {}
}
