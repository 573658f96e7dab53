package io.moneyprinter.tts.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.tts.audio.Activity;
import io.moneyprinter.tts.audio.Activity.Region;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTests {

    private static final int HOP = Activity.WINDOW;

    /** Half a second of speech, a pause of a second, half a second of speech. */
    private final Frames frames = Frames.of(List.of(new Region(10, 60), new Region(160, 210)), 220 * HOP, HOP);

    @Test
    void leavesTheMiddleOfAPauseOut() {
        assertThat(frames.size()).isBetween(114, 116);
    }

    @Test
    void endsBeforeAPauseAndStartsAfterIt() {
        var pause = frames.border(100 * HOP);

        assertThat(frames.end(pause)).isCloseTo(64 * HOP, within((double) HOP));
        assertThat(frames.start(pause)).isCloseTo(156 * HOP, within((double) HOP));
    }

    @Test
    void findsMomentsInSpeechAgain() {
        for (var window = 12; window < 60; window += 6) {
            var border = frames.border(window * HOP);

            assertThat(frames.start(border)).isCloseTo(window * HOP, within(0.5 * HOP));
            assertThat(frames.end(border)).isEqualTo(frames.start(border));
        }
    }

    @Test
    void knowsNoMomentOutside() {
        assertThat(frames.border(-5)).isZero();
        assertThat(frames.border(1e9)).isEqualTo(frames.size());
        assertThat(frames.start(frames.size())).isLessThanOrEqualTo(220 * HOP);
    }
}
