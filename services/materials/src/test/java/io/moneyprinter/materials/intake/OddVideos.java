package io.moneyprinter.materials.intake;

import static io.moneyprinter.materials.intake.IsoBoxes.ascii;
import static io.moneyprinter.materials.intake.IsoBoxes.concat;

import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Pad;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Videos that are good, but not usual. */
final class OddVideos {

    private static final String MP4 = "video/mp4";
    private static final String WEBM = "video/webm";
    private static final String PLAIN = "testsrc2=size=160x90:rate=25:duration=1,format=yuv420p";

    private final Corpus corpus;

    OddVideos(Corpus corpus) {
        this.corpus = corpus;
    }

    void add() {
        secrets();
        shapes();
        turned();
        sizes();
        times();
        clocks();
        codecs();
        passengers();
    }

    static void plain(Path file) {
        Made.picture(file, PLAIN, "preset", "ultrafast");
    }

    private void video(String name, String made, int width, int height, double seconds, CorpusFile.Maker maker) {
        corpus.accepted(name, made, new Verdict.Accepted(MP4, width, height, seconds), true, maker);
    }

    private void secrets() {
        video(
                "geo.mp4",
                "MP4 with a place, a title and a chapter",
                160,
                90,
                1,
                file -> remuxed(
                        file,
                        List.of(),
                        "metadata",
                        "location=+48.8577+002.295/",
                        "metadata",
                        "title=" + OddPictures.SECRET,
                        "metadata:s:v:0",
                        "handler_name=" + OddPictures.SECRET,
                        "movflags",
                        "use_metadata_tags"));
        video(
                "poly_mp4html.mp4",
                "MP4 with a page behind it",
                160,
                90,
                1,
                file -> Files.write(
                        file,
                        concat(Made.bytes(file, "mp4", OddVideos::plain), ascii("<script>SECRET-PLACE</script>"))));
    }

    private void shapes() {
        video(
                "rot90.mp4",
                "320x240, to be turned",
                240,
                320,
                0.4,
                file -> remuxedFrom(
                        file,
                        "testsrc2=size=320x240:rate=25:duration=0.4,format=yuv420p",
                        List.of("display_rotation", "90")));
        video(
                "odd_444.mkv",
                "321x241, colours not halved",
                322,
                242,
                0.4,
                file -> Made.picture(
                        file, "testsrc2=size=321x241:rate=25:duration=0.4,format=yuv444p", "preset", "ultrafast"));
        video(
                "tiny.mp4",
                "2x2",
                2,
                2,
                0.4,
                file -> Made.picture(
                        file, "testsrc2=size=2x2:rate=25:duration=0.4,format=yuv420p", "preset", "ultrafast"));
        video(
                "hdr10.mp4",
                "HDR10",
                160,
                90,
                0.4,
                file -> Made.picture(
                        file,
                        "testsrc2=size=160x90:rate=25:duration=0.4,format=yuv420p10le,setparams=color_primaries=bt2020"
                                + ":color_trc=smpte2084:colorspace=bt2020nc",
                        "c:v",
                        "libx265",
                        "preset",
                        "ultrafast",
                        "x265-params",
                        "log-level=none",
                        "tag:v",
                        "hvc1"));
        corpus.accepted(
                "alpha.webm",
                "WebM that one can see through",
                new Verdict.Accepted(WEBM, 160, 90, 0.4),
                true,
                file -> Made.picture(
                        file,
                        "color=red@0.5:size=160x90:rate=25:duration=0.4,format=yuva420p",
                        "c:v",
                        "libvpx-vp9",
                        "deadline",
                        "realtime",
                        "auto-alt-ref",
                        "0"));
    }

    private void turned() {
        // The four numbers that turn and mirror; where the picture lies then follows from them.
        matrix("mirrored.mp4", "320x240, seen in a mirror, as front cameras write it", 320, 240, -1, 0, 0, 1);
        matrix("rot180.mp4", "320x240, upside down", 320, 240, -1, 0, 0, -1);
        matrix("upended.mp4", "320x240, mirrored top to bottom", 320, 240, 1, 0, 0, -1);
        matrix("transposed.mp4", "320x240, turned and mirrored", 240, 320, 0, 1, 1, 0);
        matrix("transversed.mp4", "320x240, turned the other way and mirrored", 240, 320, 0, -1, -1, 0);
        matrix("rot45.mp4", "320x240, to be turned by half a quarter, which is left as it is", 320, 240, 1, 1, -1, 1);
    }

    private void matrix(String name, String made, int width, int height, int a, int b, int c, int d) {
        video(
                name,
                made,
                width,
                height,
                0.4,
                file -> Files.write(
                        file,
                        turned(
                                Made.bytes(
                                        file,
                                        "mp4",
                                        other -> Made.picture(
                                                other,
                                                "testsrc2=size=320x240:rate=25:duration=0.4,format=yuv420p",
                                                "preset",
                                                "ultrafast")),
                                a,
                                b,
                                c,
                                d)));
    }

    /** The MP4 with that matrix of how it is shown. */
    static byte[] turned(byte[] mp4, int a, int b, int c, int d) {
        return IsoBoxes.edit(
                mp4,
                content -> ByteBuffer.wrap(content.clone())
                        .position(40)
                        .put(IsoBoxes.ints(a << 16, b << 16, 0, c << 16, d << 16, 0, 0, 0, 1 << 30))
                        .array(),
                "moov",
                "trak",
                "tkhd");
    }

    private void sizes() {
        video("reschange.mkv", "Matroska of H.264 that gets twice as large in the middle", 160, 90, 2, file -> {
            var one = Made.bytes(file, "h264", other -> raw(other, "160x90"));
            var two = Made.bytes(file, "h264", other -> raw(other, "320x180"));
            var both = Files.write(Made.beside(file, "h264"), concat(one, two));
            Made.muxed(file, List.of(Input.of(both).with("r", "25")), List.of(Pad.video(0)), "c", "copy");
            Files.delete(both);
        });
        video("reschange.webm", "WebM of VP8 that gets smaller and upright, as calls do", 160, 90, 2, file -> {
            var one = Made.bytes(file, "ivf", other -> vp8(other, "160x90"));
            var two = Made.bytes(file, "ivf", other -> vp8(other, "90x160"));
            var both = Files.write(Made.beside(file, "ivf"), concat(one, later(two, 25)));
            Made.muxed(file, List.of(Input.of(both)), List.of(Pad.video(0)), "c", "copy");
            Files.delete(both);
        });
    }

    private static void raw(Path file, String size) {
        Made.picture(
                file,
                "testsrc2=size=%s:rate=25:duration=1,format=yuv420p".formatted(size),
                "preset",
                "ultrafast",
                "bf",
                "0");
    }

    private static void vp8(Path file, String size) {
        Made.picture(
                file,
                "testsrc2=size=%s:rate=25:duration=1,format=yuv420p".formatted(size),
                "c:v",
                "libvpx",
                "deadline",
                "realtime");
    }

    /** The pictures of an IVF file without its head, each so many later. */
    private static byte[] later(byte[] ivf, int frames) {
        var rest = Arrays.copyOfRange(ivf, 32, ivf.length);
        var pictures = ByteBuffer.wrap(rest).order(ByteOrder.LITTLE_ENDIAN);
        for (var at = 0; at + 12 <= rest.length; at += 12 + pictures.getInt(at)) {
            pictures.putLong(at + 4, pictures.getLong(at + 4) + frames);
        }
        return rest;
    }

    private void clocks() {
        video("gaps.mp4", "ten pictures of half a minute each", 160, 90, 300, file -> timed(file, "setpts=N*30/TB"));
        video(
                "gap.mkv",
                "a second, a gap of eight minutes, and a second",
                160,
                90,
                482,
                file -> Made.picture(
                        file,
                        "testsrc2=size=160x90:rate=25:duration=2,format=yuv420p,setpts=PTS+480*gte(N\\,25)/TB",
                        "fps_mode",
                        "passthrough",
                        "preset",
                        "ultrafast"));
        corpus.tooLarge(
                "hour.mkv",
                "Matroska whose clock jumps by an hour",
                file -> Made.picture(
                        file,
                        "testsrc2=size=160x90:rate=25:duration=2,format=yuv420p,setpts=PTS+3600*gte(N\\,25)/TB",
                        "fps_mode",
                        "passthrough",
                        "preset",
                        "ultrafast"));
        video(
                "late.mp4",
                "MP4 in fragments of a clock that ran for 26 hours, as recorded from a stream",
                160,
                90,
                1,
                file -> Files.write(
                        file,
                        IsoBoxes.edit(
                                Made.bytes(
                                        file,
                                        "mp4",
                                        other -> Made.picture(
                                                other,
                                                PLAIN,
                                                "preset",
                                                "ultrafast",
                                                "movflags",
                                                "+frag_keyframe+empty_moov+default_base_moof")),
                                content -> delayed(content, 26 * 3_600),
                                "moof",
                                "traf",
                                "tfdt")));
        corpus.unsupported(
                "wrap.ts",
                "MPEG-TS whose clock begins anew in the middle",
                file -> Made.picture(
                        file,
                        PLAIN,
                        "preset",
                        "ultrafast",
                        "output_ts_offset",
                        "95443.2",
                        "muxdelay",
                        "0",
                        "f",
                        "mpegts"));
        video(
                "far.mkv",
                "Matroska that begins three years late",
                32,
                32,
                1,
                file -> Made.picture(
                        file, "testsrc2=size=32x32:rate=5:duration=1,format=yuv420p", "output_ts_offset", "100000000"));
        video(
                "again.mp4",
                "MP4 in fragments whose clock begins anew after five of ten seconds, of which the first five are seen",
                160,
                90,
                5,
                file -> {
                    var fragments = new int[1];
                    Files.write(
                            file,
                            IsoBoxes.edit(
                                    Made.bytes(
                                            file,
                                            "mp4",
                                            other -> Made.picture(
                                                    other,
                                                    "testsrc2=size=160x90:rate=25:duration=10,format=yuv420p",
                                                    "preset",
                                                    "ultrafast",
                                                    "g",
                                                    "25",
                                                    "movflags",
                                                    "+frag_keyframe+empty_moov+default_base_moof")),
                                    content -> fragments[0]++ < 5 ? content : delayed(content, -5),
                                    "moof",
                                    "traf",
                                    "tfdt"));
                });
        video(
                "edit_twice.mp4",
                "MP4 whose list of edits shows its pictures twice",
                160,
                90,
                2,
                file -> Files.write(
                        file,
                        IsoBoxes.edit(
                                Made.bytes(file, "mp4", OddVideos::plain),
                                content ->
                                        IsoBoxes.box("elst", IsoBoxes.ints(0, 2, 1_000, 0, 1 << 16, 1_000, 0, 1 << 16)),
                                "moov",
                                "trak",
                                "edts")));
        video(
                "edit_later.mp4",
                "MP4 whose pictures begin after half a second, and at once in the copy",
                160,
                90,
                1,
                file -> Files.write(
                        file,
                        IsoBoxes.edit(
                                Made.bytes(file, "mp4", OddVideos::plain),
                                content ->
                                        IsoBoxes.box("elst", IsoBoxes.ints(0, 2, 500, -1, 1 << 16, 1_000, 0, 1 << 16)),
                                "moov",
                                "trak",
                                "edts")));
        video("silent_track.mp4", "MP4 with a track of sound and no sound in it", 160, 90, 1, file -> {
            var tracks = new int[1];
            Files.write(
                    file,
                    IsoBoxes.edit(
                            Made.bytes(
                                    file,
                                    "mp4",
                                    other -> Made.both(
                                            other, PLAIN, "sine=440:duration=1", "preset", "ultrafast", "c:a", "aac")),
                            table -> tracks[0]++ == 0 ? table : emptied(table),
                            "moov",
                            "trak",
                            "mdia",
                            "minf",
                            "stbl"));
        });
    }

    /** Tables without a sample, beside what is said of the codec. */
    private static byte[] emptied(byte[] tables) {
        var empty = tables;
        for (var name : List.of("stts", "stsc", "stco")) {
            empty = IsoBoxes.edit(empty, content -> IsoBoxes.ints(0, 0), name);
        }
        empty = IsoBoxes.edit(empty, content -> IsoBoxes.ints(0, 0, 0), "stsz");
        for (var name : List.of("sgpd", "sbgp")) {
            empty = IsoBoxes.edit(empty, content -> null, name);
        }
        return empty;
    }

    private static void timed(Path file, String times) {
        Made.picture(
                file,
                "testsrc2=size=160x90:rate=25:duration=0.4,format=yuv420p," + times,
                "fps_mode",
                "passthrough",
                "bf",
                "0",
                "preset",
                "ultrafast");
    }

    /** The time at which a fragment begins, so many seconds later. */
    private static byte[] delayed(byte[] start, int seconds) {
        var scale = 12_800L;
        var version = start[0];
        var before = version == 1
                ? ByteBuffer.wrap(start).getLong(4)
                : ByteBuffer.wrap(start).getInt(4);
        return ByteBuffer.allocate(12)
                .putInt(1 << 24)
                .putLong(before + seconds * scale)
                .array();
    }

    private void times() {
        video(
                "vfr.mp4",
                "pictures at uneven times",
                160,
                90,
                1.8,
                file -> Made.picture(
                        file,
                        "testsrc2=size=160x90:rate=25:duration=2,format=yuv420p,select='lt(n,10)+not(mod(n,5))'",
                        "fps_mode",
                        "vfr",
                        "preset",
                        "ultrafast"));
        video("oneframe.mp4", "one picture", 160, 90, 0.04, file -> Made.picture(file, PLAIN, "frames:v", "1"));
        video(
                "negts.mkv",
                "times below zero, which are not shown",
                160,
                90,
                0.5,
                file -> Made.picture(
                        file,
                        PLAIN + ",setpts=PTS-0.5/TB",
                        "fps_mode",
                        "passthrough",
                        "bf",
                        "0",
                        "avoid_negative_ts",
                        "disabled"));
        video(
                "nolength.webm",
                "WebM as browsers record it, without a length",
                160,
                90,
                1,
                file -> Made.picture(file, PLAIN, "c:v", "libvpx", "deadline", "realtime", "live", "1", "f", "webm"));
        video(
                "fragmented.mp4",
                "MP4 in fragments",
                160,
                90,
                1,
                file -> Made.picture(
                        file, PLAIN, "preset", "ultrafast", "g", "5", "movflags", "+frag_keyframe+empty_moov"));
        video(
                "slow.mp4",
                "one picture a second",
                160,
                90,
                3,
                file -> Made.picture(
                        file, "testsrc2=size=160x90:rate=1:duration=3,format=yuv420p", "preset", "ultrafast"));
    }

    private void codecs() {
        video(
                "av1.mp4",
                "AV1",
                160,
                90,
                0.4,
                file -> Made.picture(
                        file,
                        "testsrc2=size=160x90:rate=25:duration=0.4,format=yuv420p",
                        "c:v",
                        "libaom-av1",
                        "cpu-used",
                        "8",
                        "usage",
                        "realtime"));
        video(
                "prores.mov",
                "ProRes",
                160,
                90,
                0.4,
                file -> Made.picture(
                        file, "testsrc2=size=160x90:rate=25:duration=0.4,format=yuv422p10le", "c:v", "prores_ks"));
        corpus.accepted(
                "anim.gif",
                "GIF that moves",
                new Verdict.Accepted(WEBM, 64, 48, 1),
                true,
                file -> Made.picture(file, "testsrc2=size=64x48:rate=10:duration=1"));
        video(
                "anim.png",
                "APNG that moves",
                64,
                48,
                1,
                file -> Made.picture(file, "testsrc2=size=64x48:rate=10:duration=1,format=rgb24", "f", "apng"));
    }

    private void passengers() {
        video("attach_trav.mkv", "Matroska with a font called ../../../PWNED.ttf", 160, 90, 1, file -> {
            var font = Files.write(Made.beside(file, "ttf"), ascii(OddPictures.SECRET.repeat(100)));
            remuxed(
                    file,
                    List.of(),
                    "attach",
                    font.toString(),
                    "metadata:s:t",
                    "mimetype=application/x-truetype-font",
                    "metadata:s:t",
                    "filename=../../../PWNED.ttf");
            Files.delete(font);
        });
        video("subtitles.mkv", "Matroska with subtitles and chapters", 160, 90, 1, file -> {
            var words = Files.writeString(
                    Made.beside(file, "srt"),
                    "1\n00:00:00,000 --> 00:00:00,900\n" + OddPictures.SECRET + "\n",
                    StandardCharsets.UTF_8);
            var pictures = Made.beside(file, "mp4");
            plain(pictures);
            Made.muxed(
                    file,
                    List.of(Input.of(pictures), Input.of(words)),
                    List.of(Pad.video(0), new Pad.Stream(1, 's', 0)),
                    "c:v",
                    "copy",
                    "c:s",
                    "srt");
            Files.delete(words);
            Files.delete(pictures);
        });
        video("two_pictures.mp4", "MP4 of two pictures and two sounds", 160, 90, 1, file -> {
            var pictures = Made.beside(file, "mkv");
            Made.both(pictures, PLAIN, "sine=440:duration=1", "preset", "ultrafast", "c:a", "aac");
            Made.muxed(
                    file,
                    List.of(Input.of(pictures)),
                    List.of(Pad.video(0), Pad.video(0), Pad.audio(0), Pad.audio(0)),
                    "c",
                    "copy");
            Files.delete(pictures);
        });
    }

    private static void remuxed(Path file, List<String> input, String... options) throws IOException {
        remuxedFrom(file, PLAIN, input, options);
    }

    private static void remuxedFrom(Path file, String graph, List<String> input, String... options) throws IOException {
        var plain = Made.beside(file, "mp4");
        Made.picture(plain, graph, "preset", "ultrafast");
        var source = Input.of(plain);
        for (var i = 0; i < input.size(); i += 2) {
            source = source.with(input.get(i), input.get(i + 1));
        }
        var all = new String[options.length + 2];
        all[0] = "c";
        all[1] = "copy";
        System.arraycopy(options, 0, all, 2, options.length);
        Made.muxed(file, List.of(source), List.of(Pad.video(0)), all);
        Files.delete(plain);
    }
}
