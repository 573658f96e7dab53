package io.moneyprinter.orchestration.workflow;

import static io.moneyprinter.orchestration.fake.FakeServices.FIRST;
import static io.moneyprinter.orchestration.fake.FakeServices.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.Edit;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.ProcessingStage;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.orchestration.VideoStatus;
import io.moneyprinter.contracts.tts.Narrator;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.orchestration.RunningOrchestration;
import io.moneyprinter.orchestration.fake.FakeServices;
import io.moneyprinter.orchestration.video.VideoDesk;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos whose voice is lost. */
class NarratorTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("orchestration");
    private static final String SCRIPT = "Bees dance.\nThey show the way.\nOthers follow.\nIt is far.\nThey return.";
    private static final String ONE_BY_ONE = "moneyprinter.orchestration.concurrency.speech=1";

    @TempDir
    Path home;

    private final FakeServices fakes = new FakeServices();
    private RunningOrchestration running;
    private VideoDesk desk;

    private void start(String... properties) {
        var all = Stream.concat(Arrays.stream(RunningOrchestration.HASTE), Arrays.stream(properties));
        running = RunningOrchestration.start(DATABASE, home, fakes, all.toArray(String[]::new));
        desk = new VideoDesk(running);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void speaksAllOfItAgainInTheVoiceThatTakesOver() {
        start(ONE_BY_ONE);
        fakes.lostFrom = 3;

        var id = desk.submit(SCRIPT);
        var status = desk.awaitEnd(id);

        assertThat(status.status()).as("%s", status).isEqualTo(JobStatus.COMPLETED);
        assertThat(voices(0)).containsExactly(SECOND, SECOND, SECOND, SECOND, SECOND);
        assertThat(speech(status))
                .extracting(ProcessingStage::provider, ProcessingStage::note)
                .containsExactly(
                        SECOND,
                        "other-voice of other speaks the whole video, since fake-voice of fake failed"
                                + " (PROVIDER_DOWN: it is dead)");
        assertThat(fakes.speeches)
                .extracting(
                        request -> request.idempotencyKey().substring(id.value().length()))
                .containsExactlyInAnyOrder(
                        "/speech/0",
                        "/speech/1/1",
                        "/speech/2/1",
                        "/speech/3/1",
                        "/speech/0/2",
                        "/speech/1/2",
                        "/speech/2/2",
                        "/speech/4/2");
        assertThat(fakes.speeches.getLast().narrator()).isEqualTo(new Narrator(SECOND, "other-voice", List.of(FIRST)));
        assertThat(outcomes(id, 0)).containsExactly("1 replaced", "1 succeeded");
        assertThat(outcomes(id, 3)).containsExactly("1 succeeded");
    }

    @Test
    void speaksAgainWhatComesInAVoiceThatHasLost() {
        start("moneyprinter.orchestration.concurrency.speech=3");
        fakes.calls.block("speech/0").before(name -> {
            if (name.equals("speech/1")) {
                // Or the other sentence is asked for only when this one has settled who speaks.
                VideoDesk.until(() -> fakes.calls.count("speech/0") == 1);
                fakes.dead.add(FIRST);
            }
        });

        var id = desk.submit("One.\nTwo.");
        VideoDesk.until(() -> outcomes(id, 1).equals(List.of("1 succeeded")));
        fakes.dead.clear();
        fakes.calls.unblock("speech/0");
        var status = desk.awaitEnd(id);

        assertThat(voices(0)).containsExactly(SECOND, SECOND);
        assertThat(outcomes(id, 0)).containsExactly("1 replaced", "2 succeeded");
        assertThat(speech(status).note())
                .isEqualTo("other-voice of other speaks the video, since fake-voice of fake failed"
                        + " (PROVIDER_DOWN: it is dead)");
    }

    @Test
    void speaksAgainWhatAnEditHadKept() {
        start(ONE_BY_ONE);
        fakes.lostFrom = 1;
        var id = desk.submit("One.\nTwo.\nThree.");
        assertThat(desk.awaitEnd(id).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(voices(0)).containsExactly(SECOND, SECOND, SECOND);

        fakes.lostFrom = Integer.MAX_VALUE;
        fakes.dead.add(SECOND);
        var edited = desk.awaitEnd(desk.edit(id, new Edit.Words(2, "Four.")));

        assertThat(edited.status()).as("%s", edited).isEqualTo(JobStatus.COMPLETED);
        assertThat(voices(1)).containsExactly(FIRST, FIRST, FIRST);
        assertThat(speech(edited).note()).contains("fake-voice of fake speaks the whole video, since other-voice");
    }

    @Test
    void tellsWhichWordsAreSpokenAsTheyAreWritten() {
        start();
        fakes.soundless.add("Gqeberha");

        var status = desk.awaitEnd(desk.submit("Gqeberha lies by the sea.\nBees dance."));

        assertThat(speech(status).note())
                .isEqualTo(
                        "spoken as written, since fake-voice of fake cannot say the sounds of the lexicon: Gqeberha");
    }

    @Test
    void mixesVoicesForThoseWhoAllowIt() {
        start(ONE_BY_ONE);
        fakes.lostFrom = 3;

        var status = desk.awaitEnd(desk.submit(mixed(SCRIPT)));

        assertThat(status.status()).as("%s", status).isEqualTo(JobStatus.COMPLETED);
        assertThat(voices(0)).containsExactly(FIRST, FIRST, FIRST, SECOND, SECOND);
        assertThat(fakes.calls.count("speech/")).isEqualTo(5);
        assertThat(speech(status))
                .extracting(ProcessingStage::provider, ProcessingStage::note)
                .containsExactly(
                        "fake, other",
                        "other-voice of other speaks some sentences, since fake-voice of fake failed"
                                + " (PROVIDER_DOWN: it is dead)");
    }

    @Test
    void letsAnEditedSentenceBeSpokenByWhoeverSpeaksTheRest() {
        start(ONE_BY_ONE);
        fakes.lostFrom = 3;
        var id = desk.submit(SCRIPT);
        assertThat(desk.awaitEnd(id).status()).isEqualTo(JobStatus.COMPLETED);
        fakes.lostFrom = Integer.MAX_VALUE;

        var edited = desk.awaitEnd(desk.edit(id, new Edit.Words(1, "They show it.")));

        assertThat(edited.status()).as("%s", edited).isEqualTo(JobStatus.COMPLETED);
        assertThat(voices(1)).containsExactly(SECOND, SECOND, SECOND, SECOND, SECOND);
        assertThat(fakes.speeches.getLast())
                .extracting(SpeechRequest::text, SpeechRequest::narrator)
                .containsExactly("They show it.", new Narrator(SECOND, "other-voice", List.of()));
    }

    @Test
    void staysWithAVoiceAfterSoManyChanges() {
        start(ONE_BY_ONE, "moneyprinter.orchestration.voice-changes=0");
        fakes.lostFrom = 3;

        var id = desk.submit(SCRIPT);
        var status = desk.awaitEnd(id);

        assertThat(status.status()).isEqualTo(JobStatus.FAILED);
        assertThat(status.error()).isNotNull();
        assertThat(status.error().code()).isEqualTo("PROVIDERS_DOWN");
        assertThat(outcomes(id, 3)).containsExactly("1 failed", "2 failed", "3 failed");
        assertThat(outcomes(id, 0)).containsExactly("1 succeeded");
    }

    @Test
    void failsWhenNobodyIsLeft() {
        start(ONE_BY_ONE);
        fakes.dead.addAll(List.of(FIRST, SECOND));

        var status = desk.awaitEnd(desk.submit(SCRIPT));

        assertThat(status.status()).isEqualTo(JobStatus.FAILED);
        assertThat(status.error()).isNotNull();
        assertThat(status.error().code()).isEqualTo("PROVIDERS_DOWN");
    }

    private static VideoRequest mixed(String script) {
        var settings = new VoiceSettings(null, null, null, null, null, null, null, true);
        return VideoDesk.script(script).withVoiceSettings(settings);
    }

    /** Who speaks the sentences of a film. */
    private List<String> voices(int film) {
        return fakes.rendering.plans.get(film).sentences().stream()
                .map(sentence -> sentence.speech().provider())
                .toList();
    }

    private static ProcessingStage speech(VideoStatus status) {
        return status.stages().stream()
                .filter(stage -> stage.name().equals("speech"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> outcomes(VideoId id, int sentence) {
        return running.jdbc()
                .sql("""
                        SELECT attempt || ' ' || coalesce(outcome, 'open') FROM orchestration.step_execution
                        WHERE video_id = :id AND kind = 'speech' AND idx = :idx ORDER BY execution_id
                        """)
                .param("id", id.value())
                .param("idx", sentence)
                .query(String.class)
                .list();
    }
}
