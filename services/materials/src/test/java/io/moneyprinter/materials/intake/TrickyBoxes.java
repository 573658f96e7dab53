package io.moneyprinter.materials.intake;

import static io.moneyprinter.ffmpeg.FfmpegErrorCode.MEDIA_DAMAGED;
import static io.moneyprinter.ffmpeg.FfmpegErrorCode.MEDIA_TOO_LARGE;
import static io.moneyprinter.materials.intake.IsoBoxes.ascii;
import static io.moneyprinter.materials.intake.IsoBoxes.concat;
import static io.moneyprinter.materials.intake.IsoBoxes.full;
import static io.moneyprinter.materials.intake.IsoBoxes.ints;

import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** MP4 files with boxes that lie. */
final class TrickyBoxes {

    private static final String[] TABLE = {"moov", "trak", "mdia", "minf", "stbl"};

    private final Corpus corpus;

    TrickyBoxes(Corpus corpus) {
        this.corpus = corpus;
    }

    void add() {
        edited(
                "stts_2e31.mp4",
                MEDIA_TOO_LARGE,
                "2^31-1 pictures in the table of times",
                content -> ints(0, 1, 0x7fff_ffff, 1),
                "stts");
        edited(
                "stts_long.mp4",
                MEDIA_TOO_LARGE,
                "2^31-1 entries in the table of times",
                content -> ints(0, 0x7fff_ffff, 1, 1),
                "stts");
        corpus.damaged(
                "ctts_2e31.mp4",
                "MP4: 2^31-1 pictures in the table of delays",
                file -> Files.write(
                        file,
                        IsoBoxes.edit(
                                Made.bytes(
                                        file,
                                        "mp4",
                                        other -> Made.picture(
                                                other, "testsrc2=size=160x90:rate=25:duration=1,format=yuv420p")),
                                content -> ints(0, 1, 0x7fff_ffff, 1 << 16),
                                "moov",
                                "trak",
                                "mdia",
                                "minf",
                                "stbl",
                                "ctts")));
        edited(
                "stsz_2e31.mp4",
                MEDIA_DAMAGED,
                "2^31-1 pictures in the table of sizes",
                content -> ints(0, 0, 0x7fff_ffff),
                "stsz");
        edited(
                "stco_far.mp4",
                MEDIA_DAMAGED,
                "pictures beyond the end of the file",
                content -> ints(0, 1, 0x7fff_0000),
                "stco");
        edited("stsd_none.mp4", MEDIA_DAMAGED, "no word about the codec", content -> ints(0, 0), "stsd");
        corpus.accepted(
                "timescale_0.mp4",
                "MP4: a clock that stands still, read as one of seconds",
                new Verdict.Accepted("video/mp4", 160, 90, 512),
                true,
                file -> Files.write(
                        file,
                        IsoBoxes.edit(
                                Made.bytes(file, "mp4", OddVideos::plain),
                                content -> ByteBuffer.wrap(content.clone())
                                        .putInt(12, 0)
                                        .array(),
                                "moov",
                                "trak",
                                "mdia",
                                "mdhd")));
        corpus.heavy(
                "elst_100k.mp4",
                "MP4: a list of 100000 edits that shows the same again and again",
                MEDIA_TOO_LARGE,
                file -> Files.write(
                        file,
                        IsoBoxes.edit(
                                Made.bytes(file, "mp4", OddVideos::plain),
                                content -> concat(editList(100_000), IsoBoxes.find(content, "elst")),
                                "moov",
                                "trak",
                                "edts")));
        corpus.damaged(
                "cenc.mp4",
                "MP4: encrypted pictures",
                file -> Made.picture(
                        file,
                        "testsrc2=size=64x48:rate=10:duration=1,format=yuv420p",
                        "encryption_scheme",
                        "cenc-aes-ctr",
                        "encryption_key",
                        "76a6c65c5ea762046bd749a2e632ccbb",
                        "encryption_kid",
                        "a7e61c373e219033c21091fa607bf3b8"));
        corpus.accepted(
                "dref.mp4",
                "MP4 that says its pictures are in /etc/passwd; its own are taken",
                new Verdict.Accepted("video/mp4", 160, 90, 1),
                true,
                file -> Files.write(
                        file,
                        IsoBoxes.edit(
                                Made.bytes(file, "mp4", OddVideos::plain),
                                content -> concat(ints(0, 1), full("url ", 0, ascii("file:///etc/passwd\0"))),
                                "moov",
                                "trak",
                                "mdia",
                                "minf",
                                "dinf",
                                "dref")));
        corpus.damaged("nested.mp4", "MP4: boxes in boxes, 5000 deep", file -> {
            var inner = new byte[0];
            for (var depth = 0; depth < 5_000; depth++) {
                inner = IsoBoxes.box("moov", inner);
            }
            Files.write(file, concat(IsoBoxes.box("ftyp", ascii("isom"), ints(512), ascii("isom")), inner));
        });
    }

    private static byte[] editList(int edits) {
        var list = ByteBuffer.allocate(8 + 12 * edits).putInt(0).putInt(edits);
        for (var i = 0; i < edits; i++) {
            list.putInt(1_000).putInt(0).putInt(1 << 16);
        }
        return IsoBoxes.box("elst", list.array());
    }

    private void edited(String name, FfmpegErrorCode code, String made, UnaryOperator<byte[]> change, String table) {
        var path = Arrays.copyOf(TABLE, TABLE.length + 1);
        path[TABLE.length] = table;
        corpus.refused(
                name,
                "MP4: " + made,
                code,
                true,
                file -> Files.write(file, IsoBoxes.edit(Made.bytes(file, "mp4", OddVideos::plain), change, path)));
    }
}
