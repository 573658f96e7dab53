package io.moneyprinter.drawing;

/**
 * A colour by what is seen of it, in the OKLCH space of Björn Ottosson: lighter and darker ones have the same hue.
 *
 * @param lightness 0 black to 1 white
 * @param chroma 0 grey to about 0.3
 * @param hue in radians; says nothing of a grey
 */
record Oklch(double lightness, double chroma, double hue) {

    private static final double IN_GAMUT = 1e-4;

    /** @param color {@code 0xAARRGGBB}; its alpha is not looked at */
    static Oklch of(int color) {
        var red = Tint.linear(color >> 16 & 0xff);
        var green = Tint.linear(color >> 8 & 0xff);
        var blue = Tint.linear(color & 0xff);
        var l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        var m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        var s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        var a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        var b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        return new Oklch(0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, Math.hypot(a, b), Math.atan2(b, a));
    }

    /** Opaque; as colourful as a screen can show it. */
    int toColor() {
        var low = 0.0;
        var high = chroma;
        if (shown(chroma)) {
            return color(chroma);
        }
        for (var i = 0; i < 16; i++) {
            var middle = (low + high) / 2;
            if (shown(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return color(low);
    }

    Oklch withLightness(double lightness) {
        return new Oklch(Math.clamp(lightness, 0, 1), chroma, hue);
    }

    /** How different two colours look: 0.02 is hardly seen, black and white are 1 apart. */
    double distance(Oklch other) {
        var a = chroma * Math.cos(hue) - other.chroma * Math.cos(other.hue);
        var b = chroma * Math.sin(hue) - other.chroma * Math.sin(other.hue);
        return Math.hypot(lightness - other.lightness, Math.hypot(a, b));
    }

    private boolean shown(double chroma) {
        for (var part : linear(chroma)) {
            if (part < -IN_GAMUT || part > 1 + IN_GAMUT) {
                return false;
            }
        }
        return true;
    }

    private int color(double chroma) {
        var color = 0xff;
        for (var part : linear(chroma)) {
            var value = Math.clamp(part, 0, 1);
            var encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
            color = color << 8 | (int) Math.round(255 * encoded);
        }
        return color;
    }

    private double[] linear(double chroma) {
        var a = chroma * Math.cos(hue);
        var b = chroma * Math.sin(hue);
        var l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        var m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        var s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }
}
