package io.moneyprinter.orchestration.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.ProcessingStage;
import io.moneyprinter.contracts.orchestration.VideoStatus;
import io.moneyprinter.orchestration.RunningOrchestration;
import io.moneyprinter.orchestration.fake.FakeServices;
import io.moneyprinter.orchestration.video.VideoDesk;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorKind;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("orchestration");
    private static final String SCRIPT = "Bees dance.\nThey show the way.\nOthers follow.";

    private static final String UNIT = "video.unit.v1";
    private static final String[] STEPS = {
        "begin",
        "content#1",
        "count speech",
        UNIT,
        UNIT,
        UNIT,
        UNIT,
        "join [SPEECH, SHOT]",
        "plan#1",
        "count chunk",
        UNIT,
        UNIT,
        UNIT,
        UNIT,
        UNIT,
        "join [CHUNK, MIX]",
        "join#1",
        UNIT,
        UNIT,
        UNIT,
        "join [OPTIMISE, THUMBNAIL, PREVIEW]",
        "finish#1",
        "announce#1"
    };

    @TempDir
    Path home;

    private final FakeServices fakes = new FakeServices();
    private RunningOrchestration running;
    private VideoDesk desk;

    @BeforeEach
    void start() {
        start(RunningOrchestration.HASTE);
    }

    private void start(String... properties) {
        running = RunningOrchestration.start(DATABASE, home, fakes, properties);
        desk = new VideoDesk(running);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void makesAVideoInOrder() {
        var id = desk.submit(SCRIPT);

        var status = desk.awaitEnd(id);

        assertThat(status.status()).as("%s", status).isEqualTo(JobStatus.COMPLETED);
        assertThat(status.progress()).isEqualTo(100);
        assertThat(status.stages())
                .extracting(ProcessingStage::name, ProcessingStage::status, ProcessingStage::progress)
                .containsExactly(
                        tuple("script", JobStatus.COMPLETED, 100),
                        tuple("speech", JobStatus.COMPLETED, 100),
                        tuple("materials", JobStatus.COMPLETED, 100),
                        tuple("render", JobStatus.COMPLETED, 100),
                        tuple("finalise", JobStatus.COMPLETED, 100));
        var calls = fakes.calls.made();
        assertThat(calls)
                .containsOnlyOnce("content", "speech/0", "speech/1", "speech/2", "shot/0", "shot/1", "shot/2", "plan")
                .containsOnlyOnce("chunk/0", "chunk/1", "chunk/2", "chunk/3", "mix", "join")
                .containsOnlyOnce("optimise", "thumbnail", "preview");
        assertThat(calls).startsWith("content");
        assertThat(calls.indexOf("plan")).isEqualTo(7);
        assertThat(calls.indexOf("join")).isEqualTo(13);
        assertThat(fakes.rendering.plans.getFirst().sentences())
                .extracting(sentence -> sentence.text())
                .containsExactly("Bees dance.", "They show the way.", "Others follow.");
        assertThat(fakes.shots).allSatisfy(shot -> assertThat(shot.heading()).isEqualTo("Heading"));
        assertThat(fakes.shots.stream().map(shot -> shot.seed()).distinct()).hasSize(1);
        VideoDesk.until(() -> fakes.sent.containsKey(id + ".completed"));
        assertThat(desk.view(id).links()).isNotNull();
        assertThat(desk.view(id).duration()).isEqualTo(8.0);
    }

    /** A workflow that runs while the program is replaced goes on in the new one, by the order of its steps. */
    @Test
    void recordsTheStepsOfAVideoInTheOrderThatRunningOnesExpect() {
        var id = desk.submit("One.\nTwo.");
        desk.awaitEnd(id);
        VideoDesk.until(() -> !running.bean(WorkflowEngine.class).busy(id));

        assertThat(running.jdbc()
                        .sql(
                                "SELECT function_name FROM orchestration_engine.operation_outputs WHERE workflow_uuid = :id"
                                        + " ORDER BY function_id")
                        .param("id", id.value())
                        .query(String.class)
                        .list())
                .containsExactly(STEPS);
    }

    @Test
    void saysWhatEncodedTheFilmAndWhyNoGpuDid() {
        assertThat(stage(desk.awaitEnd(desk.submit(SCRIPT)), "render"))
                .extracting(ProcessingStage::provider, ProcessingStage::note)
                .containsExactly("libx264", null);

        fakes.rendering.lost = "encoded on the CPU: nvenc:0: it was lost";
        var status = desk.awaitEnd(desk.submit(SCRIPT));

        assertThat(status.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(stage(status, "render"))
                .extracting(ProcessingStage::provider, ProcessingStage::note)
                .containsExactly("h264_nvenc, libx264", "encoded on the CPU: nvenc:0: it was lost");
    }

    @Test
    void triesAgainWhatMayPass() {
        fakes.calls.fail(
                "speech/1",
                FakeServices.failure("PROVIDER_DOWN", ErrorKind.UPSTREAM, Duration.ZERO),
                FakeServices.failure("PROVIDER_DOWN", ErrorKind.UPSTREAM, Duration.ZERO));

        var id = desk.submit(SCRIPT);

        assertThat(desk.awaitEnd(id).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(outcomes(id, "speech", 1)).containsExactly("1 failed", "2 failed", "3 succeeded");
    }

    @Test
    void rendersAgainWhatIsGoneBeforeItIsJoined() {
        fakes.calls.fail("join", FakeServices.failure("PIECE_MISSING", ErrorKind.CONFLICT, Duration.ZERO));

        var id = desk.submit(SCRIPT);

        assertThat(desk.awaitEnd(id).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(fakes.calls.count("chunk/")).isEqualTo(8);
        assertThat(outcomes(id, "join", 0)).containsExactly("1 succeeded");
    }

    @Test
    void givesUpWhenThePieceThatIsGoneStaysGone() {
        fakes.calls.fail(
                "join",
                FakeServices.failure("PIECE_MISSING", ErrorKind.CONFLICT, Duration.ZERO),
                FakeServices.failure("PIECE_MISSING", ErrorKind.CONFLICT, Duration.ZERO));

        var status = desk.awaitEnd(desk.submit(SCRIPT));

        assertThat(status.status()).isEqualTo(JobStatus.FAILED);
        assertThat(status.error()).isNotNull();
        assertThat(status.error().code()).isEqualTo("PIECE_MISSING");
    }

    @Test
    void givesUpWhenTheRetriesAreUsedUp() {
        fakes.calls.fail(
                "speech/0",
                FakeServices.failure("PROVIDER_DOWN", ErrorKind.UPSTREAM, Duration.ZERO),
                FakeServices.failure("PROVIDER_DOWN", ErrorKind.UPSTREAM, Duration.ZERO),
                FakeServices.failure("PROVIDER_DOWN", ErrorKind.UPSTREAM, Duration.ZERO));

        var id = desk.submit(SCRIPT);
        var status = desk.awaitEnd(id);

        assertThat(status.status()).isEqualTo(JobStatus.FAILED);
        assertThat(status.error()).isNotNull();
        assertThat(status.error().code()).isEqualTo("PROVIDER_DOWN");
        assertThat(outcomes(id, "speech", 0)).containsExactly("1 failed", "2 failed", "3 failed");
    }

    @Test
    void outlastsAServiceThatIsAway() {
        for (var call = 0; call < 12; call++) {
            fakes.calls.fail("chunk/2", FakeServices.failure("SERVICE_UNREACHABLE", ErrorKind.UPSTREAM, Duration.ZERO));
        }

        var id = desk.submit("One.");

        assertThat(desk.awaitEnd(id).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(outcomes(id, "chunk", 2)).hasSize(13).endsWith("13 succeeded");
    }

    @Test
    void failsAtOnceForGoodAndCallsOffTheRest() {
        fakes.calls
                .block("shot/1")
                .fail("speech/0", FakeServices.failure("TEXT_REJECTED", ErrorKind.INVALID, Duration.ZERO));

        var id = desk.submit(SCRIPT);
        var status = desk.awaitEnd(id);

        assertThat(status.status()).isEqualTo(JobStatus.FAILED);
        assertThat(status.error()).isNotNull();
        assertThat(status.error().code()).isEqualTo("TEXT_REJECTED");
        assertThat(stage(status, "speech").status()).isEqualTo(JobStatus.FAILED);
        VideoDesk.until(() -> fakes.cancelled(id));
        VideoDesk.until(() -> fakes.sent.containsKey(id + ".failed"));
        VideoDesk.until(() -> !running.bean(WorkflowEngine.class).busy(id));
        assertThat(fakes.calls.count("plan")).isZero();
    }

    @Test
    void waitsAsLongAsItIsAsked() {
        fakes.calls.fail("speech/0", FakeServices.failure("THROTTLED", ErrorKind.THROTTLED, Duration.ofMinutes(30)));

        var id = desk.submit(SCRIPT);
        var status = desk.await(id, each -> stage(each, "speech").error() != null);

        var error = stage(status, "speech").error();
        assertThat(error).isNotNull();
        assertThat(error.code()).isEqualTo("THROTTLED");
        assertThat(error.detail()).matches(".*retrying in 1[78]\\d\\d s.*");
        desk.cancel(id);
        VideoDesk.until(() -> !running.bean(WorkflowEngine.class).busy(id));
    }

    @Test
    void treatsAFaultOfOursAsFinal() {
        fakes.calls.fail("mix", new IllegalArgumentException("secret detail"));

        var id = desk.submit(SCRIPT);
        var status = desk.awaitEnd(id);

        assertThat(status.status()).isEqualTo(JobStatus.FAILED);
        assertThat(status.error()).isNotNull();
        assertThat(status.error().code()).isEqualTo(CommonErrorCode.INTERNAL_ERROR.name());
        assertThat(status.error().detail()).doesNotContain("secret");
    }

    @Test
    void cancelsWhatRuns() {
        fakes.calls.block("chunk/0").block("chunk/1");
        var id = desk.submit(SCRIPT);
        VideoDesk.until(() -> fakes.calls.count("chunk/") == 2);

        var status = desk.cancel(id);

        assertThat(status.status()).isEqualTo(JobStatus.CANCELLED);
        VideoDesk.until(() -> !running.bean(WorkflowEngine.class).busy(id));
        VideoDesk.until(() -> fakes.cancelled(id));
        VideoDesk.until(() -> fakes.sent.containsKey(id + ".cancelled"));
        assertThat(fakes.calls.interrupted("chunk/0")).isTrue();
        assertThat(fakes.calls.count("chunk/")).isEqualTo(2);
        assertThat(desk.cancel(id).status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(desk.status(id).progress()).isLessThan(100);
        assertThat(outcomes(id, "chunk", 0)).containsExactly("1 stopped");
    }

    @Test
    void neverCompletesWhatWasCancelled() {
        fakes.calls.before(name -> {
            if (name.equals("preview")) {
                running.jdbc()
                        .sql("UPDATE orchestration.video SET status = 'cancelled' WHERE status = 'processing'")
                        .update();
            }
        });

        var id = desk.submit("One.");
        VideoDesk.until(() -> fakes.sent.containsKey(id + ".cancelled"));

        assertThat(desk.view(id).links()).isNull();
        assertThat(desk.status(id).status()).isEqualTo(JobStatus.CANCELLED);
    }

    @Test
    void deletesWhileItRuns() {
        fakes.calls.block("shot/0");
        var id = desk.submit(SCRIPT);
        VideoDesk.until(() -> fakes.calls.count("shot/0") == 1);

        desk.delete(id);

        VideoDesk.until(() -> rows(id) == 0);
        assertThat(fakes.forgotten).contains(UserId.LOCAL + " " + id);
        assertThat(fakes.unseen).contains(UserId.LOCAL + " " + id);
        assertThat(running.bean(WorkflowEngine.class).busy(id)).isFalse();
        assertThat(running.jdbc()
                        .sql(
                                "SELECT count(*) FROM orchestration_engine.workflow_status WHERE workflow_uuid LIKE :id || '%'")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void neverGoesBackwards() {
        fakes.calls.pace(Duration.ofMillis(30));
        var id = desk.submit(SCRIPT + "\nFour.\nFive.\nSix.");

        var last = desk.status(id);
        while (!last.status().terminal()) {
            var next = desk.status(id);
            assertThat(next.progress()).isGreaterThanOrEqualTo(last.progress());
            assertThat(next.progress()).isBetween(0, 100);
            last = next;
        }

        assertThat(last.status()).isEqualTo(JobStatus.COMPLETED);
        VideoDesk.until(() -> told(id).contains(100));
        assertThat(told(id)).isSorted();
        assertThat(fakes.progress).allMatch(update -> update.userId().equals(UserId.LOCAL));
    }

    @Test
    void goesOnAfterARestart() {
        fakes.calls.block("chunk/3");
        var id = desk.submit(SCRIPT);
        VideoDesk.until(() -> fakes.calls.count("chunk/3") == 1);
        VideoDesk.until(() -> outcomes(id, "chunk", 2).equals(List.of("1 succeeded")));

        running.close();
        fakes.calls.unblock("chunk/3");
        start();

        assertThat(desk.awaitEnd(id).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(outcomes(id, "chunk", 3)).containsExactly("1 released", "1 succeeded");
        assertThat(fakes.calls.made()).containsOnlyOnce("content", "speech/0", "shot/2", "plan", "chunk/0", "mix");
    }

    @Test
    void beginsWhatWasAcceptedByAProcessThatDiedBeforeItHandedItOver() {
        fakes.calls.block("content");
        var id = desk.submit(SCRIPT);
        VideoDesk.until(() -> fakes.calls.count("content") == 1);
        running.close();
        start("moneyprinter.orchestration.queues=none");
        running.bean(WorkflowEngine.class).forget(id);
        running.jdbc().sql("""
                UPDATE orchestration.video SET enqueued = false, status = 'pending', created_at = now() - interval '1 min'
                WHERE video_id = :id
                """).param("id", id.value()).update();
        running.close();
        fakes.calls.unblock("content");

        start();

        assertThat(desk.awaitEnd(id).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void givesASecondProcessOfTheSameHomeANameOfItsOwn() {
        fakes.calls.block("speech/0");
        var id = desk.submit(SCRIPT);
        VideoDesk.until(() -> fakes.calls.count("speech/0") == 1);

        try (var second = RunningOrchestration.start(DATABASE, home, fakes, RunningOrchestration.HASTE)) {
            fakes.calls.unblock("speech/0");
            assertThat(new VideoDesk(second).awaitEnd(id).status()).isEqualTo(JobStatus.COMPLETED);
        }

        assertThat(fakes.calls.made().stream().filter(name -> !name.startsWith("notify/")))
                .doesNotHaveDuplicates();
    }

    private List<Integer> told(VideoId id) {
        return fakes.progress.stream()
                .filter(update -> update.status().videoId().equals(id))
                .map(update -> update.status().progress())
                .toList();
    }

    private static ProcessingStage stage(VideoStatus status, String name) {
        return status.stages().stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> outcomes(VideoId id, String kind, int index) {
        return running.jdbc()
                .sql("""
                        SELECT attempt || ' ' || coalesce(outcome, 'open') FROM orchestration.step_execution
                        WHERE video_id = :id AND kind = :kind AND idx = :idx ORDER BY execution_id
                        """)
                .param("id", id.value())
                .param("kind", kind)
                .param("idx", index)
                .query(String.class)
                .list();
    }

    private int rows(VideoId id) {
        return running.jdbc()
                .sql("SELECT count(*) FROM orchestration.video WHERE video_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }
}
