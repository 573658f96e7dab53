package io.moneyprinter.materials.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizeTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "320, 320, CONTAIN, 1920, 1080, 1920x1080 320x180",
                "320, -,   CONTAIN, 1920, 1080, 1920x1080 320x180",
                "-,   180, CONTAIN, 1920, 1080, 1920x1080 320x180",
                "2000, 2000, CONTAIN, 640, 480, 640x480 640x480",
                "320, 320, COVER, 1920, 1080, 1080x1080 320x320",
                "320, 640, COVER, 1920, 1080, 540x1080 320x640",
                // The box shrinks, and keeps its shape.
                "2000, 1000, COVER, 800, 800, 800x400 800x400",
                "1000, 2000, COVER, 800, 400, 200x400 200x400",
                "320, 100, FILL, 1920, 1080, 1920x1080 320x100",
                "2000, 1000, FILL, 800, 800, 800x800 800x400",
                "16, 2560, CONTAIN, 1, 3840, 1x3840 1x2560",
            })
    void neverEnlarges(@Nullable Integer width, @Nullable Integer height, Fit fit, int from, int high, String frame) {
        var made = new Resize(width, height, fit).of(from, high);

        assertThat("%dx%d %dx%d".formatted(made.cutWidth(), made.cutHeight(), made.width(), made.height()))
                .isEqualTo(frame);
    }

    @Test
    void staysWithinThePictureAndTheBox() {
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++) {
            var resize = new Resize(
                    Resize.SMALLEST + random.nextInt(Resize.LARGEST - Resize.SMALLEST + 1),
                    Resize.SMALLEST + random.nextInt(Resize.LARGEST - Resize.SMALLEST + 1),
                    Fit.values()[random.nextInt(3)]);
            var width = 1 + random.nextInt(4_000);
            var height = 1 + random.nextInt(4_000);

            var made = resize.of(width, height);

            assertThat(made.cutWidth()).as("%s of %dx%d", resize, width, height).isBetween(1, width);
            assertThat(made.cutHeight())
                    .as("%s of %dx%d", resize, width, height)
                    .isBetween(1, height);
            assertThat(made.width()).isBetween(1, Math.min(resize.width(), made.cutWidth()));
            assertThat(made.height()).isBetween(1, Math.min(resize.height(), made.cutHeight()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, CONTAIN, /width",
                "15, 100, CONTAIN, /width",
                "2561, 100, COVER, /width",
                "100, 0, FILL, /height",
                "100, -1, FILL, /height",
                "100, -, COVER, /fit",
                "-, 100, FILL, /fit"
            })
    void refusesSizesThatNobodyNeeds(@Nullable Integer width, @Nullable Integer height, Fit fit, String pointer) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> new Resize(width, height, fit))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(CommonErrorCode.FIELD_INVALID);
                    assertThat(refused.errors())
                            .singleElement()
                            .satisfies(error -> assertThat(error.pointer()).isEqualTo(pointer));
                });
    }
}
