package io.moneyprinter.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.ffmpeg.Programs.Ending;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProgramsTests {

    private static final Programs PROGRAMS = new Programs();

    private static final Path NOTHING = Path.of("/dev/null");

    @TempDir
    Path work;

    @AfterAll
    static void close() {
        PROGRAMS.close();
    }

    private Ending run(String script, Path input, Duration deadline, int most) throws Exception {
        var program = work.resolve("program");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        var limits = new Limits(deadline, Duration.ofSeconds(20), 2L << 30, 1 << 20);
        return PROGRAMS.run(List.of(program.toString(), "a b", "$HOME;"), input, limits, most);
    }

    private Ending run(String script) throws Exception {
        return run(script, NOTHING, Duration.ofSeconds(30), 1000);
    }

    @Test
    void handsOnArgumentsAndInputUntouched() throws Exception {
        var input = Files.writeString(work.resolve("input"), "`id` $(id) Bienen tänzeln\0");

        var ending = run("printf '%s|' \"$@\"; cat", input, Duration.ofSeconds(30), 1000);

        assertThat(ending)
                .isInstanceOfSatisfying(
                        Ending.Finished.class,
                        finished -> assertThat(new String(finished.output(), StandardCharsets.UTF_8))
                                .isEqualTo("a b|$HOME;|`id` $(id) Bienen tänzeln\0"));
    }

    @Test
    void saysHowAProgramFailed() throws Exception {
        assertThat(run("echo no such voice >&2; exit 3")).isEqualTo(new Ending.Failed(3, "no such voice"));
    }

    @Test
    void endsWhatIsStuck() throws Exception {
        assertThat(run("echo $$ > '" + work + "/pid'; exec sleep 100", NOTHING, Duration.ofMillis(500), 1000))
                .isEqualTo(new Ending.TimedOut());
        assertThat(ended()).isTrue();
    }

    @Test
    void endsWhatNeverStopsWriting() throws Exception {
        assertThat(run("echo $$ > '" + work + "/pid'; exec yes")).isEqualTo(new Ending.TooMuch());
        assertThat(ended()).isTrue();
    }

    @Test
    void endsWhatNobodyWaitsForAnyMore() throws Exception {
        var failure = new CompletableFuture<Throwable>();
        var caller = Thread.ofVirtual().start(() -> {
            try {
                run("echo $$ > '" + work + "/pid'; exec sleep 100");
            } catch (Exception e) {
                failure.complete(e);
            }
        });
        while (!Files.exists(work.resolve("pid")) || Files.size(work.resolve("pid")) == 0) {
            Thread.onSpinWait();
        }

        caller.interrupt();

        assertThat(failure.get(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.code()).isEqualTo(CommonErrorCode.CANCELLED));
        assertThat(ended()).isTrue();
    }

    @Test
    void saysThatAProgramCannotBeStarted() {
        assertThat(PROGRAMS.run(List.of(work.resolve("none").toString()), NOTHING, Limits.LOOK, 10))
                .isInstanceOf(Ending.Failed.class);
    }

    @Test
    void refusesToReadAFileThatIsNotThere() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> PROGRAMS.run(List.of("/bin/cat"), work.resolve("none"), Limits.LOOK, 10));
    }

    @Test
    void findsProgramsByNameAndByPath() throws Exception {
        var plain = Files.writeString(work.resolve("plain"), "");

        assertThat(Programs.find("sh")).isAbsolute().isExecutable();
        assertThat(Programs.find("/bin/sh")).isEqualTo(Path.of("/bin/sh"));
        assertThat(Programs.find(plain.toString())).isNull();
        assertThat(Programs.find("no-program-of-this-name")).isNull();
        assertThat(Programs.find(work.toString())).isNull();
    }

    /** Whether the process that wrote its id is gone; what was asked to end may take a moment. */
    private boolean ended() throws Exception {
        var process = ProcessHandle.of(
                Long.parseLong(Files.readString(work.resolve("pid")).strip()));
        if (process.isPresent()) {
            process.get().onExit().get(10, TimeUnit.SECONDS);
        }
        return true;
    }
}
