package io.moneyprinter.materials.intake;

import static io.moneyprinter.materials.intake.IsoBoxes.ascii;
import static io.moneyprinter.materials.intake.IsoBoxes.bytes;
import static io.moneyprinter.materials.intake.IsoBoxes.concat;
import static io.moneyprinter.materials.intake.IsoBoxes.ints;
import static io.moneyprinter.materials.intake.IsoBoxes.shorts;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Pictures that are good, but not usual. */
final class OddPictures {

    /** Stands in files for what nobody else is to know. */
    static final String SECRET = "SECRET-PLACE";

    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";
    private static final String PLAIN = "testsrc2=size=64x48:rate=1:duration=1";

    private final Corpus corpus;

    OddPictures(Corpus corpus) {
        this.corpus = corpus;
    }

    void add() {
        polyglots();
        secrets();
        pngs();
        jpegs();
        turned();
        colours();
        modern();
    }

    private void polyglots() {
        corpus.image(
                "poly_jpgzip.jpg",
                "JPEG with a ZIP behind it",
                JPEG,
                64,
                48,
                file -> Files.write(file, concat(jpeg(file), ascii("PK\u0003\u0004SECRET-PLACE<script>"))));
        corpus.image(
                "pdf_in.jpg",
                "JPEG with the first words of a PDF in a comment",
                JPEG,
                64,
                48,
                file -> Files.write(file, withSegment(jpeg(file), 0xfe, ascii("%PDF-1.7 SECRET-PLACE"))));
    }

    private void secrets() {
        corpus.image(
                "gps.jpg",
                "JPEG with orientation 6, a place and XMP",
                JPEG,
                48,
                64,
                file -> Files.write(
                        file,
                        withSegment(
                                withSegment(
                                        jpeg(file), 0xe1, ascii("http://ns.adobe.com/xap/1.0/\0<x>SECRET-PLACE</x>")),
                                0xe1,
                                concat(ascii("Exif\0\0"), exif(6)))));
        corpus.image("gps.png", "PNG with EXIF, XMP and text of a place", PNG, 64, 48, file -> {
            var png = Made.bytes(file, "png", other -> Made.picture(other, PLAIN + ",format=rgba", "frames:v", "1"));
            Files.write(
                    file,
                    concat(
                            Arrays.copyOf(png, 33),
                            BadMedia.chunk(concat(ascii("eXIf"), exif(1))),
                            BadMedia.chunk(ascii("tEXtComment\0" + SECRET)),
                            BadMedia.chunk(ascii("iTXtXML:com.adobe.xmp\0\0\0\0\0<x>" + SECRET + "</x>")),
                            Arrays.copyOfRange(png, 33, png.length)));
        });
    }

    private void pngs() {
        corpus.image(
                "png16.png",
                "PNG of 16 bits",
                PNG_OPAQUE,
                64,
                48,
                file -> Made.picture(file, PLAIN + ",format=rgb48be", "frames:v", "1"));
        corpus.image(
                "gray16.png",
                "PNG of 16 bits of grey",
                PNG_OPAQUE,
                64,
                48,
                file -> Made.picture(file, PLAIN + ",format=gray16be", "frames:v", "1"));
        corpus.image(
                "interlaced.png",
                "PNG by Adam7",
                PNG_OPAQUE,
                64,
                48,
                file -> write(file, "png", new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB)));
        corpus.image("palette_alpha.png", "PNG with a palette that one can see through", PNG, 64, 48, file -> {
            var shades = new byte[] {0, 120};
            var palette = new IndexColorModel(8, 2, shades, shades, shades, new byte[] {0, (byte) 255});
            write(file, "png", new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_INDEXED, palette));
        });
        corpus.image(
                "tall.png",
                "PNG of one column",
                PNG_OPAQUE,
                1,
                3_840,
                file -> Made.picture(file, "color=red:size=1x8000:rate=1:duration=1,format=rgb24", "frames:v", "1"));
    }

    private void jpegs() {
        corpus.image(
                "progressive_line.jpg",
                "progressive JPEG of 65000x1",
                JPEG,
                3_840,
                1,
                file -> write(file, "jpeg", new BufferedImage(65_000, 1, BufferedImage.TYPE_INT_RGB)));
        corpus.image("cmyk.jpg", "JPEG for printers, all black", JPEG, 64, 48, file -> inks(file, 0, 0, 0, 0));
        corpus.image(
                "inks.jpg", "JPEG for printers, of four inks", JPEG, 64, 48, file -> inks(file, 200, 100, 50, 230));
        corpus.image(
                "gray.jpg",
                "JPEG in grey",
                JPEG,
                64,
                48,
                file -> write(file, "jpeg", new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY)));
    }

    /** In all ways in which a camera can be held, and mirrored. */
    private void turned() {
        for (var orientation = 1; orientation <= 8; orientation++) {
            var way = orientation;
            var upright = orientation < 5;
            corpus.image(
                    "orientation_%d.jpg".formatted(way),
                    "JPEG with orientation %d".formatted(way),
                    JPEG,
                    upright ? 64 : 48,
                    upright ? 48 : 64,
                    file -> Files.write(file, oriented(jpeg(file), way)));
        }
        corpus.image(
                "orientation_9.jpg",
                "JPEG with an orientation that does not exist",
                JPEG,
                64,
                48,
                file -> Files.write(file, oriented(jpeg(file), 9)));
    }

    static byte[] oriented(byte[] jpeg, int orientation) {
        return withSegment(jpeg, 0xe1, concat(ascii("Exif\0\0"), exif(orientation)));
    }

    private void colours() {
        coloured("p3.jpg", "JPEG in Display P3, as telephones write it", IccFiles.displayP3());
        coloured("adobe_rgb.jpg", "JPEG in Adobe RGB, as cameras write it", IccFiles.adobeRgb());
        coloured("prophoto.jpg", "JPEG in ProPhoto RGB, with a curve by points", IccFiles.proPhoto());
        coloured("icc_rotated.jpg", "JPEG whose profile says that red is green", IccFiles.rotated());
        coloured("icc_garbage.jpg", "JPEG with a profile of zeros", new byte[3_000]);
        coloured("icc_cut.jpg", "JPEG with the first half of a profile", Arrays.copyOf(IccFiles.displayP3(), 200));
        coloured("icc_dark.jpg", "JPEG whose profile says that all is black", dark());
        coloured("icc_far.jpg", "JPEG whose profile points beyond its end", far());
        coloured("icc_huge.jpg", "JPEG with a profile of 5 MB", Arrays.copyOf(IccFiles.displayP3(), 5 << 20));
        corpus.image(
                "icc_piece.jpg",
                "JPEG with the first of two pieces of a profile",
                JPEG,
                64,
                48,
                file -> Files.write(file, IccFiles.withOnePieceOfTwo(jpeg(file), IccFiles.displayP3())));
        corpus.image(
                "p3.png",
                "PNG in Display P3",
                JPEG,
                64,
                48,
                file -> Files.write(file, IccFiles.inPng(png(file), IccFiles.displayP3())));
        corpus.tooLarge(
                "icc_bomb.png",
                "PNG whose profile is 60 MB of nothing, in 60 kB",
                file -> Files.write(file, IccFiles.inPng(png(file), new byte[60 << 20])));
        corpus.tooLarge(
                "text_bomb.png",
                "PNG with nine texts of a megabyte each, in 9 kB",
                file -> Files.write(file, IccFiles.withTexts(png(file), 9, 1 << 20)));
        corpus.image(
                "text.png",
                "PNG with a text of a megabyte, and one that is not packed",
                JPEG,
                64,
                48,
                file -> Files.write(file, IccFiles.withTexts(png(file), 1, 1 << 20)));
        corpus.image(
                "p3.webp",
                "WebP in Display P3",
                JPEG,
                64,
                48,
                file -> Files.write(
                        file,
                        IccFiles.inWebp(
                                Made.bytes(file, "webp", other -> Made.picture(other, PLAIN, "frames:v", "1")),
                                IccFiles.displayP3(),
                                64,
                                48)));
        corpus.image(
                "p3.heic",
                "HEIC in Display P3, to be turned",
                JPEG,
                256,
                256,
                file -> Files.write(
                        file,
                        HeifFiles.single(
                                file,
                                "color=red:size=256x256:rate=1:duration=1",
                                1,
                                concat(ascii("prof"), IccFiles.displayP3()))));
    }

    private void coloured(String name, String made, byte[] profile) {
        corpus.image(name, made, JPEG, 64, 48, file -> Files.write(file, IccFiles.inJpeg(jpeg(file), profile)));
    }

    /** Display P3 whose curve is a line at zero. */
    private static byte[] dark() {
        var profile = IccFiles.proPhoto();
        Arrays.fill(profile, profile.length - 3 * 2_060, profile.length, (byte) 0);
        return profile;
    }

    private static byte[] far() {
        var profile = IccFiles.displayP3();
        // Where the first primary is.
        Arrays.fill(profile, 136, 140, (byte) 0x7f);
        return profile;
    }

    private static byte[] png(Path file) throws IOException {
        return Made.bytes(file, "png", other -> Made.picture(other, PLAIN + ",format=rgb24", "frames:v", "1"));
    }

    private void modern() {
        corpus.image(
                "still.gif", "GIF of one picture", PNG, 64, 48, file -> Made.picture(file, PLAIN, "frames:v", "1"));
        corpus.image(
                "p3.avif",
                "AVIF in Display P3, by number",
                JPEG,
                64,
                48,
                file -> Made.picture(
                        file,
                        PLAIN
                                + ",format=yuv420p,setparams=color_primaries=smpte432:color_trc=iec61966-2-1:colorspace=bt709",
                        "frames:v",
                        "1",
                        "c:v",
                        "libaom-av1",
                        "still-picture",
                        "1",
                        "cpu-used",
                        "8"));
        corpus.image("still.avif", "AVIF", JPEG, 64, 48, OddPictures::avif);
        corpus.image("still.heic", "HEIC", JPEG, 256, 256, file -> Files.write(file, HeifFiles.single(file, 0)));
        corpus.image(
                "turned.heic",
                "HEIC that is to be turned",
                JPEG,
                256,
                256,
                file -> Files.write(file, HeifFiles.single(file, 1)));
        corpus.image(
                "tiled.heic",
                "HEIC of 2x2 tiles, as telephones write it, to be turned",
                JPEG,
                400,
                500,
                file -> Files.write(file, HeifFiles.tiled(file, 2, 2, 500, 400, 1)));
        corpus.image(
                "many_tiles.heic",
                "HEIC of 120 tiles",
                JPEG,
                3_840,
                1_875,
                file -> Files.write(file, HeifFiles.tiled(file, 16, 8, 4_096, 2_000, 0)));
        corpus.image("still.webp", "WebP", JPEG, 64, 48, file -> Made.picture(file, PLAIN, "frames:v", "1"));
    }

    /** Opaque pictures become JPEGs, whatever they were. */
    private static final String PNG_OPAQUE = JPEG;

    static void avif(Path file) {
        Made.picture(
                file,
                PLAIN + ",format=yuv420p",
                "frames:v",
                "1",
                "c:v",
                "libaom-av1",
                "still-picture",
                "1",
                "cpu-used",
                "8");
    }

    /** Of one colour, as Adobe writes it: what is left of white after each ink, from 0 to 255. */
    static void inks(Path file, int... left) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var raster = Raster.createInterleavedRaster(java.awt.image.DataBuffer.TYPE_BYTE, 64, 48, 4, null);
        for (var x = 0; x < 64; x++) {
            for (var y = 0; y < 48; y++) {
                raster.setPixel(x, y, left);
            }
        }
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(new IIOImage(raster, null, null));
        } finally {
            writer.dispose();
        }
        // Without this a reader cannot know that the four are not colours of a screen.
        Files.write(
                file, withSegment(Files.readAllBytes(file), 0xee, concat(ascii("Adobe"), shorts(100, 0, 0), bytes(0))));
    }

    static byte[] jpeg(Path file) throws IOException {
        return Made.bytes(file, "jpg", other -> Made.picture(other, PLAIN + ",format=yuvj420p", "frames:v", "1"));
    }

    /** The JPEG with a segment after its first two bytes. */
    private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return concat(
                Arrays.copyOf(jpeg, 2),
                bytes(0xff, marker),
                shorts(content.length + 2),
                content,
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** What cameras write: a description, the orientation, and a place. */
    private static byte[] exif(int orientation) {
        var description = ascii(SECRET + "\0\0");
        var place = 8 + 2 + 3 * 12 + 4 + description.length;
        return concat(
                ascii("MM\0*"),
                ints(8),
                shorts(3),
                shorts(0x010e, 2),
                ints(SECRET.length() + 1, 8 + 2 + 3 * 12 + 4),
                shorts(0x0112, 3),
                ints(1),
                shorts(orientation, 0),
                shorts(0x8825, 4),
                ints(1, place),
                ints(0),
                description,
                // The northern half, and how far north: 48 degrees.
                shorts(2),
                shorts(1, 2),
                ints(2),
                ascii("N\0\0\0"),
                shorts(2, 5),
                ints(3, place + 2 + 2 * 12 + 4),
                ints(0),
                ints(48, 1, 51, 1, 29, 1));
    }

    private static void write(Path file, String format, BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var how = writer.getDefaultWriteParam();
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
