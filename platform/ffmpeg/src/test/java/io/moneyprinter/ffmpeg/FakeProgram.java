package io.moneyprinter.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Something that is started in FFmpeg's place and ends as a test wants it. */
final class FakeProgram {

    private FakeProgram() {}

    /** FFmpeg, except that it runs {@code script} instead; one run at a time. */
    static Ffmpeg ffmpeg(Path directory, String script, SandboxMode mode) throws IOException {
        var program = program(directory.resolve("ffmpeg"), script);
        // What the sandbox is tried with. There is no /bin in it.
        var probe = program(directory.resolve("ffprobe"), "exit 0");
        var real = TestMedia.FFMPEG.binaries();
        var binaries = new FfmpegBinaries(program, probe, real.version(), real.environment(), directory);
        return new Ffmpeg(binaries, 1, mode, 8L << 30);
    }

    private static Path program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/usr/bin/sh\n" + script + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make a program of " + file);
        }
        return file;
    }
}
