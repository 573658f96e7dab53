package io.moneyprinter.ffmpeg;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

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
    private final Sandbox sandbox;
    private final long memory;
    private final Probe probe;

    /** @param concurrency runs at a time; more of them than cores only slow each other down */
    public Ffmpeg(FfmpegBinaries binaries, int concurrency) {
        this(
                binaries,
                concurrency,
                SandboxMode.AUTO,
                Limits.render(Duration.ZERO).memory());
    }

    /**
     * @param concurrency runs at a time; more of them than cores only slow each other down
     * @param memory bytes of address space that no run exceeds
     * @throws CodedException {@code FFMPEG_UNAVAILABLE} when a sandbox is required and there is none
     */
    public Ffmpeg(FfmpegBinaries binaries, int concurrency, SandboxMode mode, long memory) {
        this.binaries = binaries;
        this.turns = new Semaphore(concurrency, true);
        this.sandbox = new Sandbox(binaries, supervisor, mode);
        this.memory = memory;
        this.probe = new Probe(binaries, supervisor, sandbox);
        LOG.info("FFmpeg {} {}", binaries.version(), sandbox.isActive() ? "in a sandbox" : "without a sandbox");
    }

    public FfmpegBinaries binaries() {
        return binaries;
    }

    /** Safe looks into files; they do not wait for the turns of runs. */
    public Probe probe() {
        return probe;
    }

    /** Whether runs see nothing but the files of their commands. */
    public boolean isSandboxed() {
        return sandbox.isActive();
    }

    /** Starts a run as soon as there is room for it, and returns at once. */
    public Run start(FfmpegCommand command, Duration deadline, Progress.Listener listener) {
        return start(command, Limits.render(deadline), listener);
    }

    /** Starts a run that may use so much and no more. */
    public Run start(FfmpegCommand command, Limits limits, Progress.Listener listener) {
        return start(command, limits, listener, Level.WARN);
    }

    /** Starts a run that is to show whether something works: that it fails is an answer, and no event. */
    public Run attempt(FfmpegCommand command, Limits limits) {
        return start(command, limits, Progress.Listener.SILENT, Level.DEBUG);
    }

    private Run start(FfmpegCommand command, Limits limits, Progress.Listener listener, Level failures) {
        var run = new Run();
        Thread.ofVirtual().name("ffmpeg-run").start(() -> {
            try {
                run.outcome().complete(inTurn(command, limits, listener, run.stop(), failures));
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
     * @throws CodedException {@code CANCELLED} or the code of the cause
     */
    public static Outcome.Finished require(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished finished -> finished;
            case Outcome.Cancelled() -> throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled");
            case Outcome.Failed failed ->
                throw new CodedException(failed.cause().code(), detail(failed));
        };
    }

    private static String detail(Outcome.Failed failed) {
        return switch (failed.cause()) {
            case TIMED_OUT -> "no end before the deadline";
            case STORAGE_FULL -> "no space left on the disk";
            case SOURCE_DAMAGED -> "a source of the film cannot be read to its end";
            case CRASHED, KILLED, MEMORY_LIMIT, CPU_LIMIT, FILE_LIMIT, OTHER ->
                "FFmpeg ended with code %d: %s".formatted(failed.exit(), failed.log());
        };
    }

    private Outcome inTurn(
            FfmpegCommand command, Limits limits, Progress.Listener listener, Stop stop, Level failures) {
        try {
            while (!turns.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                if (stop.isAsked()) {
                    return new Outcome.Cancelled();
                }
            }
        } catch (InterruptedException e) {
            return new Outcome.Cancelled();
        }
        var finished = false;
        try {
            var outcome = stop.isAsked() ? new Outcome.Cancelled() : now(command, limits, listener, stop, failures);
            finished = outcome instanceof Outcome.Finished;
            return outcome;
        } finally {
            turns.release();
            if (!finished) {
                discard(command);
            }
        }
    }

    private Outcome now(FfmpegCommand command, Limits limits, Progress.Listener listener, Stop stop, Level failures) {
        var arguments = new ArrayList<String>();
        arguments.add(binaries.ffmpeg().toString());
        arguments.addAll(List.of("-nostdin", "-hide_banner", "-y", "-progress", "pipe:1", "-nostats"));
        arguments.addAll(command.arguments());
        LOG.debug("run {}", arguments);

        var started = System.nanoTime();
        var progress = new Progress[] {Progress.NONE};
        var cutShort = new AtomicBoolean();
        var exit = supervisor.run(
                sandbox.work(FileAccess.of(command), arguments),
                binaries.environment(),
                limits.within(memory),
                line -> {
                    progress[0] = progress[0].after(line);
                    if (line.startsWith("progress=")) {
                        listener.progressed(progress[0]);
                    }
                },
                line -> {
                    if (line.contains(FailureCause.CUT_SHORT)) {
                        cutShort.set(true);
                    }
                    listener.logged(line);
                },
                stop);
        if (stop.isAsked()) {
            return new Outcome.Cancelled();
        }
        var strict = command.global().contains(Option.flag("xerror"));
        if (exit.code() != 0 || exit.timedOut()) {
            LOG.atLevel(failures).log("FFmpeg ended with {}: {}\n{}", exit.code(), arguments, exit.log());
            var cause = FailureCause.of(exit.code(), exit.timedOut(), exit.log());
            return new Outcome.Failed(cause, exit.code(), exit.log());
        }
        if (strict && cutShort.get()) {
            LOG.warn("A source is cut short: {}\n{}", arguments, exit.log());
            return new Outcome.Failed(FailureCause.SOURCE_DAMAGED, 0, exit.log());
        }
        return new Outcome.Finished(Duration.ofNanos(System.nanoTime() - started), progress[0].frame(), exit.log());
    }

    /** What a run that failed has written is of no use to anybody. */
    private static void discard(FfmpegCommand command) {
        for (var file : FileAccess.outputs(command)) {
            try {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                LOG.warn("cannot delete {}", file, e);
            }
        }
    }

    @Override
    public void close() {
        supervisor.close();
    }
}
