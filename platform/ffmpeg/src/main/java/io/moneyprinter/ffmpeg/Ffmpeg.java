package io.moneyprinter.ffmpeg;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs FFmpeg, as many at a time as this machine bears; the others wait their turn.
 *
 * <p>One instance per program, closed at its end: closing ends everything that still runs.
 */
public final class Ffmpeg implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ffmpeg.class);

    private final FfmpegBinaries binaries;
    private final Supervisor supervisor = new Supervisor();
    private final Semaphore turns;
    private final Probe probe;

    /** @param concurrency runs at a time; more of them than cores only slow each other down */
    public Ffmpeg(FfmpegBinaries binaries, int concurrency) {
        this.binaries = binaries;
        this.turns = new Semaphore(concurrency, true);
        this.probe = new Probe(binaries, supervisor);
    }

    public FfmpegBinaries binaries() {
        return binaries;
    }

    /** Safe looks into files; they do not wait for the turns of runs. */
    public Probe probe() {
        return probe;
    }

    /** Starts a run as soon as there is room for it, and returns at once. */
    public Run start(FfmpegCommand command, Duration deadline, Progress.Listener listener) {
        return start(command, Limits.render(deadline), listener);
    }

    /** Starts a run that may use so much and no more. */
    public Run start(FfmpegCommand command, Limits limits, Progress.Listener listener) {
        var run = new Run();
        Thread.ofVirtual().name("ffmpeg-run").start(() -> {
            try {
                run.outcome().complete(inTurn(command, limits, listener, run.stop()));
            } catch (RuntimeException e) {
                run.outcome().completeExceptionally(e);
            }
        });
        return run;
    }

    public Outcome run(FfmpegCommand command, Duration deadline) {
        return start(command, deadline, Progress.Listener.SILENT).await();
    }

    /**
     * The end of a run that has to succeed.
     *
     * @throws CodedException {@code FFMPEG_FAILED}, {@code FFMPEG_TIMED_OUT} or {@code CANCELLED}
     */
    public static Outcome.Finished require(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished finished -> finished;
            case Outcome.Cancelled() -> throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled");
            case Outcome.Failed failed ->
                throw failed.timedOut()
                        ? new CodedException(FfmpegErrorCode.FFMPEG_TIMED_OUT, "no end before the deadline")
                        : new CodedException(
                                FfmpegErrorCode.FFMPEG_FAILED,
                                "FFmpeg ended with code %d: %s".formatted(failed.exit(), failed.log()));
        };
    }

    private Outcome inTurn(FfmpegCommand command, Limits limits, Progress.Listener listener, Stop stop) {
        try {
            while (!turns.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                if (stop.isAsked()) {
                    return new Outcome.Cancelled();
                }
            }
        } catch (InterruptedException e) {
            return new Outcome.Cancelled();
        }
        try {
            return stop.isAsked() ? new Outcome.Cancelled() : now(command, limits, listener, stop);
        } finally {
            turns.release();
        }
    }

    private Outcome now(FfmpegCommand command, Limits limits, Progress.Listener listener, Stop stop) {
        var arguments = new ArrayList<String>();
        arguments.add(binaries.ffmpeg().toString());
        arguments.addAll(List.of("-nostdin", "-hide_banner", "-y", "-progress", "pipe:1", "-nostats"));
        arguments.addAll(command.arguments());
        LOG.debug("run {}", arguments);

        var started = System.nanoTime();
        var progress = new Progress[] {Progress.NONE};
        var exit = supervisor.run(
                arguments,
                binaries.environment(),
                limits,
                line -> {
                    progress[0] = progress[0].after(line);
                    if (line.startsWith("progress=")) {
                        listener.progressed(progress[0]);
                    }
                },
                stop);
        if (stop.isAsked()) {
            return new Outcome.Cancelled();
        }
        if (exit.code() != 0 || exit.timedOut()) {
            LOG.warn("FFmpeg ended with {}: {}\n{}", exit.code(), arguments, exit.log());
            return new Outcome.Failed(exit.code(), exit.timedOut(), exit.log());
        }
        return new Outcome.Finished(Duration.ofNanos(System.nanoTime() - started), progress[0].frame(), exit.log());
    }

    @Override
    public void close() {
        supervisor.close();
    }
}
