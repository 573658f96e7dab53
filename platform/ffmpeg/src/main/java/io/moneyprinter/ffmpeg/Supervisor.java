package io.moneyprinter.ffmpeg;

import io.moneyprinter.problem.CodedException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts processes, watches them and ends them. No process outlives this program, however it ends.
 *
 * <p>All processes are started by one platform thread that lives as long as the supervisor: the kernel's parent-death
 * signal is bound to the <em>thread</em> that started a process, so a process started by a thread that ends is killed
 * in the middle of its work.
 */
final class Supervisor implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int LONGEST_LINE = 1 << 16;
    private static final int TAIL_LINES = 40;
    private static final Path NOTHING = Path.of("/dev/null");

    /**
     * Where the kernel has no parent-death signal: standard input is a pipe that this program holds open and never
     * writes to, so its end means that this program is gone. The process reads the file that comes first instead.
     */
    private static final String WATCH = "input=$1; shift; exec 3<&0 </dev/null; \"$@\" <\"$input\" 3<&- & child=$!; "
            + "{ read -r _ <&3; kill -9 $child; } >/dev/null 2>&1 & watch=$!; "
            + "trap 'kill -TERM $child 2>/dev/null' TERM; "
            + "wait $child; code=$?; while kill -0 $child 2>/dev/null; do wait $child; code=$?; done; "
            + "kill $watch 2>/dev/null; exit $code";

    private final ExecutorService spawner = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("ffmpeg-spawner").factory());
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private final @Nullable Path setpriv = find("setpriv");
    private final @Nullable Path prlimit = find("prlimit");

    /**
     * How a process ended.
     *
     * @param code its exit code; above 128 when a signal ended it
     * @param log the last lines of its standard error
     */
    record Exit(int code, boolean timedOut, String log) {}

    /**
     * Runs {@code command} to its end.
     *
     * @param environment all that the process gets; nothing is inherited
     * @param line hears each line of standard output
     * @param stop ends the process when asked to
     */
    Exit run(List<String> command, Map<String, String> environment, Limits limits, Consumer<String> line, Stop stop) {
        return run(command, environment, limits, line, error -> {}, stop);
    }

    /** @param error hears each line of standard error */
    Exit run(
            List<String> command,
            Map<String, String> environment,
            Limits limits,
            Consumer<String> line,
            Consumer<String> error,
            Stop stop) {
        return run(command, environment, limits, NOTHING, stream -> lines(stream, line), error, stop);
    }

    /**
     * @param input the file that the process gets as its standard input
     * @param output reads standard output to its end, in a thread of its own
     */
    Exit run(
            List<String> command,
            Map<String, String> environment,
            Limits limits,
            Path input,
            Consumer<InputStream> output,
            Consumer<String> error,
            Stop stop) {
        var process = spawn(wrapped(command, limits, input), environment, input);
        running.add(process);
        try {
            stop.arm(() -> end(process));
            var tail = new ArrayDeque<String>();
            var errors = Thread.startVirtualThread(() -> lines(process.getErrorStream(), text -> {
                keep(tail, text);
                error.accept(text);
            }));
            var reader = Thread.startVirtualThread(() -> output.accept(process.getInputStream()));
            var inTime = await(process, limits.deadline(), stop);
            if (!inTime) {
                // What is stuck has nothing to put in order.
                kill(process);
                await(process, GRACE.plusSeconds(5), stop);
            }
            join(errors);
            join(reader);
            synchronized (tail) {
                return new Exit(process.isAlive() ? -1 : process.exitValue(), !inTime, String.join("\n", tail));
            }
        } finally {
            stop.disarm();
            running.remove(process);
            if (process.isAlive()) {
                kill(process);
            }
        }
    }

    private Process spawn(List<String> command, Map<String, String> environment, Path input) {
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "LANG", "C.UTF-8", "HOME", "/nonexistent"));
        builder.environment().putAll(environment);
        if (setpriv != null) {
            builder.redirectInput(input.toFile());
        }
        try {
            return spawner.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw new CodedException(
                    FfmpegErrorCode.FFMPEG_UNAVAILABLE, "cannot start " + command.getFirst(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodedException(FfmpegErrorCode.FFMPEG_UNAVAILABLE, "interrupted before the start", e);
        }
    }

    private List<String> wrapped(List<String> command, Limits limits, Path input) {
        var wrapped = new ArrayList<String>();
        if (setpriv != null) {
            wrapped.addAll(List.of(setpriv.toString(), "--pdeathsig", "KILL", "--no-new-privs", "--"));
        } else {
            wrapped.addAll(List.of("/bin/sh", "-c", WATCH, "watch", input.toString()));
        }
        if (prlimit != null) {
            wrapped.add(prlimit.toString());
            wrapped.addAll(limits.prlimit());
            wrapped.add("--");
        }
        wrapped.addAll(command);
        return wrapped;
    }

    private static boolean await(Process process, Duration time, Stop stop) {
        var interrupted = false;
        var end = System.nanoTime() + time.toNanos();
        try {
            while (true) {
                try {
                    return process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop.ask();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Politely first; after the grace time with force, descendants too. Returns at once. */
    private static void end(Process process) {
        // Asked for before: those of a process that has ended are nobody's descendants any more.
        var descendants = process.descendants().toList();
        process.destroy();
        Thread.startVirtualThread(() -> {
            try {
                if (process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                    descendants.forEach(ProcessHandle::destroyForcibly);
                } else {
                    kill(process);
                }
            } catch (InterruptedException e) {
                kill(process);
            }
        });
    }

    private static void kill(Process process) {
        var descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    private static void join(Thread thread) {
        try {
            thread.join(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lines end with a line feed or a carriage return; a line without an end is cut. */
    private static void lines(InputStream stream, Consumer<String> consumer) {
        var line = new ByteArrayOutputStream();
        try (var in = new BufferedInputStream(stream)) {
            for (var next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n' || next == '\r') {
                    consumer.accept(line.toString(StandardCharsets.UTF_8));
                    line.reset();
                } else if (line.size() < LONGEST_LINE) {
                    line.write(next);
                }
            }
            if (line.size() > 0) {
                consumer.accept(line.toString(StandardCharsets.UTF_8));
            }
        } catch (IOException ended) {
            // The stream of a process that was killed closes in the middle of a read.
            return;
        }
    }

    private static void keep(ArrayDeque<String> tail, String line) {
        synchronized (tail) {
            tail.addLast(line.length() > 2_000 ? line.substring(0, 2_000) : line);
            if (tail.size() > TAIL_LINES) {
                tail.removeFirst();
            }
        }
    }

    static @Nullable Path find(String program) {
        for (var directory : List.of("/usr/bin", "/bin", "/usr/local/bin")) {
            var file = Path.of(directory, program);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        return null;
    }

    @Override
    public void close() {
        running.forEach(Supervisor::end);
        for (var process : running) {
            try {
                if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                    kill(process);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                kill(process);
            }
        }
        spawner.shutdown();
    }
}
