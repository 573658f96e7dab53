package io.moneyprinter.tts.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testing.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills real processes with SIGKILL around the line in the ledger, and reads it afterwards. */
class CountedOnceTests {

    /** 128 and the number of the signal. */
    private static final int KILLED = 137;

    private static final int PATIENCE = 180;

    private final TestDatabase database = TestDatabase.withSchemas("tts");

    @TempDir
    private Path home;

    @Test
    void countsEverySoundOnceWhereverTheProcessIsKilled() throws Exception {
        kill("0 before count");
        assertThat(counted()).isEmpty();
        assertThat(kept()).isZero();

        kill("1 after count");
        assertThat(counted()).containsExactly("video/speech/0 11", "video/speech/1 14");
        assertThat(kept()).isEqualTo(1);

        kill("2 before words");
        assertThat(counted()).containsExactly("video/speech/0 11", "video/speech/1 14", "video/speech/2 13");
        assertThat(kept()).isEqualTo(2);

        kill("3 after count");
        assertThat(counted()).hasSize(4).last().isEqualTo("video/speech/3 10");
        assertThat(kept()).isEqualTo(3);

        kill("3 after words");
        var asked = asked();
        assertThat(asked)
                .containsExactly(
                        "Bees dance.",
                        "Bees dance.",
                        "Others follow.",
                        "Others follow.",
                        "Nobody leads.",
                        "Nobody leads.",
                        "Some wait,",
                        "Some wait,",
                        "some do not.");
        assertThat(kept()).isEqualTo(4);

        var last = run("never");
        last.inputReader().lines().forEach(line -> {});
        assertThat(last.waitFor()).isZero();
        assertThat(asked()).as("asked after all was kept").isEqualTo(asked);
        assertThat(counted())
                .containsExactly(
                        "video/speech/0 11",
                        "video/speech/1 14",
                        "video/speech/2 13",
                        "video/speech/3 10",
                        "video/speech/3 12");
    }

    private void kill(String doom) throws Exception {
        var process = run(doom);
        assertThat(process.inputReader().lines().anyMatch(DoomedSpeaker.HERE::equals))
                .as(doom)
                .isTrue();
        process.destroyForcibly();
        assertThat(process.waitFor()).as(doom).isEqualTo(KILLED);
    }

    private Process run(String doom) throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedSpeaker.class.getName(),
                        database.url(),
                        database.username(),
                        database.password(),
                        home.toString(),
                        doom)
                .redirectError(home.resolve("doomed.log").toFile())
                .start();
        CompletableFuture.delayedExecutor(PATIENCE, TimeUnit.SECONDS).execute(process::destroyForcibly);
        return process;
    }

    /** The work and the characters of each line. */
    private List<String> counted() {
        return database.jdbc()
                .sql("SELECT idempotency_key || ' ' || characters FROM tts.usage ORDER BY 1")
                .query(String.class)
                .list();
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(DoomedSpeaker.asked(home));
    }

    /** How many sounds will not be asked for again. */
    private long kept() throws IOException {
        try (var files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }
}
