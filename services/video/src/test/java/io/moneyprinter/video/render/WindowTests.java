package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Visual.Composition;
import io.moneyprinter.contracts.materials.Visual.Entrance;
import io.moneyprinter.contracts.materials.Visual.Layer;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.video.plan.Framing;
import io.moneyprinter.video.plan.View;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watches a white form on black come in through its window; it moves from the third frame to the 13th. */
class WindowTests {

    private static final Canvas CANVAS = new Canvas(160, 144, 30);
    private static final int LEFT = 40;
    private static final int TOP = 20;
    private static final int WIDTH = 80;
    private static final int HEIGHT = 50;

    @TempDir
    Path work;

    @Test
    void uncoversFromTheLeftAndFromTheRightWithoutMovingWhatIsSeen() throws Exception {
        for (var style : new Entrance.Style[] {Entrance.Style.WIPE, Entrance.Style.WIPE_BACK}) {
            var forwards = style == Entrance.Style.WIPE;
            var pixels = frames(style, 0, 20);

            assertThat(white(pixels, 2)).as("before it begins").isZero();
            var before = 0;
            for (var frame = 4; frame < 12; frame++) {
                var seen = seen(frame);
                assertThat(white(pixels, frame)).isGreaterThanOrEqualTo(before);
                assertThat(pixels.red(frame, forwards ? LEFT + 1 : LEFT + WIDTH - 2, TOP + 9))
                        .as("the edge where %s begins, frame %d", style, frame)
                        .isGreaterThan(200);
                var beyond = forwards ? LEFT + seen + 6 : LEFT + WIDTH - 7 - seen;
                if (beyond > LEFT && beyond < LEFT + WIDTH) {
                    assertThat(pixels.red(frame, beyond, TOP + 9)).isLessThan(60);
                }
                before = white(pixels, frame);
            }
            assertThat(white(pixels, 19)).isEqualTo(WIDTH * HEIGHT);
        }
    }

    @Test
    void rollsTheFootOfATallPictureIntoItsWindow() throws Exception {
        var pixels = frames(Entrance.Style.ROLL, 0, 20);

        assertThat(white(pixels, 2)).isZero();
        for (var frame = 4; frame < 12; frame++) {
            assertThat(pixels.red(frame, LEFT + 9, TOP + HEIGHT - 2))
                    .as("its lower edge")
                    .isGreaterThan(200);
            assertThat(pixels.red(frame, LEFT + 9, TOP - 3))
                    .as("above the window")
                    .isLessThan(60);
        }
        assertThat(white(pixels, 5)).isLessThan(WIDTH * HEIGHT);
        assertThat(white(pixels, 19)).isEqualTo(WIDTH * HEIGHT);
    }

    @Test
    void goesOnInTheNextChunkWhereItWas() throws Exception {
        for (var style : new Entrance.Style[] {Entrance.Style.WIPE, Entrance.Style.WIPE_BACK, Entrance.Style.ROLL}) {
            var whole = frames(style, 0, 20);
            var rest = frames(style, 6, 14);

            for (var frame = 0; frame < 14; frame++) {
                assertThat(white(rest, frame))
                        .as("%s, frame %d", style, frame + 6)
                        .isEqualTo(white(whole, frame + 6));
            }
        }
    }

    /** How many pixels of the width are uncovered. */
    private static int seen(int frame) {
        var left = 1 - (frame - 3) / 10.0;
        return (int) (WIDTH * (1 - left * left * left));
    }

    private static int white(Pixels pixels, int frame) {
        var white = 0;
        for (var y = 0; y < CANVAS.height(); y++) {
            for (var x = 0; x < CANVAS.width(); x++) {
                white += pixels.red(frame, x, y) > 200 ? 1 : 0;
            }
        }
        return white;
    }

    private Pixels frames(Entrance.Style style, int from, int count) throws Exception {
        var ground = picture("ground.png", CANVAS.width(), CANVAS.height(), 0, 0, 0, 0);
        var form = switch (style) {
            case WIPE -> picture("wipe.png", 2 * WIDTH, HEIGHT, WIDTH, 0, WIDTH, HEIGHT);
            case WIPE_BACK -> picture("back.png", 2 * WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT);
            default -> picture("roll.png", WIDTH, 2 * HEIGHT, 0, HEIGHT, WIDTH, HEIGHT);
        };
        var entrance = new Entrance(style, Duration.ofMillis(100), Duration.ofMillis(333));
        var composition = new Composition(List.of(
                new Layer(
                        new ObjectKey("media/ground.png"), CANVAS.width(), CANVAS.height(), 0, 0, 0, 0, Entrance.NONE),
                new Layer(new ObjectKey("media/form.png"), WIDTH, HEIGHT, LEFT, TOP, 0, 0, entrance)));
        var chains = new Chains();
        var end = new Compositions(
                        chains, CANVAS, key -> Input.of(key.value().equals("media/form.png") ? form : ground))
                .show(composition, new View(composition, new Framing.Designed(), 20, from, count));
        return Pixels.of(chains, end, CANVAS.width(), CANVAS.height(), work);
    }

    /** White where said; elsewhere transparent, or black in a picture without white. */
    private Path picture(String name, int width, int height, int x, int y, int whiteWidth, int whiteHeight)
            throws Exception {
        var file = work.resolve(name);
        var inside = "between(X,%d,%d)*between(Y,%d,%d)".formatted(x, x + whiteWidth - 1, y, y + whiteHeight - 1);
        GeneratedMedia.image(
                file,
                filter("color")
                        .with("color", "black")
                        .with("size", width + "x" + height)
                        .with("rate", 1),
                filter("format").with("pix_fmts", "rgba"),
                filter("geq")
                        .with("r", whiteWidth == 0 ? "0" : "255")
                        .with("g", whiteWidth == 0 ? "0" : "255")
                        .with("b", whiteWidth == 0 ? "0" : "255")
                        .with("a", whiteWidth == 0 ? "255" : "255*" + inside));
        return file;
    }
}
