package io.moneyprinter.ffmpeg;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs other programs of this machine under the same supervision as FFmpeg: within limits, without a shell, and gone
 * when this program or the wish for them is.
 *
 * <p>Closing it ends everything that still runs.
 */
public final class Programs implements AutoCloseable {

    private final Supervisor supervisor = new Supervisor();

    /** How a program ended. */
    public sealed interface Ending {

        /** With code 0. */
        @SuppressWarnings("ArrayRecordComponent") // Output is handed on, never compared.
        record Finished(byte[] output) implements Ending {}

        /**
         * With another code.
         *
         * @param code above 128 when a signal ended it
         * @param log the last lines of its standard error
         */
        record Failed(int code, String log) implements Ending {}

        /** Not before its deadline, so it was killed. */
        record TimedOut() implements Ending {}

        /** It wrote more than it may, so it was ended. */
        record TooMuch() implements Ending {}
    }

    /**
     * Where a program is on this machine.
     *
     * @param program a name to look for on the PATH, or a path
     * @return null if there is none that may be run
     */
    public static @Nullable Path find(String program) {
        if (program.contains(File.separator)) {
            return runnable(program, "");
        }
        for (var directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            var file = directory.isEmpty() ? null : runnable(directory, program);
            if (file != null) {
                return file;
            }
        }
        return null;
    }

    private static @Nullable Path runnable(String first, String more) {
        try {
            var file = Path.of(first, more).toAbsolutePath();
            return Files.isRegularFile(file) && Files.isExecutable(file) ? file : null;
        } catch (InvalidPathException noPath) {
            return null;
        }
    }

    /**
     * Runs a program to its end. A caller that is interrupted meanwhile ends it.
     *
     * @param input the file that is its standard input
     * @param most bytes that it may write to its standard output
     * @throws CodedException {@code CANCELLED} for a caller that was interrupted
     */
    public Ending run(List<String> command, Path input, Limits limits, int most) {
        var stop = new Stop();
        var tooMuch = new AtomicBoolean();
        var output = new AtomicReference<byte @Nullable []>();
        var exit = supervisor.run(
                command,
                Map.of(),
                limits,
                input,
                stream -> {
                    var bytes = read(stream, most);
                    if (bytes != null && bytes.length > most) {
                        tooMuch.set(true);
                        stop.ask();
                    } else {
                        output.set(bytes);
                    }
                },
                line -> {},
                stop);
        if (Thread.currentThread().isInterrupted()) {
            throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled");
        }
        if (tooMuch.get()) {
            return new Ending.TooMuch();
        }
        if (exit.timedOut()) {
            return new Ending.TimedOut();
        }
        var all = output.get();
        return exit.code() == 0 && all != null ? new Ending.Finished(all) : new Ending.Failed(exit.code(), exit.log());
    }

    /** One byte more than allowed at most, and nothing of a program that was killed while it wrote. */
    private static byte @Nullable [] read(InputStream stream, int most) {
        try (stream) {
            return stream.readNBytes(most + 1);
        } catch (IOException ended) {
            return null;
        }
    }

    @Override
    public void close() {
        supervisor.close();
    }
}
