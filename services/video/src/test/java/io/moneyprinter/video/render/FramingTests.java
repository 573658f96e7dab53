package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.materials.Visual.Composition;
import io.moneyprinter.contracts.video.Fit;
import io.moneyprinter.contracts.video.PictureSettings;
import io.moneyprinter.contracts.video.TransitionStyle;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.testing.GeneratedMedia;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTests {

    private static final Duration WHOLE = Duration.ofHours(1);

    @TempDir
    Path work;

    @Test
    void keepsTheLeftWhenThatIsTheFocus() throws Exception {
        // Left half white, right half black, on a canvas that shows less than a third of it.
        assertThat(shown(picture(Fit.COVER, 0.0)).mean(3)).isGreaterThan(225);
        assertThat(shown(picture(Fit.COVER, 1.0)).mean(3)).isLessThan(25);
        assertThat(shown(picture(Fit.COVER, 0.5)).mean(3)).isBetween(115.0, 140.0);
    }

    @Test
    void containsAllOfThePictureBetweenBars() throws Exception {
        var frames = shown(new PictureSettings(
                Fit.CONTAIN, null, null, "#808080", null, null, null, null, null, null, null, null));

        assertThat(frames.at(3, 20, 160)).as("the left half").isGreaterThan(225);
        assertThat(frames.at(3, 160, 160)).as("the right half").isLessThan(25);
        assertThat(frames.at(3, 90, 20)).as("above").isBetween(120, 136);
        assertThat(frames.at(3, 90, 300)).as("below").isBetween(120, 136);
    }

    @Test
    void fillsTheRestWithTheSamePictureBlurred() throws Exception {
        var frames = shown(picture(Fit.BLUR, null));

        assertThat(frames.at(3, 20, 160)).as("the picture in front").isGreaterThan(225);
        assertThat(frames.at(3, 10, 20)).as("the ground, darker").isBetween(100, 215);
        assertThat(frames.at(3, 170, 20)).isLessThan(40);
        assertThat(Math.abs(frames.at(3, 88, 20) - frames.at(3, 92, 20)))
                .as("no edge where the picture has one")
                .isLessThan(60);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 1.3, 2.0})
    void playsFootageAtAnySpeed(double speed) throws Exception {
        var film = new Film(work);
        // Every frame is a little brighter than the one before.
        var ramp = GeneratedMedia.silentVideo(
                work.resolve("ramp.mp4"),
                filter("color")
                        .with("color", "black")
                        .with("size", "180x320")
                        .with("rate", 30)
                        .with("duration", 8),
                filter("format").with("pix_fmts", "yuv420p"),
                filter("geq").with("lum", "64+N*0.5").with("cb", 128).with("cr", 128));
        var footage = new Visual.Footage(film.put(ramp), 180, 320, Duration.ofSeconds(8));
        film.sentence(Duration.ofMillis(6_000), footage);
        var normal = film.frames(film.plan(settings(1), WHOLE).chunks().getFirst());

        var frames = film.frames(film.plan(settings(speed), WHOLE).chunks().getFirst());

        for (var frame = 5; frame < 85; frame += 20) {
            assertThat(frames.mean(frame))
                    .as("frame %d", frame)
                    .isCloseTo(normal.mean((int) Math.round(frame * speed)), within(0.9));
        }
    }

    @Test
    void showsTheSameFramesInChunksAtAnOddSpeed() throws Exception {
        var film = new Film(work);
        film.sentence(Duration.ofMillis(6_000), film.footage("long", 320, 180, 25, 300));
        var whole = film.plan(settings(1.3), WHOLE);
        var chunked = film.plan(settings(1.3), Duration.ofMillis(1_100));
        assertThat(chunked.chunks()).hasSizeGreaterThan(3);

        var checksums = new ArrayList<String>();
        for (var chunk : chunked.chunks()) {
            checksums.addAll(film.checksums(chunk));
        }

        assertThat(checksums).isEqualTo(film.checksums(whole.chunks().getFirst()));
    }

    @ParameterizedTest
    @EnumSource(
            value = TransitionStyle.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CUT", "VARIED"})
    void goesFromOnePictureToTheOther(TransitionStyle style) throws Exception {
        var film = new Film(work);
        var dark = new Composition(List.of(film.background("dark", "0x202020")));
        var light = new Composition(List.of(film.background("light", "0xe0e0e0")));
        film.sentence(Duration.ofMillis(2_000), dark).sentence(Duration.ofMillis(2_000), light);
        var plan = film.plan(VideoSettings.DEFAULT.withTransition(style), WHOLE);

        var frames = film.frames(plan.chunks().getFirst());

        // The cut lies at 2.2 seconds, the transition 5 frames to either side.
        assertThat(frames.count()).isEqualTo((int) plan.frames());
        assertThat(frames.mean(60)).as("before").isCloseTo(32, within(4.0));
        assertThat(frames.mean(72)).as("after").isCloseTo(224, within(4.0));
        var middle = frames.mean(66);
        switch (style) {
            case FADE_BLACK -> assertThat(middle).isLessThan(32);
            case FADE_WHITE -> assertThat(middle).isGreaterThan(224);
            // Into the one picture before the other one shows.
            case ZOOM -> assertThat(frames.mean(69)).isBetween(34.0, 223.0);
            default -> assertThat(middle).isBetween(60.0, 200.0);
        }
    }

    @Test
    void movesEdgesWhereTheirNamesSay() throws Exception {
        assertThat(lightSide(TransitionStyle.WIPE_LEFT)).isEqualTo("right");
        assertThat(lightSide(TransitionStyle.WIPE_RIGHT)).isEqualTo("left");
        assertThat(lightSide(TransitionStyle.WIPE_UP)).isEqualTo("bottom");
        assertThat(lightSide(TransitionStyle.WIPE_DOWN)).isEqualTo("top");
        assertThat(lightSide(TransitionStyle.SLIDE_LEFT)).isEqualTo("right");
        assertThat(lightSide(TransitionStyle.PUSH_LEFT)).isEqualTo("right");
        assertThat(lightSide(TransitionStyle.PUSH_UP)).isEqualTo("bottom");
        assertThat(lightSide(TransitionStyle.CIRCLE_OPEN, 64)).isEqualTo("middle");
        assertThat(lightSide(TransitionStyle.CIRCLE_CLOSE, 69)).isEqualTo("edge");
    }

    /** Where the new, light picture is when the transition is a little more than half over. */
    private String lightSide(TransitionStyle style) throws Exception {
        return lightSide(style, 66);
    }

    private String lightSide(TransitionStyle style, int frame) throws Exception {
        var film = new Film(Files.createDirectories(work.resolve(style.name())));
        var dark = new Composition(List.of(film.background("dark", "black")));
        var light = new Composition(List.of(film.background("light", "white")));
        film.sentence(Duration.ofMillis(2_000), dark).sentence(Duration.ofMillis(2_000), light);
        var frames = film.frames(film.plan(VideoSettings.DEFAULT.withTransition(style), WHOLE)
                .chunks()
                .getFirst());
        var left = frames.at(frame, 6, 160) > 128;
        var right = frames.at(frame, 174, 160) > 128;
        var top = frames.at(frame, 90, 6) > 128;
        var bottom = frames.at(frame, 90, 314) > 128;
        if (left && right) {
            return top && bottom ? "edge" : top ? "top" : "bottom";
        }
        if (top && bottom) {
            return left ? "left" : "right";
        }
        if (!left && !right && !top && !bottom) {
            return "middle";
        }
        return top ? "top" : bottom ? "bottom" : left ? "left" : "right";
    }

    private static PictureSettings picture(Fit fit, Double focusX) {
        return new PictureSettings(fit, focusX, null, null, null, null, null, null, null, null, null, null);
    }

    private static VideoSettings settings(double speed) {
        return VideoSettings.DEFAULT
                .withTransition(TransitionStyle.CUT)
                .withPicture(
                        new PictureSettings(null, null, null, null, null, null, speed, null, null, null, null, null));
    }

    /** Footage of twice the canvas' width, white on its left half. */
    private Film.Frames shown(PictureSettings picture) throws Exception {
        var film = new Film(work);
        var halves = GeneratedMedia.silentVideo(
                work.resolve("halves.mp4"),
                filter("color")
                        .with("color", "black")
                        .with("size", "640x320")
                        .with("rate", 30)
                        .with("duration", 2),
                filter("drawbox")
                        .with("w", 320)
                        .with("h", 320)
                        .with("color", "white")
                        .with("t", "fill"));
        var footage = new Visual.Footage(film.put(halves), 640, 320, Duration.ofSeconds(2));
        var settings = VideoSettings.DEFAULT.withTransition(TransitionStyle.CUT).withPicture(picture);
        return film.frames(film.sentence(Duration.ofMillis(500), footage)
                .plan(settings, WHOLE)
                .chunks()
                .getFirst());
    }
}
