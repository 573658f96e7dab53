package io.moneyprinter.drawing;

import java.util.List;

/**
 * Colours that go together, {@code 0xAARRGGBB}. Ink and accent are readable on both grounds.
 *
 * @param ground where the backdrop begins
 * @param groundEnd where it ends
 * @param ink of text
 * @param accent what the eye should find first
 * @param second a quieter companion, for shapes only
 */
public record Palette(String name, int ground, int groundEnd, int ink, int accent, int second) {

    public static final List<Palette> ALL = List.of(
            of("midnight", 0x0f1026, 0x221d52, 0xf5f3ff, 0xffb703, 0x8b5cf6),
            of("forest", 0x0b2a24, 0x14463a, 0xf1faee, 0xf4c95d, 0x52b788),
            of("espresso", 0x231815, 0x40291f, 0xfff3e6, 0xff9f5a, 0xd9b48f),
            of("deep sea", 0x06202e, 0x0b3c54, 0xeaf8ff, 0x4dd4e6, 0xff7f66),
            of("plum", 0x2a0e2e, 0x4a154b, 0xfff0fb, 0xff8fc7, 0xffc857),
            of("graphite", 0x16181d, 0x2a2f39, 0xf4f5f7, 0xb8f24a, 0x7d8798),
            of("ember", 0x2b0f12, 0x571a1f, 0xfff1ec, 0xffc15e, 0xff6b57),
            of("aurora", 0x0a1f33, 0x123f4a, 0xf0fffa, 0x5ef0b0, 0x7aa5ff),
            of("cobalt", 0x10206b, 0x1f3aa8, 0xf4f7ff, 0xffd84d, 0x6fa0ff),
            of("paper", 0xfbf6ec, 0xf3e8d3, 0x1f1b16, 0xb02c16, 0xe9b44c),
            of("mint", 0xeaf7f0, 0xcfebdd, 0x0f2e26, 0x0b6b4f, 0xf2a65a),
            of("sky", 0xedf4ff, 0xd3e4ff, 0x10203f, 0x1d4ed8, 0xff8a5b),
            of("blush", 0xfff1ee, 0xfbd9d2, 0x3a1220, 0xa8174f, 0xf29f8e),
            of("lemon", 0xfff9db, 0xffeba0, 0x26210a, 0x5b2bb5, 0xf59e0b),
            of("lilac", 0xf4efff, 0xe0d4ff, 0x23124a, 0x5b21b6, 0xf472b6),
            of("sage", 0xf0f2e6, 0xdce3c8, 0x25301b, 0x8a3410, 0x8fa96b));

    private static Palette of(String name, int ground, int groundEnd, int ink, int accent, int second) {
        var opaque = 0xff000000;
        return new Palette(name, opaque | ground, opaque | groundEnd, opaque | ink, opaque | accent, opaque | second);
    }

    static Palette named(String name) {
        return ALL.stream()
                .filter(palette -> palette.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("palette: %s (expected: one of ALL)".formatted(name)));
    }

    /**
     * Of the colours of a brand: the first one is the ground, and they are as light or dark as text needs them.
     *
     * @param colors opaque, at least one
     */
    public static Palette ofBrand(List<Integer> colors) {
        return BrandPalette.of(colors);
    }

    public boolean dark() {
        return Tint.luminance(ground) < 0.2;
    }

    /** Text on the accent. */
    public int onAccent() {
        var dark = dark() ? ground : ink;
        var light = dark() ? ink : ground;
        return Tint.contrast(dark, accent) > Tint.contrast(light, accent) ? dark : light;
    }

    /** The same colours with the accent as ground: for the moment that should stand out. */
    public Palette inverted() {
        var on = onAccent();
        var deeper = Tint.mix(accent, Tint.luminance(on) > 0.4 ? 0xff000000 : 0xffffffff, 0.1);
        return new Palette(name + " inverted", deeper, accent, on, on, Tint.mix(accent, on, 0.3));
    }

    /** A companion of the accent for forms that mean something: WCAG asks for 3 to 1 on what they stand on. */
    public int shape() {
        for (var share = 0.0; share < 1; share += 0.08) {
            var color = Tint.mix(second, ink, share);
            if (Math.min(Tint.contrast(color, ground), Tint.contrast(color, groundEnd)) >= 3) {
                return color;
            }
        }
        return ink;
    }

    /** As much of {@code color} over the grounds as leaves text on it readable. */
    public int quiet(int color) {
        for (var share = 0.6; share > 0.02; share -= 0.04) {
            var first = Tint.mix(ground, color, share);
            var last = Tint.mix(groundEnd, color, share);
            if (Math.min(readability(first), readability(last)) >= 5.2) {
                return Tint.withAlpha(color, share);
            }
        }
        return Tint.withAlpha(color, 0.02);
    }

    private double readability(int on) {
        return Math.min(Tint.contrast(ink, on), Tint.contrast(accent, on) * 1.1);
    }
}
