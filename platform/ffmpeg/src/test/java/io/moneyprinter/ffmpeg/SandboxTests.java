package io.moneyprinter.ffmpeg;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.moneyprinter.problem.CodedException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTests {

    private static final Ffmpeg FFMPEG = TestMedia.FFMPEG;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path work;

    @BeforeEach
    void needsBubblewrap() {
        assumeTrue(FFMPEG.isSandboxed(), "bubblewrap is not installed or not allowed here");
    }

    @Test
    void showsTheFilesOfAListAtTheirPlaces() throws Exception {
        var red = TestMedia.video(Files.createDirectories(work.resolve("a 'b'")).resolve("1.mp4"), 64, 64, 1);
        var blue = TestMedia.video(Files.createDirectories(work.resolve("c")).resolve("2.mp4"), 64, 64, 1);
        var list = Files.writeString(
                work.resolve("list.ffconcat"),
                "ffconcat version 1.0\nfile '%s'\nfile '%s'\n"
                        .formatted(red.toString().replace("'", "'\\''"), blue));
        var output = work.resolve("out.mp4");

        var outcome = FFMPEG.run(
                FfmpegCommand.of(
                        Input.of(list).with("f", "concat").with("safe", 0),
                        Output.to(output, Pad.video(0)).with("c", "copy").with("movflags", "+faststart")),
                MINUTE);

        Ffmpeg.require(outcome);
        assertThat(FFMPEG.probe().countFrames(output)).isEqualTo(50);
    }

    @Test
    void writesAsManyFilesAsAPatternMakes() throws Exception {
        var output = Files.createDirectories(work.resolve("frames")).resolve("%02d.png");
        var command = FfmpegCommand.of(
                List.of(),
                TestMedia.graph(filter("testsrc2").with("size", "16x16").with("duration", 0.2)),
                Output.to(output, Pad.label("v")));

        Ffmpeg.require(FFMPEG.run(command, MINUTE));

        try (var frames = Files.list(work.resolve("frames"))) {
            assertThat(frames).hasSize(5);
        }
    }

    @Test
    void hidesFilesThatTheCommandDoesNotName() throws Exception {
        var secret = TestMedia.video(work.resolve("secret.mp4"), 64, 64, 1);
        var playlist = Files.writeString(
                work.resolve("x.m3u8"), "#EXTM3U\n#EXTINF:1,\nfile://%s\n#EXT-X-ENDLIST\n".formatted(secret));
        var naive = Input.of(playlist)
                .with("f", "hls")
                .with("allowed_extensions", "ALL")
                .with("extension_picky", 0)
                .with("protocol_whitelist", "file,crypto,data");
        try (var open = new Ffmpeg(FFMPEG.binaries(), 1, SandboxMode.OFF, 8L << 30)) {
            var read = open.run(FfmpegCommand.of(naive, Output.nothing()), MINUTE);
            assertThat(read).as("without a sandbox").isInstanceOf(Outcome.Finished.class);
        }

        var outcome = FFMPEG.run(FfmpegCommand.of(naive, Output.nothing()), MINUTE);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class, failed -> assertThat(failed.log()).contains("Failed to open segment"));
    }

    @Test
    void hasNoNetwork() throws Exception {
        var hits = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            hits.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            var playlist = Files.writeString(
                    work.resolve("x.m3u8"),
                    "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:%d/a.ts\n#EXT-X-ENDLIST\n"
                            .formatted(server.getAddress().getPort()));
            var naive = Input.of(playlist).with("f", "hls").with("protocol_whitelist", "file,http,tcp");

            var outcome = FFMPEG.run(FfmpegCommand.of(naive, Output.nothing()), MINUTE);

            assertThat(outcome).isInstanceOf(Outcome.Failed.class);
            assertThat(hits).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void leavesItsInputsAsTheyAre() throws Exception {
        var source = TestMedia.video(work.resolve("a.mp4"), 64, 64, 1);
        var size = Files.size(source);
        // The program is told to write over a file that it was only given to read.
        try (var ffmpeg = FakeProgram.ffmpeg(
                Files.createDirectories(work.resolve("bin")), "echo x >'" + source + "'", SandboxMode.REQUIRED)) {
            var outcome = ffmpeg.run(
                    FfmpegCommand.of(Input.of(source), Output.to(work.resolve("out.mkv"), Pad.video(0))), MINUTE);

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.log()).contains("Read-only file system"));
            assertThat(source).hasSize(size);
        }
    }

    @Test
    void refusesToStartWithoutASandboxThatIsRequired() {
        var real = FFMPEG.binaries();
        // Bubblewrap cannot show what is not there, which is as good as not being able to work at all.
        var missing = work.resolve("missing");
        var binaries = new FfmpegBinaries(real.ffmpeg(), real.ffprobe(), real.version(), real.environment(), missing);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> new Ffmpeg(binaries, 1, SandboxMode.REQUIRED, 8L << 30))
                .withMessageContaining("set moneyprinter.ffmpeg.sandbox to auto")
                .extracting(CodedException::code)
                .isEqualTo(FfmpegErrorCode.FFMPEG_UNAVAILABLE);
    }
}
