package io.moneyprinter.materials.intake;

import static io.moneyprinter.materials.intake.Corpus.bytes;
import static io.moneyprinter.materials.intake.Corpus.text;
import static io.moneyprinter.materials.intake.IsoBoxes.ascii;
import static io.moneyprinter.materials.intake.IsoBoxes.concat;
import static io.moneyprinter.materials.intake.IsoBoxes.ints;

import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that call themselves media and are something else: most want other files or machines to be read for them. */
final class Pretenders {

    private static final String TARGET = "file:///etc/passwd";
    private static final String INSIDE = "http://127.0.0.1:9/secret.ts";

    private final Corpus corpus;

    Pretenders(Corpus corpus) {
        this.corpus = corpus;
    }

    void add() {
        playlists();
        documents();
        programs();
        wrongNames();
        otherMedia();
    }

    private void playlists() {
        var head = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n";
        var end = "\n#EXT-X-ENDLIST\n";
        corpus.unsupported("hls_file.mp4", "HLS playlist of a local file", text(head + TARGET + end));
        corpus.unsupported("hls_abs_ts.mp4", "HLS playlist of an absolute path", text(head + "/tmp/victim.ts" + end));
        corpus.unsupported("hls_http.mp4", "HLS playlist of an address of the inside", text(head + INSIDE + end));
        corpus.unsupported("hls_live.mp4", "HLS playlist of a local file, without end", text(head + TARGET + "\n"));
        corpus.unsupported("hls_live_rel.mp4", "HLS playlist of a sibling, without end", text(head + "a.ts\n"));
        corpus.unsupported(
                "hls_master.mp4",
                "HLS master playlist of an address of the inside",
                text("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n" + INSIDE + "\n"));
        corpus.unsupported(
                "hls_concat_http.mp4",
                "HLS playlist of concat:http",
                text(head + "concat:" + INSIDE + "|/etc/passwd" + end));
        corpus.unsupported(
                "hls_concat_file.mp4",
                "HLS playlist of concat:file",
                text(head + "concat:file:/etc/passwd|file:/etc/hosts" + end));
        corpus.unsupported("hls.jpg", "HLS playlist called JPEG", text(head + TARGET + end));
        corpus.unsupported(
                "ffconcat.mp4", "ffconcat of an absolute path", text("ffconcat version 1.0\nfile '/etc/passwd'\n"));
        corpus.unsupported(
                "ffconcat_http.mp4", "ffconcat of an address", text("ffconcat version 1.0\nfile '" + INSIDE + "'\n"));
        corpus.unsupported(
                "ffconcat_rel.mp4", "ffconcat of a sibling", text("ffconcat version 1.0\nfile victim.mp4\n"));
        corpus.unsupported(
                "dash.mp4",
                "DASH manifest of a local file",
                text("<?xml version=\"1.0\"?><MPD><BaseURL>" + TARGET + "</BaseURL></MPD>"));
        corpus.unsupported(
                "sdp.mp4", "session description", text("v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nm=video 9 RTP/AVP 96\n"));
        corpus.unsupported("strm.mkv", "an address alone", text(INSIDE + "\n"));
    }

    private void documents() {
        corpus.unsupported("html_as.jpg", "a page with a script", text("<!DOCTYPE html><script>alert(1)</script>"));
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:x=\"http://www.w3.org/1999/xlink\">%s</svg>";
        corpus.unsupported(
                "img.svg",
                "SVG with a picture of the inside",
                text(svg.formatted("<image x:href=\"" + INSIDE + "\"/>")));
        corpus.unsupported(
                "h.svg", "SVG with a local picture", text(svg.formatted("<image x:href=\"" + TARGET + "\"/>")));
        corpus.unsupported("svg_as.png", "SVG called PNG", text(svg.formatted("<rect width=\"9\" height=\"9\"/>")));
        corpus.unsupported(
                "xxe.svg",
                "SVG with an external entity",
                text("<!DOCTYPE svg [<!ENTITY x SYSTEM \"" + TARGET + "\">]>" + svg.formatted("<text>&x;</text>")));
        corpus.unsupported(
                "lol.svg",
                "SVG with entities of entities",
                text("<!DOCTYPE svg [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c"
                        + " \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>" + svg.formatted("<text>&c;</text>")));
        corpus.unsupported("eps_as.png", "PostScript", text("%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) run\n"));
        corpus.heavy(
                "subtitles_10mb.mp4",
                "10 MB of SRT",
                FfmpegErrorCode.MEDIA_UNSUPPORTED,
                text("1\n00:00:00,000 --> 00:00:01,000\nwords\n\n".repeat(250_000)));
        corpus.unsupported(
                "ass_loops.mkv",
                "ASS with thousands of \\t and a font inside",
                text("[Script Info]\n[Fonts]\nfontname: ../../x.ttf\n" + "!".repeat(4_000)
                        + "\n[Events]\nDialogue: 0,0:00:00.00,0:00:09.00,A,,0,0,0,,"
                        + "{\\t(0,9000,\\fscx500)}".repeat(5_000) + "words\n"));
    }

    private void programs() {
        corpus.unsupported(
                "exe_as.mp4",
                "head of an ELF program",
                bytes(() -> concat(IsoBoxes.bytes(0x7f, 'E', 'L', 'F', 2, 1, 1), new byte[200])));
        corpus.unsupported("rand.mp4", "5 kB of noise", bytes(() -> {
            var noise = new byte[5_000];
            new Random(7).nextBytes(noise);
            noise[0] = 0;
            return noise;
        }));
        corpus.unsupported("archive.png", "head of a ZIP", bytes(() -> concat(ascii("PK\u0003\u0004"), new byte[200])));
        corpus.heavy("bomb.zip", "ZIP of 1 GB of zeros", FfmpegErrorCode.MEDIA_UNSUPPORTED, Pretenders::zipBomb);
        corpus.damaged(
                "poly_gifjs.gif",
                "GIF that is a script, too",
                text("GIF89a/*\0\0\0*/=1;alert(document.cookie)//" + "x".repeat(200)));
    }

    private void wrongNames() {
        corpus.unsupported("png_as.mp4", "a good PNG", file -> png(file, "png"));
        corpus.unsupported("png_as.jpg", "a good PNG", file -> png(file, "png"));
        corpus.unsupported("png_as.exe", "a good PNG", file -> png(file, "png"));
        corpus.unsupported(
                "mp3_as.png",
                "a good MP3",
                file -> Files.write(file, Made.bytes(file, "mp3", other -> Made.sound(other, "sine=440:duration=1"))));
    }

    private void otherMedia() {
        corpus.unsupported(
                "magic.avi",
                "MagicYUV in AVI",
                file -> Made.picture(file, "testsrc2=size=64x48:duration=1", "c:v", "magicyuv"));
        corpus.unsupported(
                "magic.mkv",
                "MagicYUV in Matroska",
                file -> Made.picture(file, "testsrc2=size=64x48:duration=1", "c:v", "magicyuv"));
        corpus.unsupported("reschange.ts", "MPEG-TS of three sizes", file -> {
            var all = new byte[0];
            for (var size : new String[] {"320x240", "640x480", "64x48"}) {
                var graph = "testsrc2=size=" + size + ":duration=0.2";
                all = concat(all, Made.bytes(file, "ts", other -> Made.picture(other, graph, "c:v", "libx264")));
            }
            Files.write(file, all);
        });
        corpus.unsupported(
                "anim.webp",
                "WebP that moves, which FFmpeg cannot read",
                file -> Made.picture(
                        file, "testsrc2=size=64x48:rate=10:duration=0.5", "c:v", "libwebp_anim", "loop", "0"));
        corpus.unsupported("avis.avif", "AVIF of several pictures", file -> {
            var still = Made.bytes(file, "avif", OddPictures::avif);
            Files.write(file, IsoBoxes.edit(still, head -> concat(ascii("avis"), ints(0), ascii("avis")), "ftyp"));
        });
        corpus.unsupported(
                "bmp_as.png",
                "BMP",
                file -> Files.write(
                        file,
                        Made.bytes(
                                file,
                                "bmp",
                                other -> Made.picture(
                                        other, "testsrc2=size=64x48:rate=1:duration=1", "frames:v", "1"))));
        corpus.unsupported(
                "flic.mp4",
                "head of a FLIC animation",
                bytes(() -> concat(IsoBoxes.bytes(0, 4, 0, 0, 0x12, 0xaf, 9, 0), new byte[300])));
    }

    private static void png(Path file, String extension) throws IOException {
        Files.write(
                file,
                Made.bytes(
                        file,
                        extension,
                        other -> Made.picture(other, "testsrc2=size=64x48:rate=1:duration=1", "frames:v", "1")));
    }

    private static void zipBomb(Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("zeros"));
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 1_000; i++) {
                zip.write(zeros);
            }
        }
    }
}
