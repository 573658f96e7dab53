package io.moneyprinter.orchestration.progress;

import io.moneyprinter.contracts.content.ContentEstimate;
import io.moneyprinter.contracts.orchestration.JobError;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.ProcessingStage;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.orchestration.VideoStatus;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.Stage;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.orchestration.job.Unit;
import io.moneyprinter.orchestration.job.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says how far a video is, from what is recorded of its pieces. */
@Component
public class StatusBoard {

    private final Jobs jobs;
    private final Units units;
    private final Pace pace;
    private final Clock clock;

    StatusBoard(Jobs jobs, Units units, Pace pace, Clock clock) {
        this.jobs = jobs;
        this.units = units;
        this.pace = pace;
        this.clock = clock;
    }

    /** How long a video should take of which nothing is done yet. */
    public Duration expected(VideoRequest request, ContentEstimate estimate) {
        return expected(request, estimate, Map.of());
    }

    /** @param known weights of stages whose pieces are known already */
    public Duration expected(VideoRequest request, ContentEstimate estimate, Map<Stage, Double> known) {
        var stages = Stage.of(request.produced()).stream()
                .map(stage -> new StageWork(
                        stage,
                        known.getOrDefault(stage, Weights.expected(stage, request, estimate)),
                        0,
                        false,
                        Duration.ZERO))
                .toList();
        return new Forecast(stages, pace.rates()).until(Stage.FINALISE);
    }

    public VideoStatus status(Job job) {
        var pieces = units.of(job.videoId());
        var work = work(job, pieces);
        var forecast = new Forecast(work, pace.rates());
        var now = clock.instant();
        return new VideoStatus(
                job.videoId(),
                job.status(),
                Math.max(job.progress(), percent(job, work)),
                work.stream()
                        .map(stage -> view(job, stage, of(pieces, stage.stage()), forecast, now))
                        .toList(),
                job.status().terminal() ? null : now.plus(forecast.until(Stage.FINALISE)),
                job.error());
    }

    /** How long a piece that is made by itself will still take, at the pace of rendering here. */
    public Duration remaining(Unit unit) {
        var expected = unit.weight() * pace.rates().getOrDefault(Stage.RENDER, 1.0);
        var busy = unit.startedAt() == null ? Duration.ZERO : Duration.between(unit.startedAt(), clock.instant());
        // It takes longer than was to be expected: how much longer, nobody knows.
        return Duration.ofMillis(Math.round(Math.max(1e3 * expected - busy.toMillis(), 100 * expected)));
    }

    /** Why the latest attempt failed, and when it is tried again. */
    public @Nullable JobError error(Unit unit) {
        return described(unit, clock.instant());
    }

    /** Keeps what has been reached. */
    public void record(Job job) {
        jobs.advance(job.videoId(), percent(job, work(job, units.of(job.videoId()))));
    }

    /** Learns from a finished video how fast this installation is. */
    public void learn(Job job) {
        // Most of it was there already, so its pace says nothing of others.
        if (!job.lineage().derived()) {
            work(job, units.of(job.videoId())).stream()
                    // Without pictures these stages are something else.
                    .filter(work -> job.produces() == Produce.VIDEO
                            || work.stage() == Stage.SCRIPT
                            || work.stage() == Stage.SPEECH)
                    .forEach(pace::learn);
        }
    }

    private static int percent(Job job, List<StageWork> work) {
        if (job.status() == JobStatus.COMPLETED) {
            return 100;
        }
        var total = work.stream().mapToDouble(StageWork::total).sum();
        var done = work.stream().mapToDouble(StageWork::done).sum();
        return (int) Math.min(99, Math.floor(100 * done / total));
    }

    private List<StageWork> work(Job job, List<Unit> pieces) {
        var now = clock.instant();
        return Stage.of(job.produces()).stream()
                .map(stage -> work(job, stage, of(pieces, stage), now))
                .toList();
    }

    private static StageWork work(Job job, Stage stage, List<Unit> pieces, Instant now) {
        var known = pieces.stream().mapToDouble(Unit::weight).sum();
        var done = pieces.stream()
                .filter(unit -> unit.state() == Unit.State.DONE)
                .mapToDouble(Unit::weight)
                .sum();
        var planned = pieces.stream().anyMatch(unit -> unit.key().kind() == last(stage, job.produces()));
        var complete = planned && pieces.stream().allMatch(unit -> unit.state() == Unit.State.DONE);
        var total = planned ? known : Math.max(known, Weights.expected(stage, job.request(), job.estimate()));
        var began = began(pieces);
        var until = complete ? Objects.requireNonNullElse(ended(pieces), now) : now;
        return new StageWork(
                stage,
                total,
                done,
                complete,
                began == null || until.isBefore(began) ? Duration.ZERO : Duration.between(began, until));
    }

    /** When this kind of piece is known, all pieces of the stage are. */
    private static StepKind last(Stage stage, Produce produce) {
        return switch (stage) {
            case SCRIPT -> StepKind.CONTENT;
            case SPEECH -> StepKind.SPEECH;
            case MATERIALS -> StepKind.SHOT;
            case RENDER ->
                switch (produce) {
                    case VIDEO -> StepKind.JOIN;
                    case AUDIO -> StepKind.MIX;
                    case CAPTIONS -> StepKind.PLAN;
                };
            case FINALISE -> StepKind.FINISH;
        };
    }

    private static ProcessingStage view(Job job, StageWork work, List<Unit> pieces, Forecast forecast, Instant now) {
        var status = status(job, work, pieces);
        var running = status == JobStatus.PENDING || status == JobStatus.PROCESSING;
        return new ProcessingStage(
                work.stage().id(),
                status,
                work.percent(),
                began(pieces),
                work.complete() ? ended(pieces) : null,
                error(pieces, now),
                provider(pieces),
                note(pieces),
                running && !job.status().terminal() ? now.plus(forecast.until(work.stage())) : null);
    }

    private static JobStatus status(Job job, StageWork work, List<Unit> pieces) {
        if (work.complete()) {
            return JobStatus.COMPLETED;
        }
        if (pieces.stream().anyMatch(unit -> unit.state() == Unit.State.FAILED)) {
            return JobStatus.FAILED;
        }
        if (job.status() == JobStatus.CANCELLED) {
            return JobStatus.CANCELLED;
        }
        if (began(pieces) == null) {
            return JobStatus.PENDING;
        }
        return job.status().terminal() ? JobStatus.CANCELLED : JobStatus.PROCESSING;
    }

    private static @Nullable JobError error(List<Unit> pieces, Instant now) {
        return pieces.stream()
                .filter(unit -> unit.error() != null)
                .max(Comparator.comparing((Unit unit) -> unit.state() == Unit.State.FAILED)
                        .thenComparing(Unit::attempt))
                .map(unit -> described(unit, now))
                .orElse(null);
    }

    private static @Nullable JobError described(Unit unit, Instant now) {
        var error = unit.error();
        if (error == null || unit.retryAt() == null) {
            return error;
        }
        var wait = Duration.between(now, unit.retryAt());
        return new JobError(
                error.code(),
                "%s (attempt %d failed, retrying in %d s)"
                        .formatted(error.detail(), unit.attempt(), Math.max(0, (wait.toMillis() + 999) / 1000)));
    }

    private static @Nullable String provider(List<Unit> pieces) {
        var names = pieces.stream()
                .map(Unit::provider)
                .filter(Objects::nonNull)
                .flatMap(provider -> Arrays.stream(provider.split(", ")))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    private static @Nullable String note(List<Unit> pieces) {
        var notes = pieces.stream()
                .map(Unit::note)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
        return notes.isEmpty() ? null : notes;
    }

    private static @Nullable Instant began(List<Unit> pieces) {
        return pieces.stream()
                .map(Unit::startedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant ended(List<Unit> pieces) {
        return pieces.stream()
                .map(Unit::finishedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<Unit> of(List<Unit> pieces, Stage stage) {
        return pieces.stream()
                .filter(unit -> unit.key().kind().stage() == stage)
                .toList();
    }
}
