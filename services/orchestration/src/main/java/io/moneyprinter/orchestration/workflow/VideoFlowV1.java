package io.moneyprinter.orchestration.workflow;

import static io.moneyprinter.orchestration.job.StepKind.CHUNK;
import static io.moneyprinter.orchestration.job.StepKind.CONTENT;
import static io.moneyprinter.orchestration.job.StepKind.FINISH;
import static io.moneyprinter.orchestration.job.StepKind.JOIN;
import static io.moneyprinter.orchestration.job.StepKind.MIX;
import static io.moneyprinter.orchestration.job.StepKind.OPTIMISE;
import static io.moneyprinter.orchestration.job.StepKind.PLAN;
import static io.moneyprinter.orchestration.job.StepKind.PREVIEW;
import static io.moneyprinter.orchestration.job.StepKind.SHOT;
import static io.moneyprinter.orchestration.job.StepKind.SOUND;
import static io.moneyprinter.orchestration.job.StepKind.SPEECH;
import static io.moneyprinter.orchestration.job.StepKind.THUMBNAIL;

import dev.dbos.transact.DBOS;
import dev.dbos.transact.StartWorkflowOptions;
import dev.dbos.transact.workflow.Workflow;
import dev.dbos.transact.workflow.WorkflowClassName;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.orchestration.job.UnitKey;
import io.moneyprinter.orchestration.step.Steps;
import io.moneyprinter.orchestration.step.Verdict;
import io.moneyprinter.orchestration.step.Waiting;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The order of the work. Every call of {@link #step} is recorded by the engine and not made again after a crash.
 *
 * <p>The engine's own way of waiting for a child looks once a second and waits for ever for a child that was given
 * up; here the parent waits for the recorded state of the pieces instead.
 */
@WorkflowClassName("video")
public final class VideoFlowV1 implements VideoFlow {

    /** Restarts do not use a workflow up: how often work may die is counted in the ledger. */
    private static final int RECOVERIES = 100_000;

    private static final int ANNOUNCEMENTS = 20;
    private static final Duration ANNOUNCEMENT_PAUSE = Duration.ofSeconds(3);

    private final DBOS dbos;
    private final Steps steps;
    private final Waiting waiting;
    private final Ending ending;
    private final String executor;
    private @Nullable VideoFlow self;

    VideoFlowV1(DBOS dbos, Steps steps, Waiting waiting, Ending ending, String executor) {
        this.dbos = dbos;
        this.steps = steps;
        this.waiting = waiting;
        this.ending = ending;
        this.executor = executor;
    }

    /** The engine's view of this object, through which children are started. */
    void through(VideoFlow proxy) {
        this.self = proxy;
    }

    @Override
    @Workflow(name = "video.produce.v1", maxRecoveryAttempts = RECOVERIES)
    public String produce(String id) {
        return toTheEnd(new VideoId(id), this::film);
    }

    @Override
    @Workflow(name = "video.narrate.v1", maxRecoveryAttempts = RECOVERIES)
    public String narrate(String id) {
        return toTheEnd(new VideoId(id), this::narration);
    }

    private String toTheEnd(VideoId id, Function<VideoId, Verdict> work) {
        var verdict = work.apply(id);
        if (verdict == Verdict.FAILED) {
            step("give up", () -> ending.giveUp(id));
        }
        announce(id);
        return verdict.name();
    }

    private Verdict film(VideoId id) {
        var planned = plan(id, EnumSet.of(SPEECH, SHOT));
        return planned == Verdict.DONE ? render(id) : planned;
    }

    /** @param kinds what each sentence needs */
    private Verdict plan(VideoId id, EnumSet<StepKind> kinds) {
        var begun = step("begin", () -> ending.begin(id));
        var scripted = begun == Verdict.DONE ? attempts(new UnitKey(id, CONTENT, 0)) : begun;
        if (scripted != Verdict.DONE) {
            return scripted;
        }
        var sentences = count(id, SPEECH);
        for (var sentence = 0; sentence < sentences; sentence++) {
            fan(id, SPEECH, sentence, Queues.SPEECH);
            if (kinds.contains(SHOT)) {
                fan(id, SHOT, sentence, Queues.MATERIALS);
            }
        }
        var gathered = gather(id, kinds);
        return gathered == Verdict.DONE ? attempts(new UnitKey(id, PLAN, 0)) : gathered;
    }

    private Verdict narration(VideoId id) {
        var planned = plan(id, EnumSet.of(SPEECH));
        if (planned != Verdict.DONE) {
            return planned;
        }
        for (var kind : List.of(MIX, SOUND)) {
            if (count(id, kind) == 0) {
                // Only captions were asked for.
                continue;
            }
            fan(id, kind, 0, Queues.RENDER);
            var made = join(id, EnumSet.of(kind));
            if (made != Verdict.DONE) {
                return made;
            }
        }
        return attempts(new UnitKey(id, FINISH, 0));
    }

    /** A voice that takes over speaks again what others have spoken; what is not finished yet takes it by itself. */
    private Verdict gather(VideoId id, EnumSet<StepKind> kinds) {
        var seen = 0;
        while (true) {
            var generation = seen;
            var gathered = step("join " + kinds, () -> waiting.forAll(id, kinds, generation));
            if (gathered != Verdict.AGAIN) {
                return gathered;
            }
            var again = dbos.runStep(() -> waiting.again(id, SPEECH, generation), "speak again");
            // Nothing when the video was deleted meanwhile, which is found out above.
            for (var piece : again.isEmpty() ? new String[0] : again.split(" ")) {
                var numbers = piece.split("/");
                fan(new UnitKey(id, SPEECH, Integer.parseInt(numbers[1])), "/" + numbers[0], Queues.SPEECH);
                seen = Math.max(seen, Integer.parseInt(numbers[0]));
            }
        }
    }

    private Verdict render(VideoId id) {
        var chunks = count(id, CHUNK);
        fan(id, MIX, 0, Queues.RENDER);
        for (var chunk = 0; chunk < chunks; chunk++) {
            fan(id, CHUNK, chunk, Queues.RENDER);
        }
        var rendered = join(id, EnumSet.of(CHUNK, MIX));
        if (rendered != Verdict.DONE) {
            return rendered;
        }
        var joined = attempts(new UnitKey(id, JOIN, 0));
        if (joined != Verdict.DONE) {
            return joined;
        }
        fan(id, OPTIMISE, 0, Queues.RENDER);
        fan(id, THUMBNAIL, 0, Queues.RENDER);
        fan(id, PREVIEW, 0, Queues.RENDER);
        var derived = join(id, EnumSet.of(OPTIMISE, THUMBNAIL, PREVIEW));
        return derived == Verdict.DONE ? attempts(new UnitKey(id, FINISH, 0)) : derived;
    }

    @Override
    @Workflow(name = "video.unit.v1", maxRecoveryAttempts = RECOVERIES)
    public String unit(String videoId, String kind, int index) {
        return attempts(new UnitKey(new VideoId(videoId), StepKind.of(kind), index))
                .name();
    }

    /** A recorded step for each attempt and for each pause in between. */
    private Verdict attempts(UnitKey key) {
        for (var attempt = 1; ; attempt++) {
            var number = attempt;
            var name = key.kind().id() + "#" + attempt;
            var verdict = step(name, () -> steps.attempt(key, number, executor));
            if (verdict != Verdict.RETRY) {
                return verdict;
            }
            var waited = step(name + " pause", () -> waiting.forRetry(key));
            if (waited != Verdict.DONE) {
                return waited;
            }
        }
    }

    private void announce(VideoId id) {
        for (var attempt = 1; attempt <= ANNOUNCEMENTS; attempt++) {
            if (step("announce#" + attempt, () -> ending.announce(id)) == Verdict.DONE) {
                return;
            }
            dbos.sleep(ANNOUNCEMENT_PAUSE);
        }
    }

    private int count(VideoId id, StepKind kind) {
        return dbos.runStep(() -> waiting.count(id, kind), "count " + kind.id());
    }

    private Verdict join(VideoId id, EnumSet<StepKind> kinds) {
        return step("join " + kinds, () -> waiting.forAll(id, kinds, 0));
    }

    private void fan(VideoId id, StepKind kind, int index, String queue) {
        fan(new UnitKey(id, kind, index), "", queue);
    }

    /** @param suffix tells workflows apart that make the same piece one after another */
    private void fan(UnitKey key, String suffix, String queue) {
        var flow = self;
        if (flow == null) {
            throw new IllegalStateException("no proxy (expected: one before the engine is launched)");
        }
        dbos.startWorkflow(
                () -> flow.unit(key.videoId().value(), key.kind().id(), key.index()),
                new StartWorkflowOptions(key + suffix).withQueue(queue));
    }

    private Verdict step(String name, Supplier<Verdict> body) {
        return Verdict.valueOf(dbos.runStep(() -> body.get().name(), name));
    }
}
