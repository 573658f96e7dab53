package io.moneyprinter.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrackTests {

    private static final FrameRate RATE = FrameRate.of(30);

    @Test
    void keepsItsLengthAcrossADissolve() {
        var track = track(clip("a", 60), dissolve(), clip("b", 40), gap(20));

        assertThat(track.duration(RATE)).isEqualTo(new RationalTime(120, RATE));
        assertThat(track.items()).hasSize(3);
    }

    @Test
    void refusesATransitionThatIsNotBetweenItems() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> track(dissolve(), clip("a", 10)))
                .withMessage("track 'pictures': transition at 0 (expected: between two items)");
        assertThatIllegalArgumentException().isThrownBy(() -> track(clip("a", 10), dissolve()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> track(clip("a", 10), dissolve(), dissolve(), clip("b", 10)));
    }

    @Test
    void refusesClipsAndGapsWithoutLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clip("a", 0))
                .withMessage("clip 'a': 0 frames (expected: >= 1)");
        assertThatIllegalArgumentException().isThrownBy(() -> gap(0));
    }

    @Test
    void refusesCuesThatOverlap() {
        var first = new Cue(TimeRange.of(0, 10, RATE), "a", List.of());
        var second = new Cue(TimeRange.of(9, 10, RATE), "b", List.of());

        assertThat(new CaptionTrack("en", List.of(first)).cues()).containsExactly(first);
        assertThatIllegalArgumentException().isThrownBy(() -> new CaptionTrack("en", List.of(first, second)));
    }

    private static Track track(Composable... children) {
        return new Track("pictures", Track.Kind.VIDEO, List.of(children));
    }

    private static Clip clip(String name, long frames) {
        return new Clip(name, new MediaReference.Missing("a test"), TimeRange.of(0, frames, RATE));
    }

    private static Gap gap(long frames) {
        return new Gap(new RationalTime(frames, RATE));
    }

    private static Transition dissolve() {
        return new Transition(Transition.Kind.DISSOLVE, new RationalTime(6, RATE), new RationalTime(9, RATE));
    }
}
