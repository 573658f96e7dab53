package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.video.CameraMove;
import io.moneyprinter.contracts.video.Easing;
import io.moneyprinter.contracts.video.PictureSettings;
import io.moneyprinter.contracts.video.TransitionStyle;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.testing.GeneratedMedia;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Watches a round spot in a photo while the camera moves, frame by frame and in fractions of a pixel. */
class CameraTests {

    private static final double PIXEL = 1;

    @TempDir
    Path work;

    @ParameterizedTest
    @EnumSource(Easing.class)
    void zoomsSmoothlyAlongItsCurve(Easing easing) throws Exception {
        var frames = frames(CameraMove.ZOOM_IN, easing);
        var last = frames.count() - 1;

        for (var frame = 0; frame <= last; frame++) {
            var scale = 1 + 0.15 * eased(easing, (double) frame / last);
            var spot = frames.middle(frame, 0, 0, 180, 320);
            // The spot is 50 pixels to the left of and 100 above the middle, which stays.
            assertThat(spot[0]).as("x of frame %d", frame).isBetween(90 - 50 * scale - 0.2, 90 - 50 * scale + 0.2);
            assertThat(spot[1]).as("y of frame %d", frame).isBetween(160 - 100 * scale - 0.2, 160 - 100 * scale + 0.2);
        }
    }

    @Test
    void neverTrembles() throws Exception {
        var frames = frames(CameraMove.ZOOM_IN, Easing.LINEAR);

        for (var frame = 2; frame < frames.count(); frame++) {
            var before = frames.middle(frame - 2, 0, 0, 180, 320);
            var between = frames.middle(frame - 1, 0, 0, 180, 320);
            var after = frames.middle(frame, 0, 0, 180, 320);
            assertThat(Math.abs(after[0] - 2 * between[0] + before[0]))
                    .as("change of speed at frame %d, in pixels", frame)
                    .isLessThan(0.12 * PIXEL);
            assertThat(Math.abs(after[1] - 2 * between[1] + before[1])).isLessThan(0.12 * PIXEL);
        }
    }

    @Test
    void pansFromOneEdgeToTheOther() throws Exception {
        var frames = frames(CameraMove.PAN_RIGHT, Easing.LINEAR);
        var last = frames.count() - 1;

        // The photo is 208 pixels wide, 28 more than the canvas, and the spot is enlarged with it.
        var first = frames.middle(0, 0, 0, 180, 320)[0];
        var end = frames.middle(last, 0, 0, 180, 320)[0];
        assertThat(first - end).isBetween(27.5, 28.5);
        for (var frame = 0; frame <= last; frame++) {
            var expected = first - 28.0 * frame / last;
            assertThat(frames.middle(frame, 0, 0, 180, 320)[0]).isBetween(expected - 0.2, expected + 0.2);
        }
    }

    private Film.Frames frames(CameraMove move, Easing easing) throws Exception {
        var film = new Film(work);
        var photo = work.resolve("spot.png");
        GeneratedMedia.image(
                photo,
                filter("color").with("color", "black").with("size", "360x640").with("rate", 1),
                filter("format").with("pix_fmts", "gray"),
                filter("geq").with("lum", "255*exp(-((X-79.5)*(X-79.5)+(Y-119.5)*(Y-119.5))/400)"));
        var still = new Visual.Still(film.put(photo), 360, 640, 1, 1, 0.5, 0.5);
        var picture = new PictureSettings(null, null, null, null, move, easing, null, null, null, null, null, null);
        var settings = VideoSettings.DEFAULT.withTransition(TransitionStyle.CUT).withPicture(picture);
        var plan = film.sentence(Duration.ofMillis(1_800), still).plan(settings, Duration.ofHours(1));
        return film.frames(plan.chunks().getFirst());
    }

    private static double eased(Easing easing, double time) {
        return switch (easing) {
            case LINEAR -> time;
            case EASE_IN -> 1 - Math.cos(Math.PI / 2 * time);
            case EASE_OUT -> Math.sin(Math.PI / 2 * time);
            case EASE_IN_OUT -> (1 - Math.cos(Math.PI * time)) / 2;
        };
    }
}
