package io.moneyprinter.ffmpeg;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.moneyprinter.problem.CodedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which a run can end badly: its cause is known, its turn is free again, and nothing is left of it. */
class FaultTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Limits LIMITS = Limits.render(MINUTE);

    @TempDir
    Path work;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exit 1                                            | OTHER",
                "kill -SEGV $$                                     | CRASHED",
                "kill -ABRT $$                                     | CRASHED",
                "exit 139                                          | CRASHED",
                "exit 134                                          | CRASHED",
                "kill -KILL $$                                     | KILLED",
                "exit 137                                          | KILLED",
                "kill -TERM $$                                     | KILLED",
                "kill -XCPU $$                                     | CPU_LIMIT",
                "exit 152                                          | CPU_LIMIT",
                "kill -XFSZ $$                                     | FILE_LIMIT",
                "exit 153                                          | FILE_LIMIT",
                "exit 228                                          | STORAGE_FULL",
                "echo 'x264 [error]: malloc of size 9 failed' >&2; exit 187 | MEMORY_LIMIT",
                "exit 183                                          | SOURCE_DAMAGED"
            })
    void knowsTheCauseThroughAllThatIsWrappedAroundIt(String script, FailureCause cause) throws Exception {
        for (var mode : List.of(SandboxMode.OFF, SandboxMode.AUTO)) {
            try (var ffmpeg = FakeProgram.ffmpeg(work, script, mode)) {
                var output = work.resolve("out.mkv");

                var outcome = ffmpeg.run(writing(output), MINUTE);

                assertFailed(outcome, cause, output);
                assertThatExceptionOfType(CodedException.class)
                        .isThrownBy(() -> Ffmpeg.require(outcome))
                        .extracting(CodedException::code)
                        .isEqualTo(cause.code());
                assertThat(ffmpeg.run(writing(output), MINUTE)).isInstanceOf(Outcome.Failed.class);
            }
        }
    }

    @Test
    void hasACodeOfItsOwnForEachCause() {
        assertThat(Arrays.stream(FailureCause.values()).map(FailureCause::code)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(FailureCause.values())
                        .filter(cause -> cause.code().kind().retryable()))
                .containsExactlyInAnyOrder(FailureCause.TIMED_OUT, FailureCause.KILLED, FailureCause.STORAGE_FULL);
    }

    @ParameterizedTest
    @EnumSource(
            value = SandboxMode.class,
            names = {"AUTO", "OFF"})
    void endsWhatHangsWithAllThatItHasStarted(SandboxMode mode) throws Exception {
        // It does not hear the polite signal, and what it waits for is a process of its own.
        try (var ffmpeg =
                FakeProgram.ffmpeg(work, "trap '' TERM; echo x >" + quoted("out.mkv") + "; sleep 1000", mode)) {
            var output = work.resolve("out.mkv");
            var started = System.nanoTime();

            var outcome = ffmpeg.run(writing(output), Duration.ofSeconds(1));

            var elapsed = Duration.ofNanos(System.nanoTime() - started);
            assertThat(elapsed).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
            assertFailed(outcome, FailureCause.TIMED_OUT, output);
            assertNothingSleeps();
            assertThat(ffmpeg.run(writing(output), Duration.ofMillis(200))).isInstanceOf(Outcome.Failed.class);
        }
    }

    @Test
    void endsWhatIsCancelledWithAllThatItHasStarted() throws Exception {
        try (var ffmpeg =
                FakeProgram.ffmpeg(work, "sleep 1000 & echo frame=1; echo progress=continue; wait", SandboxMode.OFF)) {
            var output = work.resolve("out.mkv");
            var started = new CountDownLatch(1);
            var run = ffmpeg.start(writing(output), MINUTE, progress -> started.countDown());
            assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();

            run.cancel();

            assertThat(run.await()).isEqualTo(new Outcome.Cancelled());
            assertNothingSleeps();
        }
    }

    /** A playlist without an end is played for ever by a program that is not told what a file has to be. */
    @Test
    void endsThePlaybackOfAPlaylistWithoutEnd() throws Exception {
        var part = work.resolve("part.ts");
        Ffmpeg.require(TestMedia.FFMPEG.run(
                FfmpegCommand.of(
                        Input.of(TestMedia.video(work.resolve("a.mp4"), 64, 64, 1)),
                        Output.to(part, Pad.video(0)).with("c", "copy")),
                MINUTE));
        var playlist =
                Files.writeString(work.resolve("live.mp4"), "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\npart.ts\n");
        try (var open = new Ffmpeg(TestMedia.FFMPEG.binaries(), 1, SandboxMode.OFF, 8L << 30)) {
            var naive = Input.of(playlist).with("f", "hls").with("allowed_extensions", "ALL");

            var outcome = open.run(FfmpegCommand.of(naive, Output.nothing()), Duration.ofSeconds(3));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed ->
                                    assertThat(failed.cause()).as(failed.log()).isEqualTo(FailureCause.TIMED_OUT));
        }

        var careful = TestMedia.FFMPEG.run(FfmpegCommand.of(Probe.input(playlist), Output.nothing()), MINUTE);

        assertFailed(careful, FailureCause.SOURCE_DAMAGED, work.resolve("none"));
    }

    @Test
    void setsEveryLimitThatTheSystemHas() throws Exception {
        var say = "ulimit -v >&2; ulimit -t >&2; ulimit -f >&2; ulimit -n >&2; ulimit -c >&2; exit 1";
        try (var ffmpeg = FakeProgram.ffmpeg(work, say, SandboxMode.OFF)) {
            var outcome = ffmpeg.run(writing(work.resolve("out.mkv")), MINUTE);

            // Kilobytes, seconds, half kilobytes, files, half kilobytes.
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.log().lines())
                                    .containsExactly("8388608", "245", "33554432", "256", "0"));
        }
    }

    @Test
    void stopsAtTheLimitOfTheFile() {
        var output = work.resolve("a.mkv");

        var outcome = run(TestMedia.endless(output), LIMITS.withFileSize(100_000));

        assertFailed(outcome, FailureCause.FILE_LIMIT, output);
    }

    @Test
    void stopsAtTheLimitOfProcessorTime() {
        var output = work.resolve("a.mkv");

        var outcome = run(TestMedia.endless(output), new Limits(MINUTE, Duration.ofSeconds(1), 8L << 30, 1L << 30));

        assertFailed(outcome, FailureCause.CPU_LIMIT, output);
    }

    @Test
    void stopsAtTheLimitOfMemory() {
        var output = work.resolve("a.mp4");
        var large = FfmpegCommand.of(
                List.of(),
                TestMedia.graph(filter("testsrc2").with("size", "1920x1080")),
                Output.to(output, Pad.label("v")));

        var outcome = run(large, LIMITS.withMemory(700L << 20));

        assertFailed(outcome, FailureCause.MEMORY_LIMIT, output);
    }

    @Test
    void knowsADiskThatIsFull() throws Exception {
        // The device that never has room; it cannot be shown in a sandbox.
        try (var open = new Ffmpeg(TestMedia.FFMPEG.binaries(), 1, SandboxMode.OFF, 8L << 30)) {
            var full = Output.to(Path.of("/dev/full"), Pad.label("v")).with("f", "matroska");

            var outcome = open.run(
                    FfmpegCommand.of(
                            List.of(), TestMedia.graph(filter("testsrc2").with("size", "320x240")), full),
                    MINUTE);

            assertFailed(outcome, FailureCause.STORAGE_FULL, work.resolve("none"));
            assertThat(Path.of("/dev/full")).exists();
        }
    }

    @Test
    void worksAgainWhenThereIsRoomAgain() throws Exception {
        var disk = Files.createDirectories(work.resolve("disk"));
        assumeTrue(command("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()), "may not mount a disk");
        try {
            var ballast = Files.write(disk.resolve("ballast"), new byte[1_900_000]);

            var full = TestMedia.FFMPEG.run(TestMedia.endless(disk.resolve("a.mkv")), MINUTE);
            Files.delete(ballast);
            var output = TestMedia.video(disk.resolve("b.mp4"), 64, 64, 1);

            assertFailed(full, FailureCause.STORAGE_FULL, disk.resolve("a.mkv"));
            assertThat(output).isNotEmptyFile();
        } finally {
            command("umount", disk.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv"})
    void makesNothingOfASourceThatIsCutShort(String container) throws Exception {
        var whole = Files.readAllBytes(TestMedia.video(work.resolve("whole." + container), 320, 180, 4));
        var cut = Files.write(work.resolve("cut." + container), Arrays.copyOf(whole, whole.length * 6 / 10));
        var output = work.resolve("out.mkv");

        var outcome = run(strict(Probe.input(cut), output), LIMITS);

        assertFailed(outcome, FailureCause.SOURCE_DAMAGED, output);
    }

    /** Frames before the first key frame refer to some that nobody sees: common, and no damage. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "0.7", "1.5", "2.3"})
    void startsAnywhereInASourceWithOpenGroupsOfPictures(String start) {
        var source = work.resolve("open.mp4");
        Ffmpeg.require(run(
                FfmpegCommand.of(
                        List.of(),
                        TestMedia.graph(
                                filter("testsrc2").with("size", "320x180").with("duration", 4)),
                        Output.to(source, Pad.label("v"))
                                .with("c:v", "libx264")
                                .with("x264-params", "open-gop=1:keyint=25:bframes=3")),
                LIMITS));

        var outcome = run(strict(Probe.input(source).with("ss", start), work.resolve("out.mkv")), LIMITS);

        assertThat(outcome).isInstanceOf(Outcome.Finished.class);
    }

    /**
     * The kernel ends a process with the thread that started it, if it was told to. What asks for a run may end at once;
     * the thread that starts it does not.
     */
    @Test
    void outlivesTheThreadThatAskedForIt() throws Exception {
        var setpriv = Supervisor.find("setpriv");
        assumeTrue(setpriv != null, "setpriv is not installed");
        var orphan = new CompletableFuture<Process>();
        var asked = new CompletableFuture<Run>();
        var slow = TestMedia.graph(filter("testsrc2").with("size", "32x32").with("duration", 2), filter("realtime"));
        var command = FfmpegCommand.of(List.of(), slow, Output.nothing(Pad.label("v")));

        var thread = Thread.ofPlatform().start(() -> {
            asked.complete(TestMedia.FFMPEG.start(command, MINUTE, Progress.Listener.SILENT));
            try {
                orphan.complete(new ProcessBuilder(setpriv.toString(), "--pdeathsig", "KILL", "sleep", "100").start());
                // Long enough for the process to say that it wants to end with this thread.
                orphan.join().waitFor(1, TimeUnit.SECONDS);
            } catch (IOException | InterruptedException e) {
                orphan.completeExceptionally(e);
            }
        });
        thread.join();

        assertThat(orphan.get().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(orphan.get().exitValue())
                .as("started by a thread that ended")
                .isEqualTo(137);
        assertThat(asked.get().await()).as("only asked for by it").isInstanceOf(Outcome.Finished.class);
    }

    @Test
    void opensAFileOfTheStoreAsItsNameSays() {
        assertThat(Probe.input(Path.of("a.webm")).options()).contains(Option.of("f", "matroska"));
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> Probe.input(Path.of("a.m3u8")))
                .withMessage("a.m3u8 has the name of no accepted format");
    }

    private static Outcome run(FfmpegCommand command, Limits limits) {
        return TestMedia.FFMPEG.start(command, limits, Progress.Listener.SILENT).await();
    }

    private static FfmpegCommand strict(Input input, Path output) {
        return FfmpegCommand.of(input, Output.to(output, Pad.video(0)).with("c:v", "libx264"))
                .with(Option.flag("xerror"));
    }

    private FfmpegCommand writing(Path output) {
        return FfmpegCommand.of(List.of(), TestMedia.graph(filter("testsrc2")), Output.to(output, Pad.label("v")));
    }

    private static void assertFailed(Outcome outcome, FailureCause cause, Path output) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.cause())
                                .as("%d: %s", failed.exit(), failed.log())
                                .isEqualTo(cause));
        assertThat(output).doesNotExist();
    }

    /** The kernel takes a moment to end what is killed. */
    private static void assertNothingSleeps() throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        while (System.nanoTime() < end && sleeping() > 0) {
            Thread.sleep(20);
        }
        assertThat(sleeping()).as("processes that still sleep").isZero();
    }

    private static long sleeping() {
        return ProcessHandle.allProcesses().filter(FaultTests::isSleeping).count();
    }

    private static boolean isSleeping(ProcessHandle process) {
        var info = process.info();
        return process.isAlive()
                && info.command().orElse("").endsWith("/sleep")
                && Arrays.equals(info.arguments().orElse(new String[0]), new String[] {"1000"});
    }

    private String quoted(String name) {
        return "'" + work.resolve(name) + "'";
    }

    private static boolean command(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        return process.waitFor() == 0;
    }
}
