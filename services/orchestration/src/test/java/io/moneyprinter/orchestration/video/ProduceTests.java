package io.moneyprinter.orchestration.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.SoundFormat;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.orchestration.Edit;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.ProcessingStage;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.video.ConversionSettings;
import io.moneyprinter.contracts.video.Extract;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.SoundSettings;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.orchestration.RunningOrchestration;
import io.moneyprinter.orchestration.fake.FakeServices;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is heard or read of a video, without the rest of it. */
class ProduceTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("orchestration");
    private static final FakeServices FAKES = new FakeServices();
    private static final AssetId PHOTO = new AssetId("photo");
    private static final AssetId TALK = new AssetId("talk");
    private static final String SCRIPT = "Bees dance.\nOthers follow.";

    @TempDir
    static Path home;

    private static RunningOrchestration running;
    private static VideoDesk desk;

    @BeforeAll
    static void start() {
        FAKES.assets.put(PHOTO, Asset.Type.IMAGE);
        FAKES.assets.put(TALK, Asset.Type.AUDIO);
        running = RunningOrchestration.start(DATABASE, home, FAKES, RunningOrchestration.HASTE);
        desk = new VideoDesk(running);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void makesTheSoundAndStartsNothingElse() {
        var id = made(Produce.AUDIO, new SoundSettings(null, null, null, null, null, SoundFormat.MP3));

        assertThat(executed(id)).containsExactly("content", "finish", "mix", "plan", "sound", "speech", "speech");
        assertThat(FAKES.calls.made()).contains("extract/MP3");
        assertThat(plan(id).seen()).isFalse();
        var view = desk.view(id);
        assertThat(view.width()).isNull();
        assertThat(view.duration()).isEqualTo(8.0);
        var links = view.links();
        assertThat(links).isNotNull();
        assertThat(links.content()).isEqualTo("/api/v1/videos/" + id + "/content");
        assertThat(links.words()).isEqualTo("/api/v1/videos/" + id + "/words.json");
        assertThat(links.preview()).isNull();
        assertThat(links.thumbnail()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Produce.class,
            names = {"AUDIO", "CAPTIONS"})
    void showsTheStagesThatItHas(Produce produce) {
        var id = made(produce, null);

        var status = desk.status(id);
        assertThat(status.progress()).isEqualTo(100);
        assertThat(status.estimatedCompletion()).isNull();
        assertThat(status.stages())
                .extracting(ProcessingStage::name, ProcessingStage::status, ProcessingStage::progress)
                .containsExactly(
                        tuple("script", JobStatus.COMPLETED, 100),
                        tuple("speech", JobStatus.COMPLETED, 100),
                        tuple("render", JobStatus.COMPLETED, 100),
                        tuple("finalise", JobStatus.COMPLETED, 100));
        VideoDesk.until(() -> told(id).contains(100));
        assertThat(told(id)).isSorted();
    }

    @Test
    void makesCaptionsOfARecordingWithTheTimesOfItsFile() {
        var id = made(Produce.CAPTIONS, new SoundSettings(TALK, null, null, null, null, null));

        assertThat(executed(id)).containsExactly("content", "finish", "plan", "speech", "speech");
        assertThat(plan(id).sentences())
                .extracting(PlanRequest.SpokenSentence::at)
                .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(15));
        var links = desk.view(id).links();
        assertThat(links).isNotNull();
        assertThat(links.content()).isNull();
        assertThat(links.captionsSrt()).isNotNull();
        assertThat(links.words()).isNotNull();
    }

    @Test
    void laysOutARecordingAnewForItsSound() {
        var id = made(Produce.AUDIO, new SoundSettings(TALK, null, null, null, null, null));

        assertThat(plan(id).sentences())
                .allSatisfy(sentence -> assertThat(sentence.at()).isNull());
    }

    @Test
    void endsWhenItIsCancelled() {
        FAKES.calls.block("extract/WAV");
        var id = desk.submit(request(Produce.AUDIO, new SoundSettings(null, null, null, null, null, SoundFormat.WAV)));
        VideoDesk.until(() -> FAKES.calls.count("extract/WAV") == 1);

        assertThat(desk.cancel(id).status()).isEqualTo(JobStatus.CANCELLED);

        VideoDesk.until(() -> FAKES.calls.interrupted("extract/WAV"));
        VideoDesk.until(() -> FAKES.cancelled(id));
        assertThat(desk.view(id).links()).isNull();
        FAKES.calls.unblock("extract/WAV");
    }

    @ParameterizedTest
    @EnumSource(
            value = Produce.class,
            names = {"AUDIO", "CAPTIONS"})
    void takesEditsOfWhatIsThere(Produce produce) {
        var id = made(produce, null);

        var edited = desk.edit(id, new Edit.Words(1, "Others follow at once."), new Edit.Reorder(List.of(1, 0)));
        assertThat(desk.awaitEnd(edited).status()).isEqualTo(JobStatus.COMPLETED);

        assertThat(executed(edited)).filteredOn("speech"::equals).hasSize(1);
        assertThat(executed(edited)).doesNotContain("shot", "chunk");
        assertThat(plan(edited).sentences())
                .extracting(PlanRequest.SpokenSentence::text)
                .containsExactly("Others follow at once.", "Bees dance.");
        var compared = desk.compare(id, 1, 2);
        assertThat(compared.sentences()).hasSize(2);
        assertThat(compared.soundChanged()).isEqualTo(produce == Produce.AUDIO);
        assertRefused(() -> desk.edit(id, new Edit.ReplaceClip(0, null, PHOTO)), "nothing is seen of it");
    }

    @Test
    void leavesTheTimesOfARecordingAlone() {
        var id = made(Produce.CAPTIONS, new SoundSettings(TALK, null, null, null, null, null));

        assertRefused(() -> desk.edit(id, new Edit.Reorder(List.of(1, 0))), "captions of a recording");
        assertRefused(() -> desk.edit(id, new Edit.Trim(0, 1.0)), "captions of a recording");
        var edited = desk.edit(id, new Edit.EditCaption(0, "Bees are dancing."));
        assertThat(desk.awaitEnd(edited).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(plan(edited).sentences().getFirst().at()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void takesFromItOnlyWhatIsThere() {
        var sound = made(Produce.AUDIO, null);
        var captions = made(Produce.CAPTIONS, null);
        var other = new ConversionSettings("av1", null, null, null, null, null);

        var extract = desk.extract(sound, Extract.OPUS);
        VideoDesk.until(() -> executed(sound).contains("extract"));
        assertThat(extract.extract()).isEqualTo(Extract.OPUS);
        assertThat(executed(sound)).doesNotContain("join");
        assertNotProduced(() -> desk.extract(sound, Extract.GIF));
        assertNotProduced(() -> desk.convert(sound, other));
        assertNotProduced(() -> desk.extract(captions, Extract.MP3));
        assertNotProduced(() -> desk.convert(captions, other));
    }

    private static VideoId made(Produce produce, SoundSettings sound) {
        var id = desk.submit(request(produce, sound));
        var status = desk.awaitEnd(id);
        assertThat(status.status()).as("%s", status).isEqualTo(JobStatus.COMPLETED);
        return id;
    }

    private static VideoRequest request(Produce produce, SoundSettings sound) {
        return VideoDesk.script(SCRIPT)
                .withVideoSettings(VideoSettings.DEFAULT.withSound(sound))
                .withProduce(produce);
    }

    private static List<Integer> told(VideoId id) {
        return FAKES.progress.stream()
                .map(update -> update.status())
                .filter(status -> status.videoId().equals(id))
                .map(status -> status.progress())
                .toList();
    }

    private static PlanRequest plan(VideoId id) {
        return FAKES.rendering.plans.stream()
                .filter(plan -> plan.videoId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> executed(VideoId id) {
        return running.jdbc()
                .sql("""
                        SELECT kind FROM orchestration.step_execution WHERE video_id = :id AND outcome = 'succeeded'
                        ORDER BY kind
                        """)
                .param("id", id.value())
                .query(String.class)
                .list();
    }

    private static void assertRefused(ThrowingCallable call, String detail) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::detail)
                        .anyMatch(each -> each.contains(detail)));
    }

    private static void assertNotProduced(ThrowingCallable call) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.code().name()).isEqualTo("NOT_PRODUCED"));
    }
}
