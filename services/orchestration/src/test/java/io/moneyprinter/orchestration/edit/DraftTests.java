package io.moneyprinter.orchestration.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotScore;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.orchestration.Edit;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.orchestration.edit.Revision.Picture;
import io.moneyprinter.orchestration.job.ShotInput;
import io.moneyprinter.orchestration.video.VideoDesk;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What edits make of pictures. */
class DraftTests {

    private static final AssetId PHOTO = new AssetId("photo");

    @Test
    void remembersWhatWasTurnedDownHoweverTheShotGoesOn() {
        var shot = stock("a").withTurnedDown(List.of("pexels/x"));

        var other = input(edited(List.of(shot), new Edit.OtherShot(0, null)), 0);
        var replaced = input(edited(List.of(shot), new Edit.ReplaceClip(0, null, PHOTO)), 0);
        var kept = edited(List.of(shot), new Edit.LockShot(0, true)).takes().getFirst();

        assertThat(other.another().turnedDown()).containsExactly("pexels/x", "pexels/a");
        assertThat(other.another().excluded()).containsExactly("pexels/a", "pexels/x");
        assertThat(replaced.base().turnedDown()).containsExactly("pexels/x", "pexels/a");
        assertThat(((Picture.Kept) kept.picture()).shot().turnedDown()).containsExactly("pexels/x");
    }

    @Test
    void turnsDownOnlyThePictureThatIsReplaced() {
        var replaced = input(edited(List.of(stock("a", "b")), new Edit.ReplaceClip(0, 1, PHOTO)), 0);

        assertThat(replaced.base().turnedDown()).containsExactly("pexels/b");
    }

    @Test
    void leavesOutWhatOtherSentencesShowOrAreGiven() {
        var revision = edited(
                List.of(stock("a"), drawn(), stock("c"), stock("d")),
                new Edit.OtherShot(0, List.of("honey")),
                new Edit.Words(1, "Other words."),
                new Edit.ReplaceClip(2, null, PHOTO));

        assertThat(input(revision, 0).another().exclude())
                .containsExactly("pexels/a", "pexels/c", "pexels/d", "library/photo");
        assertThat(input(revision, 1).another().exclude())
                .containsExactly("pexels/a", "pexels/c", "pexels/d", "library/photo");
        assertThat(input(revision, 1).another().turnedDown()).isEmpty();
    }

    @Test
    void drawsTheSameAgainForAnotherLook() {
        var photo = new Shot(List.of(composition()), "own", null, List.of(), List.of(PHOTO));
        var look = new Edit.Settings(VideoSettings.DEFAULT.withAspect("1:1"), null);

        var revision = edited(List.of(stock("a"), drawn(), drawn().withLocked(true), photo), look);

        assertThat(revision.takes().getFirst().picture()).isInstanceOf(Picture.Kept.class);
        for (var sentence : List.of(1, 2, 3)) {
            assertThat(input(revision, sentence).another()).isNull();
            assertThat(input(revision, sentence).redrawn()).isTrue();
        }
        assertThat(input(revision, 2).locked()).isTrue();
        assertThat(input(revision, 3).base().assetIds()).containsExactly(PHOTO);
    }

    @Test
    void looksForPicturesOfOtherWordsUnlessThePhotoIsGivenOrLocked() {
        var photo = new Shot(List.of(composition()), "own", null, List.of(), List.of(PHOTO));

        var revision = edited(
                List.of(drawn(), photo, drawn().withLocked(true)),
                new Edit.Words(0, "Other words."),
                new Edit.Words(1, "Other words."),
                new Edit.Words(2, "Other words."));

        assertThat(input(revision, 0).another()).isNotNull();
        assertThat(input(revision, 1).redrawn()).isTrue();
        assertThat(revision.takes().get(2).picture()).isInstanceOf(Picture.Kept.class);
    }

    private static Revision edited(List<Shot> shots, Edit... edits) {
        var sentences = IntStream.range(0, shots.size())
                .mapToObj(index -> new Sentence("Sentence " + index + ".", Duration.ZERO, List.of()))
                .toList();
        var content = new GeneratedContent(
                "Sentences.", "Title", "", List.of(), "en", 9, List.of(new Section(null, sentences)), Map.of());
        var speech = new Speech(new ObjectKey("speech/a.wav"), 48_000, 96_000, List.of(), "fake", "voice", false);
        var draft = new Draft(new Cut(
                VideoDesk.script("Sentences."),
                content,
                shots.stream().map(_ -> speech).toList(),
                shots));
        for (var edit : edits) {
            draft.apply(edit, "/edits/0", (pointer, detail) -> {
                throw new AssertionError(pointer + ": " + detail);
            });
        }
        return draft.finish();
    }

    private static ShotInput input(Revision revision, int sentence) {
        assertThat(revision.takes().get(sentence).picture()).isInstanceOf(Picture.Made.class);
        return ((Picture.Made) revision.takes().get(sentence).picture()).input();
    }

    private static Shot stock(String... ids) {
        return new Shot(Arrays.stream(ids).map(DraftTests::still).toList(), "pexels", null)
                .withScores(Stream.of(ids)
                        .map(id -> new ShotScore("pexels/" + id, id, 1, 1, 1, 1, 1, 1, 1, List.of()))
                        .toList());
    }

    private static Visual still(String id) {
        return new Visual.Still(new ObjectKey("materials/%s.jpg".formatted(id)), 90, 160, 1, 1.1, 0.5, 0.5);
    }

    private static Shot drawn() {
        return new Shot(List.of(composition()), "designed", null);
    }

    private static Visual composition() {
        return new Visual.Composition(List.of(
                new Visual.Layer(new ObjectKey("designed/a.png"), 1080, 1920, 0, 0, 0, 0, Visual.Entrance.NONE)));
    }
}
