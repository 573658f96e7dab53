package io.moneyprinter.materials.intake;

import static io.moneyprinter.materials.intake.IsoBoxes.ascii;
import static io.moneyprinter.materials.intake.IsoBoxes.concat;

import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Pad;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        times();
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
