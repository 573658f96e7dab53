package io.moneyprinter.materials.intake;

import static io.moneyprinter.ffmpeg.FfmpegErrorCode.MEDIA_DAMAGED;
import static io.moneyprinter.ffmpeg.FfmpegErrorCode.MEDIA_TOO_LARGE;
import static io.moneyprinter.materials.intake.Corpus.bytes;
import static io.moneyprinter.materials.intake.IsoBoxes.ascii;
import static io.moneyprinter.materials.intake.IsoBoxes.concat;

import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Pad;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;

/** Small files that cost much, and large ones. */
final class Bombs {

    private final Corpus corpus;

    Bombs(Corpus corpus) {
        this.corpus = corpus;
    }

    void add() {
        pixels();
        frames();
        streams();
        bytesAndSeconds();
    }

    private void pixels() {
        for (var side : new int[] {8_000, 15_000, 16_384, 30_000, 65_535}) {
            corpus.tooLarge(
                    "bomb%dk.png".formatted(side / 1_000),
                    "PNG that says %1$dx%1$d".formatted(side),
                    bytes(() -> BadMedia.png(side, side)));
        }
        corpus.tooLarge("wide.png", "PNG that says 70000x100", bytes(() -> BadMedia.png(70_000, 100)));
        corpus.tooLarge("bomb65k.gif", "GIF that says 65535x65535", bytes(() -> BadMedia.gif(65_535, 65_535, 1, 10)));
        corpus.tooLarge("bomb16k.webp", "WebP that says 16383x16383, and holds nothing", bytes(BadMedia::webpBomb));
        corpus.tooLarge("bomb65k.jpg", "JPEG that says 65500x65500", file -> {
            var jpeg = Made.bytes(
                    file,
                    "jpg",
                    other -> Made.picture(
                            other, "testsrc2=size=64x48:rate=1:duration=1,format=yuvj420p", "frames:v", "1"));
            Files.write(file, BadMedia.jpegOf(jpeg, 65_500, 65_500));
        });
        corpus.tooLarge(
                "huge.mp4",
                "video of 5000x2400",
                file -> Made.picture(
                        file, "color=size=5000x2400:rate=5:duration=0.4", "preset", "ultrafast", "pix_fmt", "yuv420p"));
        corpus.tooLarge(
                "bomb_tiles.heic",
                "HEIC of 180 tiles",
                file -> Files.write(file, HeifFiles.tiled(file, 20, 9, 5_120, 2_304, 0)));
    }

    private void frames() {
        corpus.tooLarge(
                "bomb_frames.gif",
                "GIF of 460 kB: 20000 pictures of 4000x4000",
                bytes(() -> BadMedia.gif(4_000, 4_000, 20_000, 2)));
        corpus.tooLarge(
                "long.gif",
                "GIF of 90000 pictures of 16x16, half an hour",
                bytes(() -> BadMedia.gif(16, 16, 90_000, 2)));
        corpus.heavy(
                "large_frames.gif",
                "GIF of 690 kB: 29000 pictures of 4000x2000, of one pixel each that changes",
                MEDIA_TOO_LARGE,
                bytes(() -> BadMedia.gif(4_000, 2_000, 29_000, 2)));
        corpus.tooLarge(
                "fps1000.mp4",
                "1000 pictures a second",
                file -> Made.picture(
                        file,
                        "testsrc2=size=32x32:rate=1000:duration=0.5",
                        "preset",
                        "ultrafast",
                        "pix_fmt",
                        "yuv420p"));
        corpus.tooLarge("lying.mkv", "Matroska that says 1 s and holds 700 s", file -> {
            var whole = Made.bytes(
                    file,
                    "mkv",
                    other -> Made.picture(
                            other, "color=size=16x16:rate=1:duration=700,format=yuv420p", "preset", "ultrafast"));
            Files.write(file, BadMedia.matroskaOf(whole, 1_000));
        });
    }

    private void streams() {
        corpus.heavy(
                "streams100k.mkv",
                "Matroska of 100000 tracks",
                MEDIA_TOO_LARGE,
                bytes(() -> BadMedia.matroska(100_000)));
        corpus.tooLarge("tracks64.mp4", "MP4 of 64 sounds", file -> {
            var one = Made.sound(Made.beside(file, "m4a"), "sine=440:duration=0.2");
            Made.muxed(file, List.of(Input.of(one)), Collections.nCopies(64, Pad.audio(0)), "c", "copy");
            Files.delete(one);
        });
        corpus.tooLarge("tracks64.mkv", "Matroska of 64 tracks", bytes(() -> BadMedia.matroska(64)));
    }

    private void bytesAndSeconds() {
        corpus.tooLarge(
                "heavy.png",
                "PNG of 17 MB",
                file -> Files.write(
                        file,
                        concat(
                                Made.bytes(
                                        file,
                                        "png",
                                        other -> Made.picture(
                                                other, "testsrc2=size=16x16:rate=1:duration=1", "frames:v", "1")),
                                new byte[17 << 20])));
        corpus.tooLarge(
                "longdur.mp4",
                "6 hours in 360 pictures",
                file -> Made.picture(
                        file, "color=size=16x16:rate=1/60:duration=21600,format=yuv420p", "preset", "ultrafast"));
        corpus.tooLarge(
                "long.m4a",
                "61 minutes of silence",
                file -> Made.sound(file, "anullsrc=r=8000:cl=mono,atrim=duration=3660", "b:a", "8k"));
        corpus.heavy("moov_64mb.mp4", "MP4 whose index has 64 MB of nothing in it", MEDIA_DAMAGED, file -> {
            var plain = Made.bytes(file, "mp4", OddVideos::plain);
            Files.write(
                    file,
                    IsoBoxes.edit(
                            IsoBoxes.edit(plain, content -> null, "moov", "trak"),
                            content -> concat(content, IsoBoxes.box("free", new byte[64 << 20])),
                            "moov"));
        });
        corpus.damaged("moov_500mb.mp4", "MP4 whose index says 500 MB and ends at once", file -> {
            var plain = Made.bytes(file, "mp4", OddVideos::plain);
            var head = IsoBoxes.edit(plain, content -> null, "moov");
            Files.write(
                    file,
                    concat(
                            head,
                            ByteBuffer.allocate(8)
                                    .putInt(500 << 20)
                                    .put(ascii("moov"))
                                    .array()));
        });
        corpus.heavy("moof_100k.mp4", "MP4 of 100000 fragments", MEDIA_TOO_LARGE, file -> {
            var fragmented = Made.bytes(
                    file,
                    "mp4",
                    other -> Made.picture(
                            other,
                            "color=size=16x16:rate=1:duration=2,format=yuv420p",
                            "g",
                            "1",
                            "movflags",
                            "+frag_keyframe+empty_moov+default_base_moof"));
            Files.write(file, BadMedia.repeated(fragmented, 100_000));
        });
        corpus.heavy(
                "id3_garbage.mp3",
                "50 MB of ID3 and nothing else",
                MEDIA_DAMAGED,
                bytes(() -> BadMedia.id3(new byte[50 << 20])));
    }
}
