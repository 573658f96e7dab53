package io.moneyprinter.materials.intake;

import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All files that the intake is tried with: made to do harm, harmed, too large, or only unusual. */
public final class Corpus {

    /** Others that every build tries show the same. */
    private static final Set<String> COVERED = Set.of(
            "fragmented.mp4",
            "slow.mp4",
            "tiny.mp4",
            "prores.mov",
            "gray.jpg",
            "gray16.png",
            "low.wav",
            "huge_floats.wav",
            "opus.webm",
            "still.webp",
            "timescale_0.mp4",
            "half.webm",
            "half.flac",
            "half.webp",
            "half_anim.png",
            "header.mp4",
            "start.jpg",
            "tracks64.mp4",
            "far.mkv",
            "orientation_1.jpg",
            "orientation_3.jpg",
            "orientation_4.jpg",
            "orientation_7.jpg",
            "orientation_8.jpg",
            "rot180.mp4",
            "upended.mp4",
            "transversed.mp4",
            "prophoto.jpg",
            "icc_cut.jpg",
            "icc_dark.jpg",
            "icc_far.jpg",
            "p3.webp",
            "p3.avif",
            "channels_8.wav",
            "longdur.mp4",
            "stts_long.mp4",
            "stco_far.mp4",
            "hls.jpg",
            "bmp_as.png");

    private final List<CorpusFile> files = new ArrayList<>();

    private Corpus() {}

    public static List<CorpusFile> all() {
        var corpus = new Corpus();
        new Pretenders(corpus).add();
        new Damages(corpus).add();
        new Bombs(corpus).add();
        new TrickyBoxes(corpus).add();
        new OddPictures(corpus).add();
        new OddVideos(corpus).add();
        new OddSounds(corpus).add();
        return List.copyOf(corpus.files);
    }

    /** What every build tries. */
    public static List<CorpusFile> quick() {
        return all().stream()
                .filter(file -> file.quick() && !COVERED.contains(file.name()))
                .toList();
    }

    void unsupported(String name, String made, CorpusFile.Maker maker) {
        refused(name, made, FfmpegErrorCode.MEDIA_UNSUPPORTED, true, maker);
    }

    void damaged(String name, String made, CorpusFile.Maker maker) {
        refused(name, made, FfmpegErrorCode.MEDIA_DAMAGED, true, maker);
    }

    void tooLarge(String name, String made, CorpusFile.Maker maker) {
        refused(name, made, FfmpegErrorCode.MEDIA_TOO_LARGE, true, maker);
    }

    /** For those that take seconds, or many megabytes. */
    void heavy(String name, String made, FfmpegErrorCode code, CorpusFile.Maker maker) {
        refused(name, made, code, false, maker);
    }

    void image(String name, String made, String mimeType, int width, int height, CorpusFile.Maker maker) {
        accepted(name, made, new Verdict.Accepted(mimeType, width, height, 0), true, maker);
    }

    void accepted(String name, String made, Verdict.Accepted verdict, boolean quick, CorpusFile.Maker maker) {
        files.add(new CorpusFile(name, made, verdict, quick, maker));
    }

    /** A file of text. */
    static CorpusFile.Maker text(String content) {
        return bytes(() -> content.getBytes(StandardCharsets.UTF_8));
    }

    /** What makes the content of a file. */
    @FunctionalInterface
    interface Content {
        byte[] bytes() throws IOException;
    }

    static CorpusFile.Maker bytes(Content content) {
        return file -> Files.write(file, content.bytes());
    }

    void refused(String name, String made, FfmpegErrorCode code, boolean quick, CorpusFile.Maker maker) {
        files.add(new CorpusFile(name, made, new Verdict.Refused(code), quick, maker));
    }
}
