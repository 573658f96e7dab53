package io.moneyprinter.materials.intake;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.SharedFfmpeg;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Files that nobody should take in, each with the way it has to be refused. */
public final class BadFiles {

    /** @param name as a user would call it */
    public record BadFile(String name, byte[] content, FfmpegErrorCode code) {

        @Override
        public String toString() {
            return name;
        }
    }

    private final List<BadFile> files = new ArrayList<>();

    private BadFiles() {}

    /** Makes them below {@code work}. */
    public static List<BadFile> in(Path work) throws IOException {
        var bad = new BadFiles();
        bad.pretenders(work);
        bad.damaged(work);
        bad.tooLarge(work);
        return bad.files;
    }

    private void pretenders(Path work) throws IOException {
        text("playlist.mp4", "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n");
        text("endless-playlist.mp4", "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile:///etc/passwd\n");
        text("list.mp4", "ffconcat version 1.0\nfile '/etc/passwd'\n");
        text("dash.mp4", "<?xml version=\"1.0\"?><MPD><BaseURL>file:///etc/passwd</BaseURL></MPD>");
        text("session.mp4", "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nm=video 9 RTP/AVP 96\n");
        text("page.jpg", "<!DOCTYPE html><script>alert(1)</script>");
        text("drawing.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"file:///etc/passwd\"/></svg>");
        add("program.mp4", concat(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, new byte[200]), unsupported());
        add("archive.png", concat(new byte[] {'P', 'K', 3, 4}, new byte[200]), unsupported());
        add("animation.gif", concat(ascii("GIF89a"), new byte[200]), unsupported());
        var noise = new byte[5_000];
        new Random(7).nextBytes(noise);
        noise[0] = 0;
        add("noise.mp4", noise, unsupported());
        var picture = bytes(GeneratedMedia.image(work.resolve("picture.png"), 64, 48));
        add("picture.mp4", picture, unsupported());
        add("picture.jpg", picture, unsupported());
        add(
                "sound.png",
                bytes(GeneratedMedia.tone(work.resolve("sound.mp3"), 440, Duration.ofSeconds(1))),
                unsupported());
        add("program.exe", picture, unsupported());
        add("odd-codec.mkv", bytes(oddCodec(work)), unsupported());
    }

    private void damaged(Path work) throws IOException {
        add("empty.mp4", new byte[0], FfmpegErrorCode.MEDIA_DAMAGED);
        add("empty.png", new byte[0], FfmpegErrorCode.MEDIA_DAMAGED);
        var video = bytes(fastStart(work));
        add("half.mp4", Arrays.copyOf(video, video.length * 6 / 10), FfmpegErrorCode.MEDIA_DAMAGED);
        add("header.mp4", Arrays.copyOf(video, 300), FfmpegErrorCode.MEDIA_DAMAGED);
        var picture = bytes(GeneratedMedia.image(work.resolve("whole.png"), 320, 240));
        add("half.png", Arrays.copyOf(picture, picture.length / 2), FfmpegErrorCode.MEDIA_DAMAGED);
        var broken = picture.clone();
        Arrays.fill(broken, broken.length / 3, broken.length / 3 + 400, (byte) 0);
        add("broken.png", broken, FfmpegErrorCode.MEDIA_DAMAGED);
        var photo = bytes(GeneratedMedia.image(work.resolve("whole.jpg"), 320, 240));
        add("half.jpg", Arrays.copyOf(photo, photo.length / 2), FfmpegErrorCode.MEDIA_DAMAGED);
        add("start.jpg", Arrays.copyOf(photo, 20), FfmpegErrorCode.MEDIA_DAMAGED);
        add("endless.wav", BadMedia.wav(-1, 0), FfmpegErrorCode.MEDIA_DAMAGED);
    }

    private void tooLarge(Path work) throws IOException {
        add("bomb.png", BadMedia.png(30_000, 30_000), FfmpegErrorCode.MEDIA_TOO_LARGE);
        add("bomb15k.png", BadMedia.png(15_000, 15_000), FfmpegErrorCode.MEDIA_TOO_LARGE);
        add("wide.png", BadMedia.png(70_000, 100), FfmpegErrorCode.MEDIA_TOO_LARGE);
        add("heavy.png", concat(picture(work), new byte[17 << 20]), FfmpegErrorCode.MEDIA_TOO_LARGE);
        add(
                "hour.mp4",
                bytes(GeneratedMedia.video(work.resolve("hour.mp4"), 16, 16, 1, 700)),
                FfmpegErrorCode.MEDIA_TOO_LARGE);
        add(
                "huge.mp4",
                bytes(GeneratedMedia.video(work.resolve("huge.mp4"), 5_000, 2_400, 5, 1)),
                FfmpegErrorCode.MEDIA_TOO_LARGE);
    }

    private byte[] picture(Path work) throws IOException {
        return bytes(GeneratedMedia.image(work.resolve("heavy.png"), 16, 16));
    }

    private static Path fastStart(Path work) {
        var plain = GeneratedMedia.video(work.resolve("plain.mp4"), 320, 180, 25, 100);
        var file = work.resolve("faststart.mp4");
        var output = Output.to(file, Pad.video(0)).with("c", "copy").with("movflags", "+faststart");
        Ffmpeg.require(SharedFfmpeg.ffmpeg().run(FfmpegCommand.of(Input.of(plain), output), Duration.ofMinutes(1)));
        return file;
    }

    /** A codec that few have a use for and that had a hole. */
    private static Path oddCodec(Path work) {
        var file = work.resolve("odd.mkv");
        var picture = Pad.label("v");
        var graph = new FilterGraph(List.of(new FilterGraph.Chain(
                List.of(), List.of(filter("testsrc2").with("size", "64x48").with("duration", 1)), List.of(picture))));
        var output = Output.to(file, picture).with("c:v", "magicyuv");
        Ffmpeg.require(SharedFfmpeg.ffmpeg().run(FfmpegCommand.of(List.of(), graph, output), Duration.ofMinutes(1)));
        return file;
    }

    private void text(String name, String content) {
        add(name, content.getBytes(StandardCharsets.UTF_8), unsupported());
    }

    private void add(String name, byte[] content, FfmpegErrorCode code) {
        files.add(new BadFile(name, content, code));
    }

    private static FfmpegErrorCode unsupported() {
        return FfmpegErrorCode.MEDIA_UNSUPPORTED;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
