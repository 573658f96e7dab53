package io.moneyprinter.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTests {

    static List<Palette> palettes() {
        return Palette.ALL;
    }

    @Test
    void comeInManyKinds() {
        assertThat(Palette.ALL).hasSizeGreaterThanOrEqualTo(12);
        assertThat(Palette.ALL.stream().filter(Palette::dark).count()).isBetween(4L, Palette.ALL.size() - 4L);
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void areReadable(Palette palette) {
        for (var ground : List.of(palette.ground(), palette.groundEnd())) {
            assertThat(Tint.contrast(palette.ink(), ground)).isGreaterThan(7);
            assertThat(Tint.contrast(palette.accent(), ground)).isGreaterThan(4.5);
        }
        assertThat(Tint.contrast(palette.onAccent(), palette.accent())).isGreaterThan(4.5);
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void areReadableInverted(Palette palette) {
        var inverted = palette.inverted();

        assertThat(Tint.contrast(inverted.ink(), inverted.ground())).isGreaterThan(4.5);
        assertThat(Tint.contrast(inverted.ink(), inverted.groundEnd())).isGreaterThan(4.5);
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void keepTextReadableOnTheirQuietShapes(Palette palette) {
        for (var color : List.of(palette.accent(), palette.second())) {
            var quiet = palette.quiet(color);
            var shape = Tint.mix(palette.groundEnd(), quiet, (quiet >>> 24) / 255.0);

            assertThat(Tint.contrast(palette.ink(), shape)).isGreaterThan(4.5);
            assertThat(Tint.contrast(palette.accent(), shape)).isGreaterThan(4.2);
        }
    }

    @Test
    void measureContrastAsTheGuidelinesDo() {
        assertThat(Tint.contrast(0xff000000, 0xffffffff)).isEqualTo(21);
        assertThat(Tint.contrast(0xff777777, 0xffffffff)).isBetween(4.47, 4.49);
    }
}
