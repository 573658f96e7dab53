package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.timeline.Transition;
import io.moneyprinter.video.plan.Segment;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlendTests {

    private static final Canvas CANVAS = new Canvas(144, 256, 30);
    private static final int FRAMES = 10;

    @TempDir
    Path work;

    @ParameterizedTest
    @EnumSource(Transition.Kind.class)
    void hasItsFramesAndNoColourOfItsOwn(Transition.Kind kind) {
        var shown = shown(kind, FRAMES);

        assertThat(shown.count()).isEqualTo(FRAMES);
        if (kind == Transition.Kind.FADE_BLACK || kind == Transition.Kind.FADE_WHITE) {
            return;
        }
        // From grey to a brighter grey: anything else, such as a line at an edge, comes from elsewhere.
        for (var frame = 0; frame < FRAMES; frame++) {
            for (var y = 0; y < CANVAS.height(); y++) {
                for (var x = 0; x < CANVAS.width(); x++) {
                    assertThat(shown.green(frame, x, y))
                            .as("frame %d at %d, %d", frame, x, y)
                            .isBetween(0x40 - 6, 0xb0 + 6);
                }
            }
        }
        assertThat(shown.mean(0)).as("the first frame").isBetween(58.0, 95.0);
        assertThat(shown.mean(FRAMES - 1)).as("the last frame").isBetween(145.0, 178.0);
    }

    @Test
    void opensACircleInTheMiddle() {
        var shown = shown(Transition.Kind.CIRCLE_OPEN, FRAMES, "0x40b0b0");

        assertThat(shown.green(4, 72, 128)).as("the middle").isCloseTo(0xb0, within(6));
        assertThat(shown.green(4, 72, 128 + 50)).as("inside").isCloseTo(0xb0, within(6));
        assertThat(shown.green(4, 72, 128 + 90)).as("outside").isCloseTo(0x40, within(6));
        assertThat(shown.green(4, 2, 2)).as("a corner").isCloseTo(0x40, within(6));
    }

    @Test
    void closesACircleAroundTheMiddle() {
        var shown = shown(Transition.Kind.CIRCLE_CLOSE, FRAMES, "0x40b0b0");

        assertThat(shown.green(5, 72, 128)).as("the middle").isCloseTo(0x40, within(6));
        assertThat(shown.green(5, 2, 2)).as("a corner").isCloseTo(0xb0, within(6));
    }

    @ParameterizedTest
    @EnumSource(Transition.Kind.class)
    void mayBeAsShortAsTwoFrames(Transition.Kind kind) {
        assertThat(shown(kind, 2).count()).isEqualTo(2);
    }

    private Pixels shown(Transition.Kind kind, int frames) {
        return shown(kind, frames, "0xb0b0b0");
    }

    private Pixels shown(Transition.Kind kind, int frames, String color) {
        var chains = new Chains();
        var blend = new Segment.Blend(kind, 0, 0, 1, 0, frames);
        var end = new Blends(chains, CANVAS)
                .blend(blend, plain(chains, "0x404040", frames), plain(chains, color, frames));
        return Pixels.of(chains, end, CANVAS.width(), CANVAS.height(), work);
    }

    private static Pad plain(Chains chains, String color, int frames) {
        return chains.chain(
                List.of(),
                List.of(
                        filter("color")
                                .with("color", color)
                                .with("size", "144x256")
                                .with("rate", CANVAS.fps()),
                        filter("trim").with("end_frame", frames),
                        filter("scale").with("out_color_matrix", "bt709").with("out_range", "tv"),
                        filter("format").with("pix_fmts", "yuv420p")));
    }
}
