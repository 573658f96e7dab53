package io.moneyprinter.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
    void areReadableWhateverTheColoursOfABrandAre() {
        for (var colors : brands()) {
            var palette = Palette.ofBrand(colors);
            var description = "%s of %s"
                    .formatted(
                            palette, colors.stream().map(Integer::toHexString).toList());

            for (var ground : List.of(palette.ground(), palette.groundEnd())) {
                assertThat(Tint.contrast(palette.ink(), ground)).as(description).isGreaterThanOrEqualTo(7.3);
                assertThat(Tint.contrast(palette.accent(), ground))
                        .as(description)
                        .isGreaterThanOrEqualTo(5.4);
                assertThat(Tint.contrast(palette.shape(), ground))
                        .as(description)
                        .isGreaterThanOrEqualTo(3);
            }
            var inverted = palette.inverted();
            for (var ground : List.of(inverted.ground(), inverted.groundEnd())) {
                assertThat(Tint.contrast(inverted.ink(), ground))
                        .as(description)
                        .isGreaterThanOrEqualTo(4.5);
            }
            for (var color : List.of(palette.accent(), palette.second())) {
                var quiet = palette.quiet(color);
                var shape = Tint.mix(palette.groundEnd(), quiet, (quiet >>> 24) / 255.0);
                assertThat(Tint.contrast(palette.ink(), shape)).as(description).isGreaterThan(4.5);
                assertThat(Tint.contrast(palette.accent(), shape))
                        .as(description)
                        .isGreaterThan(4.5);
            }
        }
    }

    @Test
    void keepTheHueOfABrandAndShowItsFirstColourMost() {
        for (var color : List.of(0x0b5fff, 0xffdd00, 0xe60023, 0x00a86b, 0x7b2cbf, 0xff6600)) {
            var palette = Palette.ofBrand(List.of(0xff000000 | color, 0xffffffff));
            var wanted = Oklch.of(color);

            for (var ground : List.of(palette.ground(), palette.groundEnd())) {
                var seen = Oklch.of(ground);
                assertThat(Math.IEEEremainder(seen.hue() - wanted.hue(), Math.TAU))
                        .isBetween(-0.15, 0.15);
                assertThat(seen.chroma()).isGreaterThan(0.04);
            }
            assertThat(Oklch.of(palette.groundEnd()).distance(wanted)).isLessThan(0.25);
            assertThat(Oklch.of(palette.accent()).distance(Oklch.of(palette.ink())))
                    .isGreaterThan(0.08);
        }
    }

    @Test
    void leaveTheColoursOfABrandAsTheyAreWhereTextIsReadableOnThem() {
        var palette = Palette.ofBrand(List.of(0xff10206b, 0xffffd84d, 0xffff5a5f));

        assertThat(palette.groundEnd()).isEqualTo(0xff10206b);
        assertThat(palette.accent()).isEqualTo(0xffffd84d);
        assertThat(palette.second()).isEqualTo(0xffff5a5f);
    }

    /** The corners of the cube, greys, and a thousand others. */
    private static List<List<Integer>> brands() {
        var random = new SplittableRandom(1);
        var brands = new ArrayList<List<Integer>>();
        for (var color : List.of(
                0x000000, 0xffffff, 0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0x00ffff, 0xff00ff, 0x777777, 0x808080,
                0x010101, 0xfefefe, 0xc0c0c0, 0x404040)) {
            brands.add(List.of(0xff000000 | color));
            for (var other : List.of(0x000000, 0xffffff, 0xffff00, 0x808080, 0x0000ff, color)) {
                brands.add(List.of(0xff000000 | color, 0xff000000 | other));
            }
        }
        while (brands.size() < 1_000) {
            brands.add(random.ints(1 + random.nextInt(5), 0xff000000, 0).boxed().toList());
        }
        return brands;
    }

    @Test
    void measureContrastAsTheGuidelinesDo() {
        assertThat(Tint.contrast(0xff000000, 0xffffffff)).isEqualTo(21);
        assertThat(Tint.contrast(0xff777777, 0xffffffff)).isBetween(4.47, 4.49);
    }
}
