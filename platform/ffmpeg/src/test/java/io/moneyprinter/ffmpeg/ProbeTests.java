package io.moneyprinter.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.ffmpeg.MediaInfo.Kind;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.timeline.FrameRate;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTests {

    private static final Probe PROBE = TestMedia.FFMPEG.probe();
    private static final Expected ANYTHING = Expected.of(EnumSet.allOf(Kind.class), null);

    @TempDir
    Path work;

    @Test
    void describesAVideo() {
        var file = TestMedia.video(work.resolve("a.mp4"), 160, 90, 2);

        var info = inspect(file);

        assertThat(info)
                .isEqualTo(new MediaInfo(
                        Kind.VIDEO,
                        MediaFormat.MP4,
                        160,
                        90,
                        0,
                        Duration.ofSeconds(2),
                        FrameRate.of(25),
                        "h264",
                        null,
                        false,
                        false,
                        false,
                        null,
                        null,
                        false));
        assertThat(PROBE.countFrames(file)).isEqualTo(50);
    }

    @Test
    void turnsTheSizeOfARotatedVideo() {
        var upright = TestMedia.video(work.resolve("a.mp4"), 160, 90, 1);
        var rotated = work.resolve("b.mp4");
        var turned = Input.of(upright).with("display_rotation", 90);
        var copy = Output.to(rotated, Pad.video(0)).with("c", "copy");
        Ffmpeg.require(TestMedia.FFMPEG.run(FfmpegCommand.of(turned, copy), Duration.ofSeconds(30)));

        var info = inspect(rotated);

        assertThat(info.width()).isEqualTo(90);
        assertThat(info.height()).isEqualTo(160);
        assertThat(info.rotation()).isEqualTo(270);
    }

    @Test
    void turnsTheSizeOfAPhotoThatWasTakenUpright() throws Exception {
        var file = TestMedia.image(work.resolve("a.jpg"), 160, 90);
        Files.write(file, withOrientation(Files.readAllBytes(file), 6));

        var info = inspect(file);

        assertThat(info.kind()).isEqualTo(Kind.IMAGE);
        assertThat(info.width()).isEqualTo(90);
        assertThat(info.height()).isEqualTo(160);
        assertThat(info.rotation()).isEqualTo(90);
    }

    @Test
    void describesImagesAndSound() {
        var image = inspect(TestMedia.image(work.resolve("a.png"), 40, 30));
        var sound = inspect(TestMedia.tone(work.resolve("a.mp3"), 1));

        assertThat(image.kind()).isEqualTo(Kind.IMAGE);
        assertThat(image.duration()).isZero();
        assertThat(image.alpha()).isFalse();
        assertThat(sound.kind()).isEqualTo(Kind.AUDIO);
        assertThat(sound.audible()).isTrue();
        assertThat(sound.duration()).isBetween(Duration.ofMillis(980), Duration.ofMillis(1_100));
    }

    @Test
    void refusesAPlaylistThatCallsItselfAVideo() throws Exception {
        var playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n";

        assertRefused(write("x.mp4", playlist.getBytes(StandardCharsets.UTF_8)), FfmpegErrorCode.MEDIA_UNSUPPORTED);
    }

    @Test
    void refusesWhatIsNotAsItsNameSays() {
        var png = TestMedia.image(work.resolve("a.png"), 16, 16);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> PROBE.inspect(png, Expected.of(EnumSet.allOf(Kind.class), "mp4")))
                .withMessage("the name ends in .mp4, but the content is image/png");
    }

    @Test
    void refusesAKindThatIsNotWanted() {
        var sound = TestMedia.tone(work.resolve("a.wav"), 1);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> PROBE.inspect(sound, Expected.of(EnumSet.of(Kind.IMAGE, Kind.VIDEO), "wav")))
                .withMessage("the file is sound only (expected: an image or a video)");
    }

    @Test
    void refusesAnImageWithTooManyPixels() throws Exception {
        assertRefused(write("bomb.jpg", jpegOf(60_000, 60_000)), FfmpegErrorCode.MEDIA_TOO_LARGE);
    }

    @Test
    void refusesWhatIsTooLong() {
        var file = TestMedia.video(work.resolve("a.mp4"), 16, 16, 601);

        assertRefused(file, FfmpegErrorCode.MEDIA_TOO_LARGE);
    }

    @Test
    void refusesEmptyAndTruncatedFiles() throws Exception {
        var whole = Files.readAllBytes(TestMedia.video(work.resolve("a.mp4"), 320, 180, 4));
        var headerOnly = write("b.mp4", Arrays.copyOf(whole, 200));

        assertRefused(write("empty.mp4", new byte[0]), FfmpegErrorCode.MEDIA_DAMAGED);
        assertRefused(headerOnly, FfmpegErrorCode.MEDIA_DAMAGED);
    }

    @Test
    void findsTheDamageThatAProbeDoesNotSee() throws Exception {
        var intact = TestMedia.video(work.resolve("a.mp4"), 320, 180, 4);
        var whole = Files.readAllBytes(intact);
        var cut = write("cut.mp4", Arrays.copyOf(whole, whole.length * 6 / 10));
        var info = inspect(cut);

        PROBE.decode(intact, inspect(intact), ANYTHING);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> PROBE.decode(cut, info, ANYTHING))
                .withMessageNotContaining(work.toString())
                .extracting(CodedException::code)
                .isEqualTo(FfmpegErrorCode.MEDIA_DAMAGED);
    }

    @Test
    void refusesACodecThatIsNotOnTheList() {
        var file = work.resolve("a.mkv");
        var source = TestMedia.video(work.resolve("a.mp4"), 160, 90, 1);
        var odd = Output.to(file, Pad.video(0)).with("c:v", "magicyuv");
        Ffmpeg.require(TestMedia.FFMPEG.run(FfmpegCommand.of(Input.of(source), odd), Duration.ofSeconds(30)));

        assertRefused(file, FfmpegErrorCode.MEDIA_UNSUPPORTED);
    }

    private MediaInfo inspect(Path file) {
        return PROBE.inspect(file, Expected.of(EnumSet.allOf(Kind.class), null));
    }

    private void assertRefused(Path file, FfmpegErrorCode code) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> inspect(file))
                .satisfies(refused ->
                        assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code));
    }

    private Path write(String name, byte[] content) throws Exception {
        return Files.write(work.resolve(name), content);
    }

    /** A JPEG whose frame header says another size than its content has. */
    private byte[] jpegOf(int width, int height) throws Exception {
        var jpeg = Files.readAllBytes(TestMedia.image(work.resolve("small.jpg"), 32, 32));
        for (var i = 0; i < jpeg.length - 8; i++) {
            if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
                ByteBuffer.wrap(jpeg).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
                return jpeg;
            }
        }
        throw new IllegalStateException("no frame header");
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(36)
                .putShort((short) 0xffe1)
                .putShort((short) 34)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0);
        return ByteBuffer.allocate(jpeg.length + exif.capacity())
                .put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
