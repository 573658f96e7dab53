package io.moneyprinter.materials.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.MediaInfo.Kind;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.SharedFfmpeg;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class IntakeTests {

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

    /** The whole corpus is judged by {@code CorpusDrill}. */
    @TestFactory
    Stream<DynamicTest> judgesTheCorpus() {
        return Corpus.quick().stream()
                .map(next -> DynamicTest.dynamicTest(next.name(), () -> {
                    var file = next.in(work);
                    switch (next.verdict()) {
                        case Verdict.Refused(var code) -> {
                            assertThatExceptionOfType(CodedException.class)
                                    .isThrownBy(() -> intake.take(file, EnumSet.allOf(Kind.class), next.extension()))
                                    .satisfies(refused -> {
                                        assertThat(refused.code())
                                                .as(refused.getMessage())
                                                .isEqualTo(code);
                                        assertThat(refused.getMessage()).doesNotContain(work.toString(), "passwd");
                                    });
                            assertThat(filesIn(home)).isEmpty();
                        }
                        case Verdict.Accepted accepted -> {
                            var media = take(file);
                            assertShows(media, accepted);
                            store.delete(media.key());
                        }
                    }
                    Files.delete(file);
                }));
    }

    /** What we made has the right size for everybody, and nothing that did not belong to picture and sound. */
    private void assertShows(Media media, Verdict.Accepted accepted) {
        assertThat(media.mimeType()).isEqualTo(accepted.mimeType());
        assertThat(media.width()).isEqualTo(accepted.width());
        assertThat(media.height()).isEqualTo(accepted.height());
        assertThat(media.duration().toMillis() / 1_000.0)
                .isCloseTo(accepted.seconds(), within(0.06 + accepted.seconds() / 10));
        assertThat(media.duration().isPositive()).isEqualTo(accepted.seconds() > 0);
        assertThat(text(media)).doesNotContain(OddPictures.SECRET, "48.8577", "Exif\0\0", "eXIf", "script");
        var facts = SharedFfmpeg.ffmpeg()
                .probe()
                .facts(
                        store.file(media.key()),
                        "format=nb_streams:stream=codec_type,width,height,sample_aspect_ratio:stream_side_data=rotation");
        assertThat(facts.whole("format.nb_streams", 0)).isBetween(1L, 2L);
        assertThat(facts.facts().keySet()).noneMatch(name -> name.contains("rotation"));
        if (accepted.width() > 0) {
            assertThat(facts.whole("streams.0.width", 0)).isEqualTo(accepted.width());
            assertThat(facts.whole("streams.0.height", 0)).isEqualTo(accepted.height());
            assertThat(facts.text("streams.0.sample_aspect_ratio", "1:1")).isEqualTo("1:1");
        }
    }

    @Test
    void makesOpaquePicturesAnewAsJpeg() {
        var media = take(GeneratedMedia.image(work.resolve("a.jpg"), 320, 240));

        assertThat(media.kind()).isEqualTo(Kind.IMAGE);
        assertThat(media.mimeType()).isEqualTo("image/jpeg");
        assertThat(media.width()).isEqualTo(320);
        assertThat(media.height()).isEqualTo(240);
        assertThat(media.duration()).isZero();
    }

    @Test
    void keepsWhatOneCanSeeThrough() throws Exception {
        var media = take(GeneratedMedia.plainImage(work.resolve("a.png"), "red@0.5", 40, 30));

        assertThat(media.mimeType()).isEqualTo("image/png");
        assertThat(read(media).getRGB(20, 15) >>> 24).isCloseTo(128, within(2));
    }

    @Test
    void shrinksWhatIsLargerThanAnyCanvas() {
        var media = take(GeneratedMedia.image(work.resolve("a.jpg"), 5_000, 2_500));

        assertThat(media.width()).isEqualTo(3_840);
        assertThat(media.height()).isEqualTo(1_920);
    }

    @Test
    void turnsAPhotoUprightAndForgetsWhereItWasTaken() throws Exception {
        // Left half red, right half blue: upright, after a quarter turn clockwise, red is above.
        var photo = new BufferedImage(160, 80, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < 160; x++) {
            for (var y = 0; y < 80; y++) {
                photo.setRGB(x, y, x < 80 ? 0xff0000 : 0x0000ff);
            }
        }
        var file = work.resolve("a.jpg");
        ImageIO.write(photo, "jpg", file.toFile());
        Files.write(file, withExif(Files.readAllBytes(file)));

        var media = take(file);

        assertThat(media.width()).isEqualTo(80);
        assertThat(media.height()).isEqualTo(160);
        var upright = read(media);
        assertThat(upright.getRGB(40, 20) & 0xff).isLessThan(60);
        assertThat(upright.getRGB(40, 140) & 0xff).isGreaterThan(200);
        assertThat(text(media)).doesNotContain("Exif", "SECRET-PLACE");
    }

    @Test
    void makesVideosAnewWithoutTheirMetadata() {
        var plain = GeneratedMedia.video(work.resolve("plain.mp4"), 160, 90, 25, 50);
        var tagged = work.resolve("tagged.mov");
        copy(
                Input.of(plain),
                Output.to(tagged, Pad.video(0), Pad.audio(0))
                        .with("c", "copy")
                        .with("metadata", "title=SECRET-TITLE")
                        .with("metadata", "location=+48.8577+002.295/")
                        .with("movflags", "use_metadata_tags"));

        var media = take(tagged);

        assertThat(media.mimeType()).isEqualTo("video/mp4");
        assertThat(media.width()).isEqualTo(160);
        assertThat(media.height()).isEqualTo(90);
        assertThat(media.duration()).isBetween(Duration.ofMillis(1_950), Duration.ofMillis(2_100));
        assertThat(text(media)).doesNotContain("SECRET-TITLE", "48.8577");
    }

    @Test
    void turnsAVideoUpright() {
        var plain = GeneratedMedia.video(work.resolve("plain.mp4"), 160, 90, 25, 25);
        var turned = work.resolve("turned.mp4");
        copy(
                Input.of(plain).with("display_rotation", 90),
                Output.to(turned, Pad.video(0)).with("c", "copy"));

        var media = take(turned);

        assertThat(media.width()).isEqualTo(90);
        assertThat(media.height()).isEqualTo(160);
        var facts = SharedFfmpeg.ffmpeg()
                .probe()
                .facts(store.file(media.key()), "stream=width,height:stream_side_data=rotation");
        assertThat(facts.whole("streams.0.width", 0)).isEqualTo(90);
        assertThat(facts.facts().keySet()).noneMatch(name -> name.contains("rotation"));
    }

    @Test
    void givesOddSizesAndOddPixelsTheUsualForm() {
        var plain = GeneratedMedia.video(work.resolve("plain.mp4"), 322, 242, 25, 10);
        var odd = work.resolve("odd.mkv");
        copy(
                Input.of(plain),
                Output.to(odd, Pad.video(0))
                        .with("vf", "format=yuv444p,crop=321:241")
                        .with("aspect", "642:241"));

        var media = take(odd);

        assertThat(media.width()).isEqualTo(642);
        assertThat(media.height()).isEqualTo(242);
        var facts = SharedFfmpeg.ffmpeg().probe().facts(store.file(media.key()), "stream=pix_fmt,sample_aspect_ratio");
        assertThat(facts.text("streams.0.pix_fmt", "")).isEqualTo("yuv420p");
        assertThat(facts.text("streams.0.sample_aspect_ratio", "")).isEqualTo("1:1");
    }

    @Test
    void takesTheOtherContainersToo() {
        var webm = work.resolve("a.webm");
        copy(
                Input.of(GeneratedMedia.video(work.resolve("plain.mp4"), 64, 48, 25, 10)),
                Output.to(webm, Pad.video(0), Pad.audio(0))
                        .with("c:v", "libvpx-vp9")
                        .with("c:a", "libopus"));
        var webp = work.resolve("a.webp");
        copy(
                Input.of(GeneratedMedia.image(work.resolve("plain.png"), 64, 48)),
                Output.to(webp, Pad.video(0)).with("frames:v", 1));

        assertThat(take(webm).mimeType()).isEqualTo("video/mp4");
        assertThat(take(webp).kind()).isEqualTo(Kind.IMAGE);
    }

    @Test
    void keepsSoundWithoutLossWhereItCameWithoutLoss() {
        var second = Duration.ofSeconds(1);
        var wav = take(GeneratedMedia.tone(work.resolve("a.wav"), 440, second));
        var mp3 = take(GeneratedMedia.tone(work.resolve("a.mp3"), 440, second));

        assertThat(wav.mimeType()).isEqualTo("audio/wav");
        assertThat(wav.duration()).isEqualTo(second);
        assertThat(mp3.mimeType()).isEqualTo("audio/mp4");
        assertThat(mp3.duration()).isBetween(Duration.ofMillis(950), Duration.ofMillis(1_150));
        assertThat(mp3.kind()).isEqualTo(Kind.AUDIO);
    }

    @Test
    void makesTheSameBytesOnlyOnce() throws Exception {
        var file = GeneratedMedia.image(work.resolve("a.jpg"), 32, 32);

        var first = take(file);
        var modified = Files.getLastModifiedTime(store.file(first.key()));
        var second = take(file);

        assertThat(second).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(store.file(second.key()))).isEqualTo(modified);
    }

    @Test
    void servesNothingThatHidesBehindAPicture() throws Exception {
        var file = GeneratedMedia.image(work.resolve("a.jpg"), 32, 32);
        var whole = Files.readAllBytes(file);
        var script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        Files.write(
                file,
                ByteBuffer.allocate(whole.length + script.length)
                        .put(whole)
                        .put(script)
                        .array());

        assertThat(text(take(file))).doesNotContain("script");
    }

    private Media take(Path file) {
        return intake.take(file, EnumSet.allOf(Kind.class), extension(file.toString()));
    }

    private BufferedImage read(Media media) throws IOException {
        return ImageIO.read(store.file(media.key()).toFile());
    }

    private String text(Media media) {
        try {
            return Files.readString(store.file(media.key()), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void copy(Input input, Output output) {
        Ffmpeg.require(SharedFfmpeg.ffmpeg().run(FfmpegCommand.of(input, output), Duration.ofMinutes(1)));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Orientation 6, and a description that stands for everything else cameras write. */
    private static byte[] withExif(byte[] jpeg) {
        var secret = "SECRET-PLACE".getBytes(StandardCharsets.US_ASCII);
        var exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 24 + 4 + secret.length + 2)
                .putShort((short) 0xffe1)
                .putShort((short) (2 + 6 + 8 + 2 + 24 + 4 + secret.length + 2))
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x010e)
                .putShort((short) 2)
                .putInt(secret.length + 1)
                .putInt(8 + 2 + 24 + 4)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0)
                .putInt(0)
                .put(secret)
                .putShort((short) 0);
        return ByteBuffer.allocate(jpeg.length + exif.capacity())
                .put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
