package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrayPictureTests {

    @Test
    void findsNothingInASurface() {
        assertThat(picture((x, y) -> 128).appeal()).isZero();
        assertThat(picture((x, y) -> 0).appeal()).isZero();
    }

    @Test
    void likesSharpEdgesMoreThanSoftOnes() {
        var sharp = picture((x, y) -> x / 8 % 2 == 0 ? 60 : 190);
        var soft = picture((x, y) -> (int) (125 + 65 * Math.sin(x * Math.PI / 8)));

        assertThat(sharp.appeal()).isGreaterThan(soft.appeal());
    }

    @Test
    void likesDayMoreThanNight() {
        var day = picture((x, y) -> x / 8 % 2 == 0 ? 60 : 190);
        var night = picture((x, y) -> x / 8 % 2 == 0 ? 0 : 40);
        var glare = picture((x, y) -> x / 8 % 2 == 0 ? 255 : 215);

        assertThat(day.appeal()).isGreaterThan(night.appeal()).isGreaterThan(glare.appeal());
    }

    private interface Shade {
        int at(int x, int y);
    }

    private static GrayPicture picture(Shade shade) {
        var pixels = new byte[7 + 64 * 64];
        for (var y = 0; y < 64; y++) {
            for (var x = 0; x < 64; x++) {
                pixels[7 + y * 64 + x] = (byte) shade.at(x, y);
            }
        }
        return new GrayPicture(pixels, 7, 64, 64);
    }
}
