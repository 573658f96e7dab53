package io.moneyprinter.materials.intake;

import static io.moneyprinter.materials.intake.Corpus.bytes;

import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Pad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Files that were whole once. */
final class Damages {

    private static final String PICTURE = "testsrc2=size=320x240:rate=1:duration=1";
    private static final String VIDEO = "testsrc2=size=320x180:rate=25:duration=4,format=yuv420p";

    private final Corpus corpus;

    Damages(Corpus corpus) {
        this.corpus = corpus;
    }

    void add() {
        corpus.damaged("zero.mp4", "nothing", bytes(() -> new byte[0]));
        corpus.damaged("zero.png", "nothing", bytes(() -> new byte[0]));
        cut("trunc_half.mp4", "MP4 with its index at the end, half of it", 0.5, file -> Made.picture(file, VIDEO));
        cut("trunc_mdat.mp4", "MP4 with its index at the start, 60 % of it", 0.6, Damages::fastStart);
        cut("header.mp4", "the first bytes of an MP4", 0.003, Damages::fastStart);
        cut("half.mkv", "half a Matroska file", 0.5, file -> Made.picture(file, VIDEO));
        cut(
                "half.webm",
                "half a WebM file",
                0.5,
                file -> Made.picture(
                        file, "testsrc2=size=160x90:rate=25:duration=1", "c:v", "libvpx", "deadline", "realtime"));
        cut("half.mp3", "half an MP3 file", 0.5, file -> Made.sound(file, "sine=440:duration=3"));
        cut("half.flac", "half a FLAC file", 0.5, file -> Made.sound(file, "sine=440:duration=3"));
        cut("half.png", "half a PNG", 0.5, Damages::picture);
        cut("half.jpg", "half a JPEG", 0.5, file -> Made.picture(file, PICTURE + ",format=yuvj420p", "frames:v", "1"));
        cut("start.jpg", "the first bytes of a JPEG", 0.002, Damages::picture);
        cut("half.webp", "half a WebP", 0.5, Damages::picture);
        cut("half.gif", "half a GIF", 0.5, file -> Made.picture(file, "testsrc2=size=320x240:rate=10:duration=1"));
        cut(
                "half_anim.png",
                "half an APNG that moves",
                0.5,
                file -> Made.picture(file, "testsrc2=size=320x240:rate=10:duration=1", "f", "apng"));
        cut("half.avif", "half an AVIF", 0.5, OddPictures::avif);
        corpus.damaged("half.heic", "half a HEIC", file -> {
            var whole = HeifFiles.single(file, 0);
            Files.write(file, Arrays.copyOf(whole, whole.length - 40));
        });
        corpus.damaged("broken.png", "PNG with 400 zeros in the middle", file -> {
            var whole = Made.bytes(file, "png", Damages::picture);
            Arrays.fill(whole, whole.length / 3, whole.length / 3 + 400, (byte) 0);
            Files.write(file, whole);
        });
        corpus.damaged("endless.wav", "WAV that says 4 GB", bytes(() -> BadMedia.wav(-1, 0)));
        corpus.damaged("empty.wav", "WAV without sound", bytes(() -> BadMedia.wav(0, 0)));
        corpus.damaged(
                "cover_only.mp3",
                "ID3 with a picture, and no sound",
                bytes(() -> IsoBoxes.concat(BadMedia.id3(new byte[3_000]), new byte[0])));
    }

    private void cut(String name, String made, double part, Made.Recipe whole) {
        corpus.damaged(name, made, file -> {
            var extension = name.substring(name.lastIndexOf('.') + 1);
            var content = Made.bytes(file, extension, whole);
            Files.write(file, Arrays.copyOf(content, Math.max(13, (int) (content.length * part))));
        });
    }

    private static void picture(Path file) {
        Made.picture(file, PICTURE, "frames:v", "1");
    }

    private static void fastStart(Path file) throws IOException {
        var plain = Made.beside(file, "mp4");
        try {
            Made.picture(plain, VIDEO);
            Made.muxed(file, List.of(Input.of(plain)), List.of(Pad.video(0)), "c", "copy", "movflags", "+faststart");
        } finally {
            Files.deleteIfExists(plain);
        }
    }
}
