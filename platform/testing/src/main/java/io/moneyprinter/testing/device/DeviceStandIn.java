package io.moneyprinter.testing.device;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegBinaries;
import io.moneyprinter.ffmpeg.SandboxMode;
import io.moneyprinter.testing.SharedFfmpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;

/**
 * An FFmpeg with GPUs that are not there: it speaks the same command line, encodes with the CPU what a hardware encoder
 * is asked for, counts sessions and fails when told to, with the words of the real one.
 */
public final class DeviceStandIn {

    /** Bytes. */
    private static final long MEMORY = 8L << 30;

    private final Path state;
    private final Path program;

    /** @param state a directory of its own */
    public DeviceStandIn(Path state) {
        this.state = state;
        this.program = state.resolve("ffmpeg");
        write(
                program,
                script().replace(
                                "@REAL@",
                                SharedFfmpeg.ffmpeg().binaries().ffmpeg().toString())
                        .replace("@STATE@", state.toString()));
        if (!program.toFile().setExecutable(true)) {
            throw new IllegalStateException("cannot make %s executable".formatted(program));
        }
    }

    /** @param device family and place, such as {@code nvenc-0} or {@code vaapi-renderD128} */
    public DeviceStandIn with(String device, int sessions) {
        write(state.resolve(device).resolve("sessions"), sessions + "\n");
        return this;
    }

    /** A GPU that says this instead of encoding, line by line. */
    public DeviceStandIn refusing(String device, String words) {
        with(device, 1);
        write(state.resolve(device).resolve("refuse"), words + "\n");
        return this;
    }

    /**
     * From now on a device misbehaves.
     *
     * @param behaviour {@code fail}, {@code die}, {@code hang} or {@code wrong}, which is to write other pictures
     * @param when {@code all}, or the number of the encode, from 1
     */
    public void misbehave(String device, String behaviour, String when) {
        write(state.resolve(device).resolve("behaviour"), "%s %s\n".formatted(behaviour, when));
    }

    public void behave(String device) {
        try {
            Files.deleteIfExists(state.resolve(device).resolve("behaviour"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody else has all sessions but these. */
    public void limit(String device, int sessions) {
        write(state.resolve(device).resolve("sessions"), sessions + "\n");
    }

    /** How many encodes a device has begun. */
    public int encodes(String device) {
        return read(device, "count").length();
    }

    /** How many encodes found no session left. */
    public long turnedAway(String device) {
        return read(device, "refused").lines().count();
    }

    /** The most sessions that were open at a time. */
    public int mostSessions(String device) {
        return read(device, "open")
                .lines()
                .map(line -> Integer.valueOf(line.strip()))
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    /** How many sessions are open; those of processes that are gone are not. */
    public long openSessions(String device) {
        try (var files = Files.list(state.resolve(device))) {
            return files.filter(file -> file.getFileName().toString().startsWith("session-"))
                    .filter(DeviceStandIn::isOpen)
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOpen(Path session) {
        try {
            var process = Files.readString(session.resolve("process")).strip();
            return process.isEmpty()
                    || ProcessHandle.of(Long.parseLong(process)).isPresent();
        } catch (IOException notYetWritten) {
            return Files.exists(session);
        }
    }

    /** To be closed by the caller. Not shut in: the stand-in keeps its state in files of its own. */
    public Ffmpeg ffmpeg(int concurrency) {
        var real = SharedFfmpeg.ffmpeg().binaries();
        return new Ffmpeg(
                new FfmpegBinaries(program, real.ffprobe(), real.version(), real.environment(), real.directory()),
                concurrency,
                SandboxMode.OFF,
                MEMORY);
    }

    private String read(String device, String file) {
        var path = state.resolve(device).resolve(file);
        try {
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String script() {
        try (var in = Objects.requireNonNull(DeviceStandIn.class.getResourceAsStream("ffmpeg.sh"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
