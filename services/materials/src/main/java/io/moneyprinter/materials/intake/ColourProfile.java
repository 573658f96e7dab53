package io.moneyprinter.materials.intake;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.ffmpeg.Filter;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of a picture mean where they do not mean sRGB, as cameras, telephones and editors write it into
 * files: three primaries and how values grow brighter. Pictures of ours say nothing of colours, so that everybody takes
 * them for sRGB; those of others are turned into that.
 *
 * <p>Profiles are read here, since what reads them elsewhere was never meant for those of strangers. One that is broken,
 * of printers or made of tables is none, as in browsers.
 */
final class ColourProfile {

    /** What telephones write into pictures that name their colours by a number. */
    static final ColourProfile DISPLAY_P3 = new ColourProfile(
            new double[][] {{0.51512, 0.29198, 0.15710}, {0.24120, 0.69225, 0.06657}, {-0.00105, 0.04189, 0.78407}},
            List.of(Curve.SRGB, Curve.SRGB, Curve.SRGB));

    /** Of XYZ, as it is under the light that profiles are written for, to linear sRGB. */
    private static final double[][] TO_SRGB = {
        {3.1341359, -1.6173863, -0.4906619}, {-0.9787955, 1.9162544, 0.0334427}, {0.0719554, -0.2289768, 1.4053860}
    };

    private static final double[] WHITE = {0.9642, 1, 0.8249};

    /** How far primaries may miss white together; profiles are rounded, and some were never right. */
    private static final double NEAR_WHITE = 0.05;

    /** What nobody sees. */
    private static final double SAME = 0.012;

    private static final int HEADER = 128;
    private static final int MOST_TAGS = 100;
    private static final int MOST_POINTS = 4_096;

    /** Of a curve that is drawn by points. */
    private static final int PIECES = 32;

    private static final String FROM_LIGHT =
            "65535*if(lte(val,205.3),val/65535*12.92,1.055*pow(val/65535,1/2.4)-0.055)";

    private final double[][] toXyz;
    private final List<Curve> curves;

    private ColourProfile(double[][] toXyz, List<Curve> curves) {
        this.toXyz = toXyz;
        this.curves = curves;
    }

    /** Empty for what is no profile of red, green and blue that can be used. */
    static Optional<ColourProfile> read(byte[] icc) {
        try {
            return Optional.ofNullable(parse(ByteBuffer.wrap(icc)));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static @Nullable ColourProfile parse(ByteBuffer icc) {
        if (!text(icc, 36).equals("acsp")
                || !text(icc, 16).equals("RGB ")
                || !text(icc, 20).equals("XYZ ")) {
            return null;
        }
        var tags = tags(icc);
        var toXyz = new double[3][3];
        var column = 0;
        for (var name : List.of("rXYZ", "gXYZ", "bXYZ")) {
            var at = tags.get(name);
            if (at == null || !text(icc, at).equals("XYZ ")) {
                return null;
            }
            for (var row = 0; row < 3; row++) {
                toXyz[row][column] = fixed(icc, at + 8 + 4 * row);
            }
            column++;
        }
        for (var row = 0; row < 3; row++) {
            if (Math.abs(toXyz[row][0] + toXyz[row][1] + toXyz[row][2] - WHITE[row]) > NEAR_WHITE) {
                return null;
            }
        }
        var curves = new ArrayList<Curve>();
        for (var name : List.of("rTRC", "gTRC", "bTRC")) {
            var at = tags.get(name);
            var curve = at == null ? null : curve(icc, at);
            if (curve == null) {
                return null;
            }
            curves.add(curve);
        }
        return new ColourProfile(toXyz, List.copyOf(curves));
    }

    private static Map<String, Integer> tags(ByteBuffer icc) {
        var count = icc.getInt(HEADER);
        var tags = new HashMap<String, Integer>();
        for (var i = 0; i < Math.clamp(count, 0, MOST_TAGS); i++) {
            tags.putIfAbsent(text(icc, HEADER + 4 + 12 * i), icc.getInt(HEADER + 8 + 12 * i));
        }
        return tags;
    }

    private static @Nullable Curve curve(ByteBuffer icc, int at) {
        return switch (text(icc, at)) {
            case "curv" -> drawn(icc, at + 8);
            case "para" -> parametric(icc, at + 8);
            default -> null;
        };
    }

    /** No point is a straight line, one is a power, and more are a curve from black to white. */
    private static @Nullable Curve drawn(ByteBuffer icc, int at) {
        var count = icc.getInt(at);
        if (count < 0 || count > MOST_POINTS) {
            return null;
        }
        if (count == 0) {
            return new Curve.Power(1, 1, 0, 0, 0, 0, 0).checked();
        }
        if (count == 1) {
            return new Curve.Power((icc.getShort(at + 4) & 0xffff) / 256.0, 1, 0, 0, 0, 0, 0).checked();
        }
        var points = IntStream.range(0, count)
                .mapToDouble(i -> (icc.getShort(at + 4 + 2 * i) & 0xffff) / 65_535.0)
                .toArray();
        return new Curve.Points(points).checked();
    }

    /** {@code y = (a x + b)^g + e} from {@code d} on, and {@code y = c x + f} below it. */
    private static @Nullable Curve parametric(ByteBuffer icc, int at) {
        var kind = icc.getShort(at);
        var numbers = new double[7];
        var given = new int[] {1, 3, 4, 5, 7};
        if (kind < 0 || kind >= given.length) {
            return null;
        }
        for (var i = 0; i < given[kind]; i++) {
            numbers[i] = fixed(icc, at + 4 + 4 * i);
        }
        var g = numbers[0];
        var a = kind == 0 ? 1 : numbers[1];
        var b = numbers[2];
        var c = numbers[3];
        var curve = switch (kind) {
            case 0 -> new Curve.Power(g, 1, 0, 0, 0, 0, 0);
            case 1 -> new Curve.Power(g, a, b, 0, -b / a, 0, 0);
            case 2 -> new Curve.Power(g, a, b, 0, -b / a, c, c);
            case 3 -> new Curve.Power(g, a, b, c, numbers[4], 0, 0);
            default -> new Curve.Power(g, a, b, c, numbers[4], numbers[5], numbers[6]);
        };
        return curve.checked();
    }

    private static String text(ByteBuffer bytes, int at) {
        var text = new byte[4];
        bytes.get(at, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static double fixed(ByteBuffer bytes, int at) {
        return bytes.getInt(at) / 65_536.0;
    }

    /** How values grow brighter, both from 0 to 1. */
    private sealed interface Curve {

        Curve SRGB = new Power(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045, 0, 0);

        double at(double value);

        /** The same for FFmpeg, of and as numbers up to 65535. */
        String expression();

        /** Null when it does not lead from black to white. */
        default @Nullable Curve checked() {
            var last = 0.0;
            for (var i = 0; i <= 16; i++) {
                var light = at(i / 16.0);
                if (!Double.isFinite(light) || light < last - SAME) {
                    return null;
                }
                last = light;
            }
            return Math.abs(at(0)) < NEAR_WHITE && Math.abs(at(1) - 1) < NEAR_WHITE ? this : null;
        }

        /** {@code (a x + b)^g + e} from {@code d} on, and {@code c x + f} below it. */
        record Power(double g, double a, double b, double c, double d, double e, double f) implements Curve {
            @Override
            public double at(double value) {
                return value >= d ? Math.pow(Math.max(0, a * value + b), g) + e : c * value + f;
            }

            @Override
            public String expression() {
                return String.format(
                        Locale.ROOT,
                        "65535*if(gte(val/65535,%.6f),pow(max(0,%.6f*val/65535+%.6f),%.6f)+%.6f,%.6f*val/65535+%.6f)",
                        d,
                        a,
                        b,
                        g,
                        e,
                        c,
                        f);
            }
        }

        /** A curve of straight lines, from left to right as far from one another. */
        final class Points implements Curve {

            private final double[] points;

            Points(double[] points) {
                this.points = points;
            }

            @Override
            public double at(double value) {
                var place = Math.clamp(value, 0, 1) * (points.length - 1);
                var left = Math.min((int) place, points.length - 2);
                return points[left] + (points[left + 1] - points[left]) * (place - left);
            }

            /** Straight pieces, which lie closer together where it is dark. */
            @Override
            public String expression() {
                var text = new StringBuilder("65535*(");
                for (var i = 1; i <= PIECES; i++) {
                    var from = edge(i - 1);
                    var to = edge(i);
                    var piece = String.format(
                            Locale.ROOT,
                            "%.7f+%.7f*(val/65535-%.7f)",
                            at(from),
                            (at(to) - at(from)) / (to - from),
                            from);
                    text.append(
                            i == PIECES ? piece : String.format(Locale.ROOT, "if(lt(val/65535,%.7f),%s,", to, piece));
                }
                return text.append(")".repeat(PIECES)).toString();
            }

            private static double edge(int i) {
                return Math.pow(i / (double) PIECES, 1.5);
            }
        }
    }

    private double[][] toLinearSrgb() {
        var product = new double[3][3];
        for (var row = 0; row < 3; row++) {
            for (var column = 0; column < 3; column++) {
                for (var i = 0; i < 3; i++) {
                    product[row][column] += TO_SRGB[row][i] * toXyz[i][column];
                }
            }
        }
        return product;
    }

    /** Whether the numbers mean what they mean without a profile. */
    boolean isSrgb() {
        var matrix = toLinearSrgb();
        for (var row = 0; row < 3; row++) {
            for (var column = 0; column < 3; column++) {
                if (Math.abs(matrix[row][column] - (row == column ? 1 : 0)) > SAME) {
                    return false;
                }
            }
        }
        return curves.stream()
                .allMatch(curve -> IntStream.rangeClosed(0, 16)
                        .mapToDouble(i -> i / 16.0)
                        .allMatch(value -> Math.abs(curve.at(value) - Curve.SRGB.at(value)) < SAME));
    }

    /**
     * Makes sRGB of pixels. What ordinary screens cannot show becomes the nearest they can: each of red, green and blue
     * ends at its most or least.
     *
     * @param alpha whether one can see through some of them
     */
    List<Filter> filters(boolean alpha) {
        var matrix = toLinearSrgb();
        var mixed = filter("colorchannelmixer");
        var names = List.of("r", "g", "b");
        for (var row = 0; row < 3; row++) {
            for (var column = 0; column < 3; column++) {
                mixed = mixed.with(
                        names.get(row) + names.get(column),
                        String.format(Locale.ROOT, "%.5f", Math.clamp(matrix[row][column], -2, 2)));
            }
        }
        return List.of(
                filter("format").with("pix_fmts", alpha ? "gbrap16le" : "gbrp16le"),
                filter("lutrgb")
                        .with("r", curves.get(0).expression())
                        .with("g", curves.get(1).expression())
                        .with("b", curves.get(2).expression()),
                mixed,
                filter("lutrgb").with("r", FROM_LIGHT).with("g", FROM_LIGHT).with("b", FROM_LIGHT));
    }
}
