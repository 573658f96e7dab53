package io.moneyprinter.video.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.video.music.Mood;
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
                        List.of(new Placement(A, 0, 10), new Placement(B, 10, 10)), 100, new Music.Recorded(A), 0),
                new MixRequest(List.of(new Placement(A, 0, 10), new Placement(B, 10, 10)), 100, new Music.None(), 0));

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
}
