package io.moneyprinter.video.card;

import io.moneyprinter.drawing.FontFamily;
import io.moneyprinter.drawing.TextSpec.Align;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Colours and letters of the cards of one video, {@code 0xAARRGGBB}. Chosen by the seed in the way in which designed
 * visuals choose theirs, so that a film looks as if made by one hand.
 *
 * @param ground where the backdrop begins
 * @param groundEnd where it ends
 * @param ink of text
 * @param accent what the eye should find first
 * @param second a quieter companion, for shapes only
 * @param capitals whether titles are set in capitals, in scripts that have them
 */
record CardTheme(
        int ground,
        int groundEnd,
        int ink,
        int accent,
        int second,
        FontFamily family,
        boolean capitals,
        Align align,
        long seed) {

    private static final List<int[]> PALETTES = List.of(
            new int[] {0x0f1026, 0x221d52, 0xf5f3ff, 0xffb703, 0x8b5cf6},
            new int[] {0x0b2a24, 0x14463a, 0xf1faee, 0xf4c95d, 0x52b788},
            new int[] {0x231815, 0x40291f, 0xfff3e6, 0xff9f5a, 0xd9b48f},
            new int[] {0x06202e, 0x0b3c54, 0xeaf8ff, 0x4dd4e6, 0xff7f66},
            new int[] {0x2a0e2e, 0x4a154b, 0xfff0fb, 0xff8fc7, 0xffc857},
            new int[] {0x16181d, 0x2a2f39, 0xf4f5f7, 0xb8f24a, 0x7d8798},
            new int[] {0x2b0f12, 0x571a1f, 0xfff1ec, 0xffc15e, 0xff6b57},
            new int[] {0x0a1f33, 0x123f4a, 0xf0fffa, 0x5ef0b0, 0x7aa5ff},
            new int[] {0x10206b, 0x1f3aa8, 0xf4f7ff, 0xffd84d, 0x6fa0ff},
            new int[] {0xfbf6ec, 0xf3e8d3, 0x1f1b16, 0xb02c16, 0xe9b44c},
            new int[] {0xeaf7f0, 0xcfebdd, 0x0f2e26, 0x0b6b4f, 0xf2a65a},
            new int[] {0xedf4ff, 0xd3e4ff, 0x10203f, 0x1d4ed8, 0xff8a5b},
            new int[] {0xfff1ee, 0xfbd9d2, 0x3a1220, 0xa8174f, 0xf29f8e},
            new int[] {0xfff9db, 0xffeba0, 0x26210a, 0x5b2bb5, 0xf59e0b},
            new int[] {0xf4efff, 0xe0d4ff, 0x23124a, 0x5b21b6, 0xf472b6},
            new int[] {0xf0f2e6, 0xdce3c8, 0x25301b, 0x8a3410, 0x8fa96b});

    static CardTheme of(long seed) {
        var random = new SplittableRandom(seed);
        var palette = PALETTES.get(random.nextInt(PALETTES.size()));
        var family = FontFamily.values()[random.nextInt(FontFamily.values().length)];
        var capitals = family == FontFamily.CONDENSED || family == FontFamily.GROTESQUE && random.nextBoolean();
        var align = random.nextInt(3) == 0 ? Align.CENTER : Align.START;
        return new CardTheme(
                opaque(palette[0]),
                opaque(palette[1]),
                opaque(palette[2]),
                opaque(palette[3]),
                opaque(palette[4]),
                family,
                capitals,
                align,
                seed);
    }

    /** The weight that the family is strongest in. */
    int weight() {
        return family == FontFamily.GROTESQUE ? 900 : 700;
    }

    SplittableRandom random() {
        return new SplittableRandom(seed ^ 0x6361726473L);
    }

    private static int opaque(int color) {
        return 0xff000000 | color;
    }
}
