package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RawPictureTests {

    private static final int WIDTH = 16;
    private static final int HEIGHT = 12;

    /** Brightness rises by 8 with each column and by 4 with each row, colours by twice as much, as theirs are larger. */
    private final RawPicture slope = new RawPicture(WIDTH, HEIGHT, slope());

    @Test
    void showsItselfThroughAWindowOfItsSize() {
        var noise = new byte[RawPicture.size(WIDTH, HEIGHT)];
        new Random(1).nextBytes(noise);
        var seen = new byte[noise.length];

        new RawPicture(WIDTH, HEIGHT, noise).show(0, 0, 1, seen);

        assertThat(seen).isEqualTo(noise);
    }

    @Test
    void interpolatesBetweenPixels() {
        var seen = new byte[RawPicture.size(WIDTH, HEIGHT)];

        slope.show(0.5, 0.25, 1, seen);

        assertThat(brightness(seen, 3, 5)).isEqualTo(3 * 8 + 5 * 4 + 4 + 1);
        // Half as large, colours move half as far.
        assertThat(color(seen, 3, 2)).isEqualTo(3 * 16 + 2 * 8 + 4 + 1);
    }

    @Test
    void enlargesAroundThePlaceThatStays() {
        var seen = new byte[RawPicture.size(WIDTH, HEIGHT)];

        slope.show(WIDTH / 4.0, HEIGHT / 4.0, 2, seen);

        // The middle lies between two pixels, and each of them is two wide now.
        assertThat(brightness(seen, 7, 5)).isEqualTo(brightness(slope.bytes(), 7, 5) + 2 + 1);
        assertThat(brightness(seen, 9, 5) - brightness(seen, 7, 5)).isEqualTo(8);
        assertThat(brightness(seen, 7, 7) - brightness(seen, 7, 5)).isEqualTo(4);
        assertThat(color(seen, 5, 2) - color(seen, 3, 2)).isEqualTo(16);
    }

    @Test
    void seesNothingBeyondItsEdges() {
        var seen = new byte[RawPicture.size(WIDTH, HEIGHT)];

        slope.show(3, 3, 1, seen);

        assertThat(brightness(seen, WIDTH - 1, HEIGHT - 1)).isEqualTo(brightness(slope.bytes(), WIDTH - 1, HEIGHT - 1));
        assertThat(brightness(seen, WIDTH - 4, HEIGHT - 4)).isEqualTo(brightness(slope.bytes(), WIDTH - 1, HEIGHT - 1));
    }

    @Test
    void refusesAPictureOfAnotherSize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RawPicture(WIDTH, HEIGHT, new byte[10]))
                .withMessage("bytes: 10 (expected: 288)");
    }

    private static byte[] slope() {
        var bytes = new byte[RawPicture.size(WIDTH, HEIGHT)];
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                bytes[y * WIDTH + x] = (byte) (x * 8 + y * 4);
                if (x < WIDTH / 2 && y < HEIGHT / 2) {
                    var at = WIDTH * HEIGHT + y * WIDTH / 2 + x;
                    bytes[at] = (byte) (x * 16 + y * 8);
                    bytes[at + WIDTH * HEIGHT / 4] = (byte) 128;
                }
            }
        }
        return bytes;
    }

    private static int brightness(byte[] picture, int x, int y) {
        return picture[y * WIDTH + x] & 0xff;
    }

    private static int color(byte[] picture, int x, int y) {
        return picture[WIDTH * HEIGHT + y * WIDTH / 2 + x] & 0xff;
    }
}
