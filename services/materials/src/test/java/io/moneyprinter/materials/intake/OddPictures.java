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
        corpus.image("cmyk.jpg", "JPEG for printers", JPEG, 64, 48, file -> {
            var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            var raster = Raster.createInterleavedRaster(java.awt.image.DataBuffer.TYPE_BYTE, 64, 48, 4, null);
            try (var out = ImageIO.createImageOutputStream(file.toFile())) {
                writer.setOutput(out);
                writer.write(new IIOImage(raster, null, null));
            } finally {
                writer.dispose();
            }
            // Without this a reader cannot know that the four are not colours of a screen.
            Files.write(
                    file,
                    withSegment(Files.readAllBytes(file), 0xee, concat(ascii("Adobe"), shorts(100, 0, 0), bytes(0))));
        });
        corpus.image(
                "gray.jpg",
                "JPEG in grey",
                JPEG,
                64,
                48,
                file -> write(file, "jpeg", new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY)));
    }

    private void modern() {
        corpus.image(
                "still.gif", "GIF of one picture", PNG, 64, 48, file -> Made.picture(file, PLAIN, "frames:v", "1"));
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
