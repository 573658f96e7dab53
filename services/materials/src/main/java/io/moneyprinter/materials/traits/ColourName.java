package io.moneyprinter.materials.traits;

/** Colours as people call them. */
enum ColourName {
    BLACK,
    WHITE,
    GREY,
    RED,
    ORANGE,
    BROWN,
    YELLOW,
    GREEN,
    TURQUOISE,
    BLUE,
    PURPLE,
    PINK;

    /** Of a pixel, each channel 0 to 255. */
    static ColourName of(int red, int green, int blue) {
        var max = Math.max(red, Math.max(green, blue));
        var min = Math.min(red, Math.min(green, blue));
        var chroma = max - min;
        if (max < 40) {
            return BLACK;
        }
        if (chroma < 28 || chroma < 0.15 * max) {
            return max < 60 ? BLACK : min > 210 ? WHITE : GREY;
        }
        var hue = hue(red, green, blue, max, chroma);
        if (hue < 15 || hue >= 345) {
            return min > 140 ? PINK : RED;
        }
        if (hue < 45) {
            return max < 160 ? BROWN : ORANGE;
        }
        if (hue < 70) {
            return YELLOW;
        }
        if (hue < 160) {
            return GREEN;
        }
        if (hue < 195) {
            return TURQUOISE;
        }
        if (hue < 255) {
            return BLUE;
        }
        return hue < 290 ? PURPLE : PINK;
    }

    /** In degrees. */
    private static double hue(int red, int green, int blue, int max, double chroma) {
        var sector = max == red
                ? ((green - blue) / chroma + 6) % 6
                : max == green ? (blue - red) / chroma + 2 : (red - green) / chroma + 4;
        return 60 * sector;
    }
}
