package io.moneyprinter.video.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.SoundSettings.CutEffect;
import io.moneyprinter.sound.music.Genre;
import io.moneyprinter.sound.music.Mood;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MixRequestTests {

    private static final ObjectKey A = new ObjectKey("speech/a.wav");
    private static final ObjectKey B = new ObjectKey("speech/b.wav");

    @Test
    void hasAnotherDigestAsSoonAsAnythingSoundsDifferent() {
        var calm = new Music.Composed(Mood.CALM, 1);
        var requests = Stream.of(
                new MixRequest(List.of(new Placement(A, 0, 10), new Placement(B, 10, 10)), 100, calm, 0),
                new MixRequest(List.of(new Placement(B, 0, 10), new Placement(A, 10, 10)), 100, calm, 0),
                new MixRequest(List.of(new Placement(A, 0, 10), new Placement(B, 11, 10)), 100, calm, 0),
                new MixRequest(List.of(new Placement(A, 0, 10), new Placement(B, 10, 10)), 101, calm, 0),
                new MixRequest(List.of(new Placement(A, 0, 10), new Placement(B, 10, 10)), 100, calm, -3),
                new MixRequest(
                        List.of(new Placement(A, 0, 10), new Placement(B, 10, 10)),
                        100,
                        new Music.Composed(Mood.CALM, 2),
                        0),
                new MixRequest(
                        List.of(new Placement(A, 0, 10), new Placement(B, 10, 10)),
                        100,
                        new Music.Composed(Mood.DREAMY, 1),
                        0),
                new MixRequest(
                        List.of(new Placement(A, 0, 10), new Placement(B, 10, 10)),
                        100,
                        new Music.Composed(Genre.LOFI, Mood.CALM, 1, false),
                        0),
                new MixRequest(
                        List.of(new Placement(A, 0, 10), new Placement(B, 10, 10)),
                        100,
                        new Music.Composed(Genre.LOFI, Mood.CALM, 1, true),
                        0),
                new MixRequest(
                        List.of(new Placement(A, 0, 10), new Placement(B, 10, 10)), 100, new Music.Recorded(A), 0),
                new MixRequest(List.of(new Placement(A, 0, 10), new Placement(B, 10, 10)), 100, new Music.None(), 0),
                request(new MixTarget(-16, -1), CutEffects.NONE),
                request(new MixTarget(-14, -2), CutEffects.NONE),
                request(MixTarget.DEFAULT, CutEffects.of(CutEffect.POP, 0, List.of(90_000L))),
                request(MixTarget.DEFAULT, CutEffects.of(CutEffect.CLICK, 0, List.of(90_000L))),
                request(MixTarget.DEFAULT, CutEffects.of(CutEffect.POP, -1, List.of(90_000L))),
                request(MixTarget.DEFAULT, CutEffects.of(CutEffect.POP, 0, List.of(90_001L))));

        assertThat(requests.map(request -> request.digest(1))).doesNotHaveDuplicates();
        assertThat(new MixRequest(List.of(new Placement(A, 0, 10)), 100, calm, 0).digest(1))
                .isEqualTo(new MixRequest(List.of(new Placement(A, 0, 10)), 100, calm, 0).digest(1))
                .isNotEqualTo(new MixRequest(List.of(new Placement(A, 0, 10)), 100, calm, 0).digest(2));
    }

    @Test
    void refusesTwoSentencesAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MixRequest(
                        List.of(new Placement(A, 0, 10), new Placement(B, 9, 10)), 100, new Music.None(), 0))
                .withMessage("placement: starts at 9 (expected: >= 10)");
    }

    @Test
    void refusesNarrationBeyondTheEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MixRequest(List.of(new Placement(A, 95, 10)), 100, new Music.None(), 0))
                .withMessage("narration: ends at 105 (expected: <= 100)");
    }

    @Test
    void countsOnlyEffectsThatAreHeard() {
        assertThat(CutEffects.of(CutEffect.NONE, 3, List.of(90_000L))).isEqualTo(CutEffects.NONE);
        assertThat(CutEffects.of(CutEffect.POP, 3, List.of(100L))).isEqualTo(CutEffects.NONE);
        assertThat(CutEffects.of(CutEffect.POP, 0, List.of(90_000L, 91_000L)))
                .isEqualTo(CutEffects.of(CutEffect.POP, 0, List.of(90_000L)));
        assertThat(CutEffects.of(CutEffect.WHOOSH, 0, List.of(20_000L))).isEqualTo(CutEffects.NONE);
    }

    private static MixRequest request(MixTarget target, CutEffects effects) {
        return new MixRequest(List.of(new Placement(A, 0, 10)), 100, new Music.None(), 0, target, effects);
    }
}
