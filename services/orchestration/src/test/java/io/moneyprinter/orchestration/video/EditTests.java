package io.moneyprinter.orchestration.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.content.TranslationRequest;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.orchestration.Edit;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.Translation;
import io.moneyprinter.contracts.orchestration.VersionComparison.Aspect;
import io.moneyprinter.contracts.orchestration.VideoVersion;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.contracts.video.Effect;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.TransitionStyle;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.orchestration.OrchestrationErrorCode;
import io.moneyprinter.orchestration.RunningOrchestration;
import io.moneyprinter.orchestration.fake.FakeServices;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.ErrorKind;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("orchestration");
    private static final FakeServices FAKES = new FakeServices();
    private static final VoiceSettings FAST = new VoiceSettings(null, null, null, 1.5, null, null, null, null);
    private static final AssetId PHOTO = new AssetId("photo");

    @TempDir
    static Path home;

    private static RunningOrchestration running;
    private static VideoDesk desk;
    private static VideoId video;

    @BeforeAll
    static void makeAVideo() {
        FAKES.assets.put(PHOTO, Asset.Type.IMAGE);
        start();
        video = desk.submit("Bees dance.\nThey show two ways.\nA drawn map helps.\nOthers follow.");
        assertThat(desk.awaitEnd(video).status()).isEqualTo(JobStatus.COMPLETED);
    }

    private static void start() {
        running = RunningOrchestration.start(DATABASE, home, FAKES, RunningOrchestration.HASTE);
        desk = new VideoDesk(running);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void replacesOnePictureOfASentenceAndMakesNothingElseAgain() {
        var edited = edit(new Edit.ReplaceClip(1, 1, PHOTO));

        assertThat(executed(edited)).containsExactly("shot/1");
        assertThat(copied(edited))
                .containsExactly(
                        "content/0", "shot/0", "shot/2", "shot/3", "speech/0", "speech/1", "speech/2", "speech/3");
        var visuals = plan(edited).sentences().get(1).shot().visuals();
        assertThat(visuals).hasSize(2);
        assertThat(visuals.get(0))
                .isEqualTo(plan(video).sentences().get(1).shot().visuals().getFirst());
        assertThat(((Visual.Still) visuals.get(1)).image().value()).isEqualTo("assets/photo.png");
        assertThat(rendered(edited)).isEqualTo(1);
        assertThat(desk.compare(video, 1, version(edited)).soundChanged()).isFalse();
    }

    @Test
    void captionsASentenceWithOtherWords() {
        var edited = edit(new Edit.EditCaption(0, "  Bees\n dance! "));

        assertThat(executed(edited)).isEmpty();
        assertThat(sentences(edited)).extracting(Sentence::caption).containsExactly("Bees dance!", null, null, null);
        assertThat(sentences(edited)).extracting(Sentence::text).startsWith("Bees dance.");
        assertThat(desk.compare(video, 1, version(edited)).sentences())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.changed()).containsExactly(Aspect.CAPTION);
                    assertThat(change.to()).isZero();
                });
    }

    @Test
    void changesHowCaptionsLook() {
        var edited = edit(new Edit.CaptionStyle(SettingsFixture.preset("bold")));

        assertThat(executed(edited)).isEmpty();
        assertThat(plan(edited).settings().captions()).isEqualTo(SettingsFixture.preset("bold"));
        assertThat(rendered(edited)).isEqualTo(4);
    }

    @Test
    void changesTheMusicAndItsLevelAndRendersNoPicture() {
        var calm = edit(new Edit.MusicBed("calm", null));
        var quiet = editOf(calm, new Edit.MusicBed(null, -6.0));

        assertThat(executed(calm)).isEmpty();
        assertThat(executed(quiet)).isEmpty();
        assertThat(plan(quiet).settings().music()).isEqualTo("calm");
        assertThat(plan(quiet).settings().musicVolume()).isEqualTo(-6);
        assertThat(rendered(quiet)).isZero();
        var difference = desk.compare(video, version(calm), version(quiet));
        assertThat(difference.soundChanged()).isTrue();
        assertThat(difference.ranges()).isEmpty();
        assertThat(difference.settings())
                .singleElement()
                .satisfies(change -> assertThat(change.pointer()).isEqualTo("/video_settings/music_volume"));
    }

    @Test
    void removesASentenceAndShortensAPause() {
        var edited = edit(new Edit.Trim(1, null), new Edit.Trim(3, 0.05));

        assertThat(executed(edited)).isEmpty();
        assertThat(sentences(edited))
                .extracting(Sentence::text)
                .containsExactly("Bees dance.", "A drawn map helps.", "Others follow.");
        assertThat(sentences(edited).getLast().pauseAfter()).isEqualTo(Duration.ofMillis(50));
        assertThat(plan(edited).sentences())
                .extracting(sentence -> sentence.speech().audio())
                .containsExactly(audio(0), audio(2), audio(3));
        assertThat(desk.compare(video, 1, version(edited)).sentences())
                .extracting(change -> change.from() + ">" + change.to())
                .containsExactly("1>null", "3>2");
    }

    @Test
    void putsSentencesInAnotherOrder() {
        var edited = edit(new Edit.Reorder(List.of(3, 0, 1, 2)));

        assertThat(executed(edited)).isEmpty();
        assertThat(plan(edited).sentences())
                .extracting(sentence -> sentence.speech().audio())
                .containsExactly(audio(3), audio(0), audio(1), audio(2));
        assertThat(desk.compare(video, 1, version(edited)).sentences())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.moved()).isTrue();
                    assertThat(change.from()).isEqualTo(3);
                    assertThat(change.to()).isZero();
                });
    }

    @Test
    void speaksOneSentenceInAnotherVoiceAndRemembersIt() {
        var edited = edit(new Edit.Voice(0, FAST));
        var again = editOf(edited, new Edit.Words(0, "Bees hum."), new Edit.Reorder(List.of(1, 0, 2, 3)));

        assertThat(executed(edited)).containsExactly("speech/0");
        assertThat(rendered(edited)).isZero();
        assertThat(executed(again)).containsExactly("speech/1");
        assertThat(FAKES.speeches.getLast().voiceSettings()).isEqualTo(FAST);
        assertThat(FAKES.speeches.getLast().text()).isEqualTo("Bees hum.");
    }

    @Test
    void handsMarksToWhoeverSpeaksAndToNobodyElse() {
        var paused = edit(new Edit.Words(0, "Wasps [pause 300ms] dance."));
        var stressed = editOf(paused, new Edit.Words(0, "[emphasis]Wasps[/emphasis] dance."));

        assertThat(sentences(paused).getFirst().text()).isEqualTo("Wasps dance.");
        assertThat(plan(paused).sentences().getFirst().pauses()).containsExactly(6);
        assertThat(sentences(stressed).getFirst().text()).isEqualTo("Wasps dance.");
        assertThat(plan(stressed).sentences().getFirst().pauses()).isEmpty();
        assertThat(executed(stressed)).containsExactly("speech/0");
        assertThat(FAKES.speeches.getLast().text()).isEqualTo("[emphasis]Wasps[/emphasis] dance.");
    }

    @Test
    void speaksEverythingInAnotherVoice() {
        var edited = edit(new Edit.Voice(null, FAST));

        assertThat(executed(edited)).containsExactly("speech/0", "speech/1", "speech/2", "speech/3");
        assertThat(copied(edited)).containsExactly("content/0", "shot/0", "shot/1", "shot/2", "shot/3");
    }

    @Test
    void speaksOtherWordsAndDrawsAgainWhatShowsThem() {
        var found = edit(new Edit.Words(0, "Wasps dance."));
        var drawn = edit(new Edit.Words(2, "A drawn plan helps."));

        assertThat(executed(found)).containsExactly("speech/0");
        assertThat(executed(drawn)).containsExactly("shot/2", "speech/2");
        assertThat(sentences(found).getFirst().text()).isEqualTo("Wasps dance.");
        assertThat(desk.compare(video, 1, version(drawn)).sentences())
                .singleElement()
                .satisfies(change -> assertThat(change.changed())
                        .containsExactlyInAnyOrder(Aspect.TEXT, Aspect.SPEECH, Aspect.CLIP));
    }

    @Test
    void changesSettingsAndLeavesTheOthers() {
        var grain = List.of(new Effect(Effect.Type.GRAIN, null, 0.3));
        var first = edit(new Edit.Settings(
                VideoSettings.DEFAULT
                        .withTransition(TransitionStyle.CIRCLE_OPEN)
                        .withEffects(grain),
                null));
        var second = editOf(
                first,
                new Edit.Settings(
                        VideoSettings.DEFAULT.withCaptions(SettingsFixture.preset("bold")), List.of("effects")));

        assertThat(executed(first)).isEmpty();
        assertThat(plan(first).settings().effects()).isEqualTo(grain);
        assertThat(plan(second).settings().transition()).isEqualTo(TransitionStyle.CIRCLE_OPEN);
        assertThat(plan(second).settings().effects()).isNull();
        assertThat(plan(second).settings().captions()).isEqualTo(SettingsFixture.preset("bold"));
    }

    @Test
    void drawsAgainForAnotherCanvas() {
        var edited = edit(new Edit.Settings(VideoSettings.DEFAULT.withAspect("1:1"), null));

        assertThat(executed(edited)).containsExactly("shot/2");
        assertThat(plan(edited).canvas().height()).isEqualTo(1080);
    }

    @Test
    void goesOnAfterARestartWithoutDoingAnythingTwice() {
        FAKES.calls.block("join");
        var edited = desk.edit(video, new Edit.ReplaceClip(3, null, PHOTO));
        VideoDesk.until(() -> FAKES.calls.made().getLast().equals("join"));

        running.close();
        FAKES.calls.unblock("join");
        start();

        assertThat(desk.awaitEnd(edited).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(executed(edited)).containsExactly("shot/3");
        assertThat(running.jdbc()
                        .sql("""
                                SELECT count(*) FROM orchestration.step_execution
                                WHERE video_id = :id AND kind IN ('plan', 'mix', 'chunk')
                                """)
                        .param("id", edited.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(6);
    }

    @Test
    void goesOnTranslatingAfterARestartAndAsksForTheSameOnce() {
        FAKES.model = true;
        FAKES.calls.block("translate");
        var translated = desk.translate(video, new Translation("de"));
        VideoDesk.until(() -> FAKES.calls.made().getLast().equals("translate"));

        running.close();
        FAKES.calls.unblock("translate").fail("plan", FakeServices.failure("AWAY", ErrorKind.UPSTREAM, Duration.ZERO));
        start();

        assertThat(desk.awaitEnd(translated).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(FAKES.calls.count("translate")).isEqualTo(2);
        assertThat(FAKES.translations)
                .filteredOn(request -> request.idempotencyKey() != null)
                .extracting(TranslationRequest::idempotencyKey)
                .containsOnly(translated + "/content/0");
        assertThat(copied(translated)).containsExactly("shot/0", "shot/1", "shot/3");
        assertThat(sentences(editOf(translated, new Edit.EditCaption(0, "Bienen"))))
                .extracting(Sentence::text)
                .startsWith("de: Bees dance.");
    }

    @Test
    void keepsTheVersionsApartFromEachOther() {
        var root = desk.submit("One.\nTwo.");
        desk.awaitEnd(root);
        var second = editOf(root, new Edit.EditCaption(0, "1."));
        var third = editOf(second, new Edit.EditCaption(1, "2."));
        var fourth = editOf(second, new Edit.MusicBed("calm", null));

        assertThat(desk.versions(third)).extracting(VideoVersion::version).containsExactly(4, 3, 2, 1);
        assertThat(desk.versions(root)).extracting(VideoVersion::parentId).containsExactly(second, second, root, null);
        var difference = desk.compare(root, 3, 4);
        assertThat(difference.undone()).extracting(VideoVersion::version).containsExactly(3);
        assertThat(difference.done())
                .extracting(VideoVersion::edits)
                .containsExactly(List.of(new Edit.MusicBed("calm", null)));

        desk.delete(root);
        desk.delete(third);
        VideoDesk.until(() -> running.bean(Jobs.class).find(third).isEmpty());

        assertThat(desk.versions(fourth)).extracting(VideoVersion::version).containsExactly(4, 2);
        assertThat(desk.view(fourth).rootId()).isEqualTo(root);
        var fifth = editOf(fourth, new Edit.Trim(0, null));
        assertThat(desk.view(fifth).version()).isEqualTo(5);
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> desk.compare(fifth, 3, 5))
                .withMessage("no version '3' (expected: one of [2, 4, 5])")
                .extracting(CodedException::code)
                .isEqualTo(OrchestrationErrorCode.VERSION_NOT_FOUND);
    }

    private static VideoId edit(Edit... edits) {
        return editOf(video, edits);
    }

    private static VideoId editOf(VideoId parent, Edit... edits) {
        var edited = desk.edit(parent, edits);
        var status = desk.awaitEnd(edited);
        assertThat(status.status()).as("%s", status).isEqualTo(JobStatus.COMPLETED);
        return edited;
    }

    private static int version(VideoId id) {
        return desk.view(id).version();
    }

    /** Chunks that the first version does not have. */
    private static int rendered(VideoId id) {
        return desk.compare(video, 1, version(id)).chunks().rendered();
    }

    private static PlanRequest plan(VideoId id) {
        return FAKES.rendering.plans.stream()
                .filter(plan -> plan.videoId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectKey audio(int sentence) {
        return plan(video).sentences().get(sentence).speech().audio();
    }

    private static List<Sentence> sentences(VideoId id) {
        return running.bean(Results.class).content(id).sentences();
    }

    /** What was done to get pictures and sound for the version, as the ledger knows. */
    private static List<String> executed(VideoId id) {
        return list("""
                SELECT kind || '/' || idx FROM orchestration.step_execution
                WHERE video_id = :id AND kind IN ('content', 'speech', 'shot') ORDER BY 1
                """, id);
    }

    private static List<String> copied(VideoId id) {
        return list("SELECT kind || '/' || idx FROM orchestration.unit WHERE video_id = :id AND copied ORDER BY 1", id);
    }

    private static List<String> list(String query, VideoId id) {
        return running.jdbc()
                .sql(query)
                .param("id", id.value())
                .query(String.class)
                .list();
    }

    /** Settings with one of them given. */
    private static final class SettingsFixture {

        static CaptionSettings preset(String name) {
            return new CaptionSettings(
                    name, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null, null, null, null, null);
        }
    }
}
