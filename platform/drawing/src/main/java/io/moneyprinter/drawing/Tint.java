package io.moneyprinter.drawing;

/** Arithmetic of colours, {@code 0xAARRGGBB}. Luminance and contrast are those of WCAG 2. */
public final class Tint {

    private Tint() {}

    public static int mix(int from, int to, double share) {
        var color = 0xff;
        for (var shift = 16; shift >= 0; shift -= 8) {
            var a = from >> shift & 0xff;
            var b = to >> shift & 0xff;
            color = color << 8 | (int) Math.round(a + (b - a) * share);
        }
        return color;
    }

    public static int withAlpha(int color, double alpha) {
        return (int) Math.round(alpha * 255) << 24 | color & 0xffffff;
    }

    public static double contrast(int one, int other) {
        var a = luminance(one) + 0.05;
        var b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    public static double luminance(int color) {
        return 0.2126 * linear(color >> 16 & 0xff) + 0.7152 * linear(color >> 8 & 0xff) + 0.0722 * linear(color & 0xff);
    }

    /** @param channel 0 to 255, as it is stored */
    static double linear(int channel) {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
