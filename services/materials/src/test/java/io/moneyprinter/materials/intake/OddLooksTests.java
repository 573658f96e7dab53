package io.moneyprinter.materials.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.MediaFormat;
import io.moneyprinter.ffmpeg.MediaInfo.Kind;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.SharedFfmpeg;
import java.awt.Color;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cameras, telephones and editors write looks as it should after it was made anew. */
class OddLooksTests {

    /** Muted, as screens of all kinds show them, and brighter than ordinary ones can. */
    private static final List<Integer> COLOURS =
            List.of(0x808080, 0xc86432, 0x204060, 0x30a060, 0xf0e0d0, 0x101418, 0xea3323, 0x00ff00, 0xffffff);

    @TempDir
    Path work;

    @TempDir
    Path home;

    private ObjectStore store;
    private Intake intake;

    @BeforeEach
    void open() {
        store = Intakes.store(home);
        intake = Intakes.into(store);
    }

    static Stream<Arguments> profiles() {
        return Map.of(
                        "Display P3", IccFiles.displayP3(),
                        "Adobe RGB", IccFiles.adobeRgb(),
                        "ProPhoto RGB", IccFiles.proPhoto(),
                        "sRGB", IccFiles.srgb(),
                        "red is green", IccFiles.rotated())
                .entrySet()
                .stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    /** As the colour management of Java, which is somebody else's, shows them. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("profiles")
    void showsColoursAsTheirProfileMeansThem(String name, byte[] profile) throws Exception {
        var space = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
        var stripes = new BufferedImage(32 * COLOURS.size(), 32, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < stripes.getWidth(); x++) {
            for (var y = 0; y < 32; y++) {
                stripes.setRGB(x, y, COLOURS.get(x / 32));
            }
        }
        var png = new ByteArrayOutputStream();
        ImageIO.write(stripes, "png", png);
        var file = Files.write(work.resolve("stripes.png"), IccFiles.inPng(png.toByteArray(), profile));

        var shown = read(file);

        for (var i = 0; i < COLOURS.size(); i++) {
            var meant = space.toRGB(new Color(COLOURS.get(i)).getRGBColorComponents(null));
            assertClose(
                    shown.getRGB(32 * i + 16, 16),
                    new Color(Math.clamp(meant[0], 0, 1), Math.clamp(meant[1], 0, 1), Math.clamp(meant[2], 0, 1))
                            .getRGB(),
                    "#%06x in %s".formatted(COLOURS.get(i), name));
        }
    }

    @Test
    void readsProfilesWhereverFormatsKeepThem() throws Exception {
        // The red of Display P3 that ordinary screens can just show.
        var colour = 0xea3323;
        var p3 = IccFiles.displayP3();
        var png = Files.readAllBytes(plain("plain.png", colour));
        var jpeg = Files.readAllBytes(plain("plain.jpg", colour));
        var webp = Files.readAllBytes(plain("plain.webp", colour));
        var files = Map.of(
                "a.jpg", IccFiles.inJpeg(jpeg, p3),
                "padded.jpg", IccFiles.inJpeg(jpeg, Arrays.copyOf(p3, 200_000)),
                "a.png", IccFiles.inPng(png, p3),
                "numbered.png", IccFiles.numbered(png, 12),
                "a.webp", IccFiles.inWebp(webp, p3, 40, 40),
                "a.heic",
                        HeifFiles.single(
                                work.resolve("tile"),
                                "color=0xea3323:size=256x256:rate=1:duration=1",
                                0,
                                IsoBoxes.concat(IsoBoxes.ascii("prof"), p3)),
                "numbered.heic",
                        HeifFiles.single(
                                work.resolve("tile"),
                                "color=0xea3323:size=256x256:rate=1:duration=1",
                                1,
                                IsoBoxes.concat(
                                        IsoBoxes.ascii("nclx"), IsoBoxes.shorts(12, 13, 6), IsoBoxes.bytes(0))));
        for (var file : files.entrySet()) {
            var shown = shown(Files.write(work.resolve(file.getKey()), file.getValue()), 20, 20);

            assertClose(shown, 0xff0000, file.getKey());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keepsWhatOneCanSeeThroughInAnotherColourSpace(boolean numbered) throws Exception {
        var plain = Files.readAllBytes(GeneratedMedia.plainImage(work.resolve("plain.png"), "0xea3323@0.5", 40, 40));
        var file = Files.write(
                work.resolve("a.png"),
                numbered ? IccFiles.numbered(plain, 12) : IccFiles.inPng(plain, IccFiles.displayP3()));

        var media = take(file);

        assertThat(media.mimeType()).isEqualTo("image/png");
        var shown = ImageIO.read(store.file(media.key()).toFile()).getRGB(20, 20);
        assertThat(shown >>> 24).isCloseTo(128, within(2));
        assertClose(shown, 0xff0000, "half of it");
        assertThat(EmbeddedProfile.of(store.file(media.key()), MediaFormat.PNG))
                .as("it says that it is ordinary, or nothing")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"icc_garbage.jpg", "icc_cut.jpg", "icc_dark.jpg", "icc_far.jpg", "icc_huge.jpg", "icc_piece.jpg"
            })
    void showsWhatHasABrokenProfileAsIfItHadNone(String name) throws Exception {
        var broken = Corpus.all().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow()
                .in(work);
        var usual = Files.write(work.resolve("usual.jpg"), OddPictures.jpeg(broken));

        var shown = read(broken);

        var meant = read(usual);
        for (var x = 0; x < 64; x++) {
            for (var y = 0; y < 48; y++) {
                assertThat(shown.getRGB(x, y)).isEqualTo(meant.getRGB(x, y));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, 100, 50, 230, 0xb45a2d",
        "255, 255, 255, 255, 0xffffff",
        "0, 255, 255, 255, 0x00ffff",
        "255, 255, 255, 0, 0x000000"
    })
    void showsWhatIsForPrintersAsItLooksOnPaper(int c, int m, int y, int k, String colour) throws Exception {
        var file = work.resolve("inks.jpg");
        OddPictures.inks(file, c, m, y, k);

        assertClose(shown(file, 20, 20), Integer.decode(colour), "inks");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsPhotosUprightHoweverTheCameraWasHeld(int orientation) throws Exception {
        var stored = corners(160, 80);
        var file = work.resolve("a.jpg");
        ImageIO.write(stored, "jpg", file.toFile());
        Files.write(file, OddPictures.oriented(Files.readAllBytes(file), orientation));

        assertUpright(read(file), stored, orientation);
    }

    /** The same with the numbers that films have for it. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, 0, 1",
        "2, -1, 0, 0, 1",
        "3, -1, 0, 0, -1",
        "4, 1, 0, 0, -1",
        "5, 0, 1, 1, 0",
        "6, 0, 1, -1, 0",
        "7, 0, -1, -1, 0",
        "8, 0, -1, 1, 0"
    })
    void turnsFilmsUprightHoweverTheCameraWasHeld(int orientation, int a, int b, int c, int d) throws Exception {
        var stored = corners(160, 80);
        var picture = work.resolve("picture.png");
        ImageIO.write(stored, "png", picture.toFile());
        var film = work.resolve("film.mp4");
        Made.muxed(
                film,
                List.of(Input.of(picture).with("loop", "1").with("t", "0.2")),
                List.of(Pad.video(0)),
                "c:v",
                "libx264",
                "pix_fmt",
                "yuv420p",
                "crf",
                "4");
        var turned = Files.write(work.resolve("turned.mp4"), OddVideos.turned(Files.readAllBytes(film), a, b, c, d));

        assertUpright(firstFrame(take(turned)), stored, orientation);
    }

    /** The red of each that is as colourful as that of ordinary screens, in films that say so by number. */
    @ParameterizedTest
    @CsvSource({"smpte432, 0xe72314", "bt2020, 0xca3b13"})
    void showsFilmsForWiderScreensAsTheyAreMeant(String primaries, String colour) throws Exception {
        var film = work.resolve("film.mp4");
        Made.picture(
                film,
                "color=%s:size=160x120:rate=25:duration=0.2,format=gbrp,scale=out_color_matrix=bt709:out_range=tv,"
                                .formatted(colour)
                        + "format=yuv420p,setparams=color_primaries=%s:color_trc=bt709:colorspace=bt709"
                                .formatted(primaries),
                "crf",
                "4");

        assertClose(firstFrame(take(film)).getRGB(80, 60), 0xff0000, primaries, 12);
    }

    private static void assertUpright(BufferedImage shown, BufferedImage stored, int orientation) {
        var width = stored.getWidth();
        var height = stored.getHeight();
        var standing = orientation < 5;
        assertThat(shown.getWidth()).isEqualTo(standing ? width : height);
        assertThat(shown.getHeight()).isEqualTo(standing ? height : width);
        for (var x : List.of(20, shown.getWidth() - 20)) {
            for (var y : List.of(20, shown.getHeight() - 20)) {
                var from = switch (orientation) {
                    case 1 -> new int[] {x, y};
                    case 2 -> new int[] {width - 1 - x, y};
                    case 3 -> new int[] {width - 1 - x, height - 1 - y};
                    case 4 -> new int[] {x, height - 1 - y};
                    case 5 -> new int[] {y, x};
                    case 6 -> new int[] {y, height - 1 - x};
                    case 7 -> new int[] {width - 1 - y, height - 1 - x};
                    default -> new int[] {width - 1 - y, x};
                };
                assertClose(shown.getRGB(x, y), stored.getRGB(from[0], from[1]), "at %d,%d".formatted(x, y), 30);
            }
        }
    }

    /** Red, green, blue and white, each in its corner. */
    private static BufferedImage corners(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < width; x++) {
            for (var y = 0; y < height; y++) {
                var left = x < width / 2;
                image.setRGB(x, y, y < height / 2 ? left ? 0xff0000 : 0x00ff00 : left ? 0x0000ff : 0xffffff);
            }
        }
        return image;
    }

    @ParameterizedTest
    @CsvSource({
        "reschange.mkv, 50",
        "reschange.webm, 50",
        "gaps.mp4, 10",
        "gap.mkv, 50",
        "late.mp4, 25",
        "far.mkv, 5",
        "edit_twice.mp4, 50"
    })
    void keepsEveryPictureOfOddFilms(String name, long pictures) throws Exception {
        var file = Corpus.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .in(work);

        var media = take(file);

        assertThat(SharedFfmpeg.ffmpeg().probe().countFrames(store.file(media.key())))
                .isEqualTo(pictures);
    }

    @Test
    void showsAFilmWithoutASoundWhoseTrackIsEmpty() throws Exception {
        var file = Corpus.all().stream()
                .filter(each -> each.name().equals("silent_track.mp4"))
                .findFirst()
                .orElseThrow()
                .in(work);

        var made = store.file(take(file).key());

        var facts = SharedFfmpeg.ffmpeg().probe().facts(made, "format=nb_streams");
        assertThat(facts.whole("format.nb_streams", 0)).isEqualTo(1);
        assertThat(SharedFfmpeg.ffmpeg().probe().countFrames(made)).isEqualTo(25);
    }

    private Path plain(String name, int colour) {
        return GeneratedMedia.plainImage(work.resolve(name), "0x%06x".formatted(colour), 40, 40);
    }

    private int shown(Path file, int x, int y) throws IOException {
        return read(file).getRGB(x, y);
    }

    private BufferedImage read(Path file) throws IOException {
        return ImageIO.read(store.file(take(file).key()).toFile());
    }

    private BufferedImage firstFrame(Media media) throws IOException {
        var frame = work.resolve("frame.png");
        Ffmpeg.require(SharedFfmpeg.ffmpeg()
                .run(
                        FfmpegCommand.of(
                                Input.of(store.file(media.key())),
                                Output.to(frame, Pad.video(0))
                                        .with("frames:v", 1)
                                        .with("update", 1)),
                        Duration.ofMinutes(1)));
        return ImageIO.read(frame.toFile());
    }

    private Media take(Path file) {
        var name = file.toString();
        return intake.take(file, EnumSet.allOf(Kind.class), name.substring(name.lastIndexOf('.') + 1));
    }

    private static void assertClose(int shown, int meant, String what) {
        // JPEG rounds, and so do eight bits.
        assertClose(shown, meant, what, 5);
    }

    private static void assertClose(int shown, int meant, String what, int by) {
        for (var shift : List.of(16, 8, 0)) {
            assertThat(shown >> shift & 0xff)
                    .as("%s: #%06x (expected: #%06x)", what, shown & 0xffffff, meant & 0xffffff)
                    .isCloseTo(meant >> shift & 0xff, within(by));
        }
    }
}
