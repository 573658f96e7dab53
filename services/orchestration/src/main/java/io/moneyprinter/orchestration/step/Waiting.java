package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.orchestration.job.Unit;
import io.moneyprinter.orchestration.job.UnitKey;
import io.moneyprinter.orchestration.job.Units;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Waits for what happens to pieces of work, wherever they are done. Ends at once when the video is called off. */
@Component
public class Waiting {

    /** How often to look for what other processes have done. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Jobs jobs;
    private final Units units;
    private final Signals signals;
    private final RunningWork running;
    private final Outage outage;
    private final Clock clock;

    Waiting(Jobs jobs, Units units, Signals signals, RunningWork running, Outage outage, Clock clock) {
        this.jobs = jobs;
        this.units = units;
        this.signals = signals;
        this.running = running;
        this.outage = outage;
        this.clock = clock;
    }

    /**
     * Until all pieces of these kinds are done, or one of them has failed, or some are to be made again.
     *
     * @param generation up to which pieces that are to be made again have been seen to
     */
    public Verdict forAll(VideoId id, Set<StepKind> kinds, int generation) {
        return until(id, () -> jobs.active(id), () -> together(id, kinds, generation));
    }

    /** Pieces of a kind that are to be made again, as {@code generation/index} with a space between them. */
    public String again(VideoId id, StepKind kind, int generation) {
        return outage.outlast(() -> units.of(id).stream()
                .filter(unit -> unit.key().kind() == kind && unit.generation() > generation)
                .map(unit -> unit.generation() + "/" + unit.key().index())
                .sorted()
                .collect(Collectors.joining(" ")));
    }

    /** How many pieces of a kind there are. */
    public int count(VideoId id, StepKind kind) {
        return outage.outlast(() -> (int)
                units.of(id).stream().filter(unit -> unit.key().kind() == kind).count());
    }

    /** Until the next attempt is due. The time is recorded, so a restart in between does not begin the pause anew. */
    public Verdict forRetry(UnitKey key) {
        return until(key.videoId(), () -> units.wanted(key), () -> due(key));
    }

    private Verdict until(VideoId id, BooleanSupplier wanted, Look look) {
        while (true) {
            var ticket = signals.ticket(id);
            var seen = outage.outlast(() -> wanted.getAsBoolean() ? look.seen() : Seen.of(Verdict.STOPPED));
            if (seen.verdict() != null) {
                return seen.verdict();
            }
            try {
                ticket.await(seen.pause());
            } catch (InterruptedException e) {
                if (running.stopping()) {
                    return RunningWork.halt();
                }
            }
        }
    }

    private Seen together(VideoId id, Set<StepKind> kinds, int generation) {
        var all = units.of(id).stream()
                .filter(unit -> kinds.contains(unit.key().kind()))
                .toList();
        if (all.stream().anyMatch(unit -> unit.state() == Unit.State.FAILED)) {
            return Seen.of(Verdict.FAILED);
        }
        if (all.stream().anyMatch(unit -> unit.generation() > generation)) {
            return Seen.of(Verdict.AGAIN);
        }
        return all.stream().allMatch(unit -> unit.state() == Unit.State.DONE)
                ? Seen.of(Verdict.DONE)
                : Seen.nothing(LOOK);
    }

    private Seen due(UnitKey key) {
        var retryAt = units.find(key).map(Unit::retryAt).orElse(null);
        var left = retryAt == null ? Duration.ZERO : Duration.between(clock.instant(), retryAt);
        if (!left.isPositive()) {
            return Seen.of(Verdict.DONE);
        }
        return Seen.nothing(left.compareTo(LOOK) < 0 ? left.plusMillis(1) : LOOK);
    }

    private interface Look {
        Seen seen();
    }

    /**
     * What was found.
     *
     * @param verdict null as long as there is nothing to say
     * @param pause until it is worth while to look again
     */
    private record Seen(@Nullable Verdict verdict, Duration pause) {

        static Seen of(Verdict verdict) {
            return new Seen(verdict, Duration.ZERO);
        }

        static Seen nothing(Duration pause) {
            return new Seen(null, pause);
        }
    }
}
