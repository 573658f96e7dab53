package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.TranslatedScript;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.video.RenderPlan;
import io.moneyprinter.orchestration.job.CardTexts;
import io.moneyprinter.orchestration.job.Film;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.orchestration.job.UnitKey;
import io.moneyprinter.orchestration.job.Units;
import io.moneyprinter.orchestration.progress.Weights;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What follows from a result, in the transaction that records it: further pieces of work, or the end of it all. */
@Component
public class Consequences {

    private final Jobs jobs;
    private final Units units;
    private final Results results;

    Consequences(Jobs jobs, Units units, Results results) {
        this.jobs = jobs;
        this.units = units;
        this.results = results;
    }

    /** False when the result comes too late: nobody wants it any more. */
    public boolean draw(Job job, Object result) {
        return switch (result) {
            case GeneratedContent content -> {
                jobs.describe(job.videoId(), content);
                addSentences(job, content);
                yield true;
            }
            case TranslatedScript translated -> {
                jobs.revise(job.videoId(), CardTexts.with(job.request(), translated.texts()));
                yield draw(job, translated.content());
            }
            case RenderPlan plan -> {
                addPieces(job, plan);
                yield true;
            }
            case Film film -> jobs.complete(job.videoId(), film);
            default -> true;
        };
    }

    private void addSentences(Job job, GeneratedContent content) {
        var index = 0;
        for (var sentence : content.sentences()) {
            add(job, StepKind.SPEECH, index, Weights.speech(sentence.text()));
            if (job.produces() == Produce.VIDEO) {
                add(job, StepKind.SHOT, index, Weights.SHOT);
            }
            index++;
        }
        add(job, StepKind.PLAN, 0, Weights.PLAN);
    }

    private void addPieces(Job job, RenderPlan plan) {
        var seconds = plan.duration().toMillis() / 1e3;
        switch (job.produces()) {
            case VIDEO -> addPictures(job, plan, seconds);
            case AUDIO -> {
                add(job, StepKind.MIX, 0, Weights.mix(seconds));
                add(job, StepKind.SOUND, 0, Weights.sound(seconds));
            }
            case CAPTIONS -> {}
        }
        add(job, StepKind.FINISH, 0, Weights.FINISH);
    }

    private void addPictures(Job job, RenderPlan plan, double seconds) {
        var canvas = Weights.canvas(job.request());
        var there = rendered(job);
        for (var chunk : plan.chunks()) {
            var weight = there.contains(chunk.key()) ? 0 : Weights.chunk(chunk.frames(), canvas);
            add(job, StepKind.CHUNK, chunk.index(), Math.max(Weights.NOTHING, weight));
        }
        add(job, StepKind.MIX, 0, Weights.mix(seconds));
        add(job, StepKind.JOIN, 0, Weights.JOIN);
        add(job, StepKind.OPTIMISE, 0, Weights.optimise(seconds));
        add(job, StepKind.THUMBNAIL, 0, Weights.THUMBNAIL);
        add(job, StepKind.PREVIEW, 0, Weights.preview(seconds));
    }

    /** What the version has rendered that this one was made from. */
    private Set<ObjectKey> rendered(Job job) {
        var parent = job.lineage().parentId();
        if (parent == null) {
            return Set.of();
        }
        return results.find(new UnitKey(parent, StepKind.PLAN, 0), RenderPlan.class).stream()
                .flatMap(plan -> plan.chunks().stream())
                .map(RenderPlan.Chunk::key)
                .collect(Collectors.toSet());
    }

    private void add(Job job, StepKind kind, int index, double weight) {
        units.add(new UnitKey(job.videoId(), kind, index), weight);
    }
}
