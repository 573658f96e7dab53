package io.moneyprinter.orchestration.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.orchestration.Translation;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.video.ConversionSettings;
import io.moneyprinter.orchestration.RunningOrchestration;
import io.moneyprinter.orchestration.fake.FakeServices;
import io.moneyprinter.orchestration.video.VideoDesk;
import io.moneyprinter.testing.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Kills real processes in the middle of the work, and reads the ledger afterwards. */
@Execution(ExecutionMode.CONCURRENT)
class CrashTests {

    private static final String LONG = "takes long; set -Dmoneyprinter.chaos=true";

    /** A point in every stage, on both sides of the call that does the work. */
    private static final List<String> DEATHS = List.of(
            "before:content",
            "after:speech/1",
            "before:plan",
            "after:plan",
            "after:chunk/2",
            "before:join",
            "after:join",
            "before:preview",
            "after:notify/video.completed");

    private final TestDatabase database = TestDatabase.withSchemas("orchestration");

    @TempDir
    Path home;

    @Test
    void finishesWhateverDiesAndRepeatsNothingThatWasFinished() throws Exception {
        var id = accept();

        var deaths = new ArrayList<String>();
        for (var doom : DEATHS) {
            if (run(id, doom) == DoomedProcess.DEAD) {
                deaths.add(doom);
            }
        }
        assertThat(run(id, "never")).isZero();

        assertThat(deaths).as("processes that died").isEqualTo(DEATHS);
        assertAllIsDoneOnce();
    }

    @Test
    @EnabledIfSystemProperty(named = "moneyprinter.chaos", matches = "true", disabledReason = LONG)
    void finishesTheSoundAloneWhateverDies() throws Exception {
        var id = accept(VideoDesk.script("One.\nTwo.\nThree.").withProduce(Produce.AUDIO));

        assertThat(run(id, "after:speech/1")).isEqualTo(DoomedProcess.DEAD);
        assertThat(run(id, "after:mix")).isEqualTo(DoomedProcess.DEAD);
        assertThat(run(id, "before:extract/M4A")).isEqualTo(DoomedProcess.DEAD);
        assertThat(run(id, "never")).isZero();

        assertAllIsDoneOnce();
        assertThat(list("SELECT DISTINCT kind FROM orchestration.step_execution ORDER BY kind"))
                .containsExactly("content", "finish", "mix", "plan", "sound", "speech");
    }

    private void assertAllIsDoneOnce() {
        assertThat(list("SELECT status FROM orchestration.video")).containsExactly("completed");
        assertThat(list("SELECT kind || idx FROM orchestration.unit WHERE state <> 'done'"))
                .isEmpty();
        assertNothingIsRepeated();
        assertThat(list("""
                SELECT unit.kind || unit.idx FROM orchestration.unit LEFT JOIN orchestration.step_execution done
                ON done.video_id = unit.video_id AND done.kind = unit.kind AND done.idx = unit.idx
                    AND done.outcome = 'succeeded'
                WHERE done.execution_id IS NULL
                """)).as("work without a line in the ledger").isEmpty();
        assertThat(list("SELECT kind FROM orchestration.step_execution WHERE outcome IS NULL"))
                .as("work that died")
                .isNotEmpty();
    }

    private void assertNothingIsRepeated() {
        assertThat(list("""
                SELECT later.kind || later.idx FROM orchestration.step_execution later
                JOIN orchestration.step_execution done USING (video_id, kind, idx)
                WHERE done.outcome = 'succeeded' AND later.execution_id > done.execution_id
                """))
                .as("work that was begun again although it was finished")
                .isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "moneyprinter.chaos", matches = "true", disabledReason = LONG)
    void convertsOnceWhateverDies() throws Exception {
        var id = accept();
        assertThat(run(id, "never")).isZero();
        try (var running = RunningOrchestration.start(
                database, home, new FakeServices(), "moneyprinter.orchestration.queues=none")) {
            new VideoDesk(running).convert(id, new ConversionSettings("av1", null, null, null, null, null));
        }

        assertThat(run(id, "before:convert")).isEqualTo(DoomedProcess.DEAD);
        assertThat(run(id, "after:convert")).isEqualTo(DoomedProcess.DEAD);
        assertThat(run(id, "never")).isZero();

        assertThat(list("SELECT coalesce(outcome, 'died') FROM orchestration.step_execution WHERE kind = 'conversion'"
                        + " ORDER BY execution_id"))
                .containsExactly("died", "died", "succeeded");
        assertThat(list("SELECT result FROM orchestration.step_result WHERE kind = 'conversion'"))
                .singleElement()
                .asString()
                .contains("films/converted.mp4");
    }

    @Test
    @EnabledIfSystemProperty(named = "moneyprinter.chaos", matches = "true", disabledReason = LONG)
    void translatesOnceWhateverDies() throws Exception {
        var original = accept();
        assertThat(run(original, "never")).isZero();
        var fakes = new FakeServices();
        fakes.model = true;
        VideoId id;
        try (var running =
                RunningOrchestration.start(database, home, fakes, "moneyprinter.orchestration.queues=none")) {
            id = new VideoDesk(running).translate(original, new Translation("de"));
        }

        assertThat(run(id, "before:translate")).isEqualTo(DoomedProcess.DEAD);
        assertThat(run(id, "after:translate")).isEqualTo(DoomedProcess.DEAD);
        assertThat(run(id, "after:speech/1")).isEqualTo(DoomedProcess.DEAD);
        assertThat(run(id, "after:join")).isEqualTo(DoomedProcess.DEAD);
        assertThat(run(id, "never")).isZero();

        assertThat(list("SELECT status FROM orchestration.video")).containsExactly("completed", "completed");
        assertThat(list("SELECT coalesce(outcome, 'died') FROM orchestration.step_execution WHERE kind = 'content'"
                        + " AND video_id = '%s' ORDER BY execution_id".formatted(id)))
                .containsExactly("died", "died", "succeeded");
        assertNothingIsRepeated();
        assertThat(list("SELECT idx FROM orchestration.step_execution WHERE kind = 'shot' AND video_id = '%s'"
                        .formatted(id)))
                .as("pictures that were looked for again")
                .isEmpty();
    }

    @Test
    void keepsOneVoiceWhateverDiesWhileAnotherTakesOver() throws Exception {
        var id = accept();
        var one = "moneyprinter.orchestration.concurrency.speech=1";
        var lost = DoomedProcess.LOST_FROM + 2;

        // Spoken by the other voice and not yet recorded; spoken again by it and not yet recorded; in between.
        assertThat(run(id, "after:speech/2", one, lost)).isEqualTo(DoomedProcess.DEAD);
        assertThat(list("SELECT provider FROM orchestration.casting")).containsExactly("fake");
        assertThat(run(id, "before:speech/0", one, lost)).isEqualTo(DoomedProcess.DEAD);
        assertThat(list("SELECT provider FROM orchestration.casting ORDER BY generation"))
                .containsExactly("fake", "other");
        assertThat(run(id, "after:speech/1", one, lost)).isEqualTo(DoomedProcess.DEAD);
        assertThat(run(id, "never", one, lost)).isZero();

        assertThat(list("SELECT status FROM orchestration.video")).containsExactly("completed");
        assertThat(list("SELECT provider FROM orchestration.unit WHERE kind = 'speech' ORDER BY idx"))
                .containsExactly("other", "other", "other", "other");
        assertThat(list("SELECT result FROM orchestration.step_result WHERE kind = 'speech' ORDER BY idx"))
                .hasSize(4)
                .allMatch(speech -> speech.contains("\"voice\":\"other-voice\""));
        assertThat(list("SELECT coalesce(outcome, 'died') || idx FROM orchestration.step_execution"
                        + " WHERE kind = 'speech'"))
                .containsExactlyInAnyOrder(
                        "replaced0",
                        "replaced1",
                        "died2",
                        "succeeded2",
                        "succeeded3",
                        "died0",
                        "succeeded0",
                        "died1",
                        "succeeded1");
    }

    @Test
    void takesOverFromAProcessThatDoesNotComeBack() throws Exception {
        var id = accept();
        assertThat(run(id, "after:chunk/2")).isEqualTo(DoomedProcess.DEAD);

        var fakes = new FakeServices();
        try (var other =
                RunningOrchestration.start(database, home.resolve("other"), fakes, RunningOrchestration.HASTE)) {
            assertThat(new VideoDesk(other).awaitEnd(id).progress()).isEqualTo(100);
            assertThat(fakes.calls.count("speech/")).isZero();
        }
        assertThat(list("SELECT DISTINCT executor FROM orchestration.step_execution"))
                .hasSize(2);
    }

    @Test
    void givesUpWhatKillsItsProcessEveryTime() throws Exception {
        var id = accept();

        var patience = "moneyprinter.orchestration.interruptions=2";

        assertThat(run(id, "before:plan", patience)).isEqualTo(DoomedProcess.DEAD);
        assertThat(run(id, "before:plan", patience)).isEqualTo(DoomedProcess.DEAD);
        assertThat(run(id, "before:plan", patience)).isZero();

        assertThat(list("SELECT status || ' ' || error_code FROM orchestration.video"))
                .containsExactly("failed WORK_INTERRUPTED_TOO_OFTEN");
    }

    /** Accepted by a process that is gone before it begins. */
    private VideoId accept() {
        return accept(VideoDesk.script("One.\nTwo.\nThree.\nFour."));
    }

    private VideoId accept(VideoRequest request) {
        try (var running = RunningOrchestration.start(
                database, home, new FakeServices(), "moneyprinter.orchestration.queues=none")) {
            return new VideoDesk(running).submit(request);
        }
    }

    private int run(VideoId id, String doom, String... properties) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedProcess.class.getName(),
                database.url(),
                database.username(),
                database.password(),
                home.toString(),
                id.value(),
                doom));
        command.addAll(List.of(properties));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("doomed.log").toFile())
                .start();
        try {
            assertThat(process.waitFor(180, TimeUnit.SECONDS)).as(doom).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> list(String query) {
        return database.jdbc().sql(query).query(String.class).list();
    }
}
