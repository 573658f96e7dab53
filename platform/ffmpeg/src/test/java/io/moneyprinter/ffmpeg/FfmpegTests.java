package io.moneyprinter.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegTests {

    private static final Ffmpeg FFMPEG = TestMedia.FFMPEG;

    @Test
    void saysWhichVersionItRuns() {
        assertThat(FFMPEG.binaries().version()).startsWith("8.1");
    }

    @Test
    void reportsProgressAndFrames(@TempDir Path work) {
        var source = TestMedia.video(work.resolve("a.mp4"), 160, 90, 2);
        var heard = new ArrayList<Progress>();

        var outcome = FFMPEG.start(
                        FfmpegCommand.of(Input.of(source), Output.nothing()), Duration.ofSeconds(30), heard::add)
                .await();

        assertThat(Ffmpeg.require(outcome).frames()).isEqualTo(50);
        assertThat(heard.getLast()).isEqualTo(new Progress(50, Duration.ofSeconds(2)));
    }

    @Test
    void keepsTheLastWordsOfAFailure(@TempDir Path work) {
        var command = FfmpegCommand.of(Input.of(work.resolve("missing.mp4")), Output.nothing());

        var outcome = FFMPEG.run(command, Duration.ofSeconds(30));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class, failed -> assertThat(failed.log()).contains("No such file or directory"));
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> Ffmpeg.require(outcome))
                .extracting(CodedException::code)
                .isEqualTo(FfmpegErrorCode.FFMPEG_FAILED);
    }

    @Test
    void endsARunThatIsCancelled(@TempDir Path work) throws Exception {
        var started = new CountDownLatch(1);
        var run = FFMPEG.start(
                TestMedia.endless(work.resolve("a.mkv")), Duration.ofMinutes(5), progress -> started.countDown());
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
        var process = onlyChild();

        run.cancel();

        assertThat(run.await()).isEqualTo(new Outcome.Cancelled());
        assertThat(process.isAlive()).isFalse();
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> Ffmpeg.require(run.await()))
                .extracting(CodedException::code)
                .isEqualTo(CommonErrorCode.CANCELLED);
    }

    @Test
    void cancelsARunThatWaitsForItsTurn(@TempDir Path work) throws Exception {
        try (var single = new Ffmpeg(FFMPEG.binaries(), 1)) {
            var started = new CountDownLatch(1);
            var first = single.start(
                    TestMedia.endless(work.resolve("a.mkv")), Duration.ofMinutes(5), progress -> started.countDown());
            assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
            var second = single.start(
                    TestMedia.endless(work.resolve("b.mkv")), Duration.ofMinutes(5), Progress.Listener.SILENT);

            second.cancel();

            assertThat(second.await()).isEqualTo(new Outcome.Cancelled());
            assertThat(work.resolve("b.mkv")).doesNotExist();
            first.cancel();
            first.await();
        }
    }

    @Test
    void endsARunAtItsDeadline(@TempDir Path work) {
        var outcome = FFMPEG.run(TestMedia.endless(work.resolve("a.mkv")), Duration.ofMillis(300));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.timedOut()).isTrue());
    }

    @Test
    void cancelsTheRunOfACallerThatIsInterrupted(@TempDir Path work) throws Exception {
        var outcome = new CompletableFuture<Outcome>();
        var stillInterrupted = new CompletableFuture<Boolean>();
        var started = new CountDownLatch(1);
        var caller = Thread.ofPlatform().start(() -> {
            outcome.complete(FFMPEG.start(
                            TestMedia.endless(work.resolve("a.mkv")),
                            Duration.ofMinutes(5),
                            progress -> started.countDown())
                    .await());
            stillInterrupted.complete(Thread.currentThread().isInterrupted());
        });
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();

        caller.interrupt();

        assertThat(outcome.get(30, TimeUnit.SECONDS)).isEqualTo(new Outcome.Cancelled());
        assertThat(stillInterrupted.get(30, TimeUnit.SECONDS)).isTrue();
    }

    /** The program that starts processes is killed without warning; its FFmpeg must end with it. */
    @Test
    void leavesNothingBehindWhenTheProgramIsKilled(@TempDir Path work) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var program = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessProgram.class.getName(),
                        work.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = program.inputReader()) {
            assertThat(out.readLine()).isEqualTo("running");
            var children = program.toHandle().descendants().toList();
            assertThat(children).isNotEmpty();

            program.destroyForcibly().waitFor();

            for (var child : children) {
                child.onExit().get(3, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void refusesAProgramThatIsNotThere(@TempDir Path work) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> FfmpegBinaries.locate(work, work.resolve("ffmpeg")))
                .withMessageContaining("there is no program")
                .extracting(CodedException::code)
                .isEqualTo(FfmpegErrorCode.FFMPEG_UNAVAILABLE);
    }

    @Test
    void refusesAProgramThatIsTooOldOrLacksSomething(@TempDir Path work) throws Exception {
        var old = script(work.resolve("old"), "echo 'ffmpeg version 5.1.9-0+deb12u1 Copyright'");
        var poor = script(work.resolve("poor"), "echo 'ffmpeg version n8.1 Copyright'; echo ' V....D libx264 H.264'");

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> FfmpegBinaries.installed(old))
                .withMessageContaining("it is version 5.1 (expected: 7 or newer)");
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> FfmpegBinaries.installed(poor))
                .withMessageContaining("xfade")
                .withMessageNotContaining("libx264");
    }

    @Test
    void unpacksAnewWhatWasLeftIncomplete(@TempDir Path home) throws Exception {
        var first = FfmpegBinaries.locate(home, null);
        Files.write(first.directory().resolve("libavcodec.so.62"), new byte[0]);

        var second = FfmpegBinaries.locate(home, null);

        assertThat(second).isEqualTo(first);
        try (var left = Files.list(home)) {
            assertThat(left).containsExactly(first.directory());
        }
    }

    private static Path script(Path directory, String command) throws Exception {
        Files.createDirectories(directory);
        for (var name : List.of("ffmpeg", "ffprobe")) {
            var file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + command + "\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        return directory.resolve("ffmpeg");
    }

    private static ProcessHandle onlyChild() {
        return ProcessHandle.current().children().findFirst().orElseThrow();
    }
}
