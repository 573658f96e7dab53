package io.moneyprinter.materials.intake;

import static io.moneyprinter.materials.intake.IsoBoxes.ascii;
import static io.moneyprinter.materials.intake.IsoBoxes.bytes;
import static io.moneyprinter.materials.intake.IsoBoxes.concat;
import static io.moneyprinter.materials.intake.IsoBoxes.ints;
import static io.moneyprinter.materials.intake.IsoBoxes.shorts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** Colour profiles, and files of pictures that have them. */
final class IccFiles {

    private static final double[] WHITE = {0.9642, 1, 0.8249};

    private IccFiles() {}

    /** As telephones write it: the curve of sRGB over wider primaries. */
    static byte[] displayP3() {
        return profile(
                new double[][] {{0.51512, 0.24120, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.15710, 0.06657, 0.78407}},
                parametric(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045));
    }

    /** As cameras write it: a power. */
    static byte[] adobeRgb() {
        return profile(
                new double[][] {{0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322, 0.74457}},
                curve(0x0233));
    }

    /** As raw developers write it, with a curve by points, and a green that nobody can see. */
    static byte[] proPhoto() {
        var points = new int[1_024];
        for (var i = 0; i < points.length; i++) {
            points[i] = (int) Math.round(65_535 * Math.pow(i / 1_023.0, 1.8));
        }
        return profile(
                new double[][] {{0.79767, 0.28804, 0}, {0.13519, 0.71188, 0}, {0.03134, 0.00009, 0.82491}},
                curve(points));
    }

    static byte[] srgb() {
        return profile(
                new double[][] {{0.43607, 0.22249, 0.01392}, {0.38515, 0.71687, 0.09708}, {0.14307, 0.06061, 0.71410}},
                parametric(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045));
    }

    /** Of which red says that it is green, green that it is blue, and blue that it is red: shows who reads profiles. */
    static byte[] rotated() {
        return profile(
                new double[][] {{0.38515, 0.71687, 0.09708}, {0.14307, 0.06061, 0.71410}, {0.43607, 0.22249, 0.01392}},
                parametric(0, 2.2));
    }

    private static byte[] profile(double[][] primaries, byte[] curve) {
        var names = List.of("rXYZ", "gXYZ", "bXYZ", "wtpt", "rTRC", "gTRC", "bTRC");
        var contents = new ArrayList<byte[]>();
        for (var primary : primaries) {
            contents.add(xyz(primary));
        }
        contents.add(xyz(WHITE));
        contents.addAll(List.of(curve, curve, curve));
        var tags = new ByteArrayOutputStream();
        var data = new ByteArrayOutputStream();
        var start = 128 + 4 + 12 * names.size();
        for (var i = 0; i < names.size(); i++) {
            tags.writeBytes(concat(ascii(names.get(i)), ints(start + data.size(), contents.get(i).length)));
            data.writeBytes(Arrays.copyOf(contents.get(i), (contents.get(i).length + 3) / 4 * 4));
        }
        var header = ByteBuffer.allocate(128)
                .putInt(start + data.size())
                .putInt(0)
                .putInt(0x04200000)
                .put(ascii("mntrRGB XYZ "))
                .put(new byte[12])
                .put(ascii("acsp"))
                .position(68)
                .put(ints(fixed(WHITE[0]), fixed(WHITE[1]), fixed(WHITE[2])));
        return concat(header.array(), ints(names.size()), tags.toByteArray(), data.toByteArray());
    }

    private static byte[] xyz(double... values) {
        return concat(ascii("XYZ "), ints(0, fixed(values[0]), fixed(values[1]), fixed(values[2])));
    }

    private static byte[] parametric(int kind, double... numbers) {
        return concat(
                ascii("para"),
                ints(0),
                shorts(kind, 0),
                ints(Arrays.stream(numbers).mapToInt(IccFiles::fixed).toArray()));
    }

    private static byte[] curve(int... points) {
        return concat(ascii("curv"), ints(0, points.length), shorts(points));
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65_536);
    }

    /** The JPEG with the profile, in as many pieces as it takes. */
    static byte[] inJpeg(byte[] jpeg, byte[] profile) {
        var most = 65_519;
        var count = (profile.length + most - 1) / most;
        var segments = new ByteArrayOutputStream();
        for (var i = 0; i < count; i++) {
            segments.writeBytes(piece(
                    i + 1, count, Arrays.copyOfRange(profile, i * most, Math.min(profile.length, (i + 1) * most))));
        }
        return concat(Arrays.copyOf(jpeg, 2), segments.toByteArray(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] piece(int number, int count, byte[] content) {
        return concat(
                bytes(0xff, 0xe2), shorts(content.length + 16), ascii("ICC_PROFILE\0"), bytes(number, count), content);
    }

    /** The JPEG with the first piece of a profile that has two. */
    static byte[] withOnePieceOfTwo(byte[] jpeg, byte[] profile) {
        return concat(
                Arrays.copyOf(jpeg, 2),
                piece(1, 2, Arrays.copyOf(profile, 100)),
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    static byte[] inPng(byte[] png, byte[] profile) throws IOException {
        return with(png, BadMedia.chunk(concat(ascii("iCCPicc\0"), bytes(0), packed(profile))));
    }

    /** Packed texts of so many bytes each, and one that is neither packed nor long. */
    static byte[] withTexts(byte[] png, int texts, int length) throws IOException {
        var chunks = new ByteArrayOutputStream();
        chunks.writeBytes(BadMedia.chunk(concat(ascii("iTXtWords\0"), bytes(0, 0, 0, 0), ascii("short"))));
        for (var i = 0; i < texts; i++) {
            chunks.writeBytes(BadMedia.chunk(
                    i % 2 == 0
                            ? concat(ascii("zTXtWords\0"), bytes(0), packed(new byte[length]))
                            : concat(ascii("iTXtWords\0"), bytes(1, 0, 0, 0), packed(new byte[length]))));
        }
        return with(png, chunks.toByteArray());
    }

    private static byte[] packed(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            deflater.write(content);
        }
        return packed.toByteArray();
    }

    /** The PNG with chunks behind its header. */
    private static byte[] with(byte[] png, byte[] chunks) {
        return concat(Arrays.copyOf(png, 33), chunks, Arrays.copyOfRange(png, 33, png.length));
    }

    /** The PNG, whose colours have numbers: primaries, transfer, matrix, range. */
    static byte[] numbered(byte[] png, int primaries) {
        return with(png, BadMedia.chunk(concat(ascii("cICP"), bytes(primaries, 13, 0, 1))));
    }

    /** A WebP of one chunk of pixels, with the profile. */
    static byte[] inWebp(byte[] webp, byte[] profile, int width, int height) {
        var pixels = Arrays.copyOfRange(webp, 12, webp.length);
        var extended = ByteBuffer.allocate(18)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("VP8X"))
                .putInt(10)
                .putInt(0x20)
                .put(new byte[] {(byte) (width - 1), (byte) ((width - 1) >> 8), 0})
                .put(new byte[] {(byte) (height - 1), (byte) ((height - 1) >> 8), 0});
        var colours = concat(ascii("ICCP"), little(profile.length), profile, new byte[profile.length % 2]);
        var chunks = concat(ascii("WEBP"), extended.array(), colours, pixels);
        return concat(ascii("RIFF"), little(chunks.length), chunks);
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
