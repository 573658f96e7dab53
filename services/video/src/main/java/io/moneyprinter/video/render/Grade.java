package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.video.Effect;
import io.moneyprinter.ffmpeg.Filter;
import java.util.List;
import java.util.Locale;

/**
 * What a grade does to brightness and colours as they are in YUV, where pictures are already: a way through RGB and
 * back costs more than all of this.
 *
 * @param contrast 1 for none
 * @param lift of brightness, in levels of 219
 * @param saturation 1 for none, 0 for grey
 * @param blue added to the blue difference, in levels
 * @param red added to the red difference, in levels
 */
record Grade(double contrast, double lift, double saturation, double blue, double red) {

    /** Skin lies at about this angle in the plane of colour differences; teal lies across. */
    private static final double SKIN_DEGREES = 38;

    static List<Filter> filters(Effect.Grade preset, double amount) {
        return switch (preset) {
            case WARM -> new Grade(1.04, 1, 1.1, -14, 8).scaled(amount).tinted();
            case COOL -> new Grade(1.04, 0, 1, 13, -10).scaled(amount).tinted();
            case VIVID -> new Grade(1.16, 0, 1.6, 0, 0).scaled(amount).plain();
            case MUTED -> new Grade(0.86, 4, 0.45, 0, 0).scaled(amount).plain();
            case MONO -> new Grade(1.05, 0, 0, 0, 0).scaled(amount).plain();
            case SEPIA -> new Grade(0.95, 3, 0, -22, 12).scaled(amount).tinted();
            case NOIR -> new Grade(1.55, -12, 0, 0, 0).scaled(amount).plain();
            case TEAL_ORANGE -> tealAndOrange(amount);
        };
    }

    /**
     * Colours are drawn towards the line from teal to orange: the plane is turned until that line is its axis, what
     * lies across is pressed, what lies along is spread, and the plane is turned back.
     */
    private static List<Filter> tealAndOrange(double amount) {
        var along = 1 + 0.45 * amount;
        var across = 1 - 0.6 * amount;
        return List.of(
                filter("hue").with("h", -SKIN_DEGREES),
                filter("lutyuv")
                        .with("y", brightness(1 + 0.1 * amount, 0))
                        .with("u", difference(across, 0))
                        .with("v", difference(along, -4 * amount)),
                filter("hue").with("h", SKIN_DEGREES));
    }

    private Grade scaled(double amount) {
        return new Grade(
                1 + (contrast - 1) * amount, lift * amount, 1 + (saturation - 1) * amount, blue * amount, red * amount);
    }

    private List<Filter> plain() {
        return List.of(filter("eq")
                .with("contrast", contrast)
                .with("brightness", lift / 255)
                .with("saturation", saturation));
    }

    private List<Filter> tinted() {
        return List.of(filter("lutyuv")
                .with("y", brightness(contrast, lift))
                .with("u", difference(saturation, blue))
                .with("v", difference(saturation, red)));
    }

    private static String brightness(double contrast, double lift) {
        return "clip((val-126)*%s+126%s,16,235)".formatted(number(contrast), signed(lift));
    }

    private static String difference(double saturation, double shift) {
        return "clip((val-128)*%s+128%s,16,240)".formatted(number(saturation), signed(shift));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.2f", value);
    }
}
