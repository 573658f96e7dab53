package io.moneyprinter.video.check;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Outcome;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.ffmpeg.Progress;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.video.check.Finding.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityControlTests {

    private static final Canvas CANVAS = new Canvas(180, 320, 30);
    private static final Stretch WHOLE = new Stretch(0, 4);
    private static final Filter MOVING = filter("testsrc2");
    private static final Filter BLACK = filter("color").with("color", "black");
    private static final Filter STILL = filter("color").with("color", "teal");
    private static final Filter TONE = filter("sine").with("frequency", 440);
    private static final Filter SILENCE = filter("anullsrc");

    private final QualityControl control =
            new QualityControl(SharedFfmpeg.ffmpeg().probe());

    @TempDir
    Path work;

    private int films;

    @Test
    void findsNothingInAFilmThatIsAsItShouldBe() {
        assertThat(check(film(MOVING, TONE, 120), wish())).isEqualTo(new Findings(List.of(), List.of()));
    }

    @Test
    void refusesAFilmOfAnotherLength() {
        var findings = check(film(MOVING, TONE, 119), wish());

        assertThat(kinds(findings.errors())).contains(Kind.FRAMES);
        assertThat(findings.summary()).contains("119 frames (expected: 120)");
        assertThat(findings.publishable()).isFalse();
    }

    @Test
    void refusesAFilmThatDoesNotDecode() throws Exception {
        var film = film(MOVING, TONE, 120);
        var bytes = Files.readAllBytes(film);
        // In the middle of the pictures; the index before them stays good.
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 2_000, (byte) 0x5a);
        Files.write(film, bytes);

        assertThat(kinds(check(film, wish()).errors())).containsExactly(Kind.UNDECODABLE);
    }

    @Test
    void refusesAFilmThatIsCutShort() throws Exception {
        var bytes = Files.readAllBytes(film(MOVING, TONE, 120));
        for (var part = 1; part < 8; part++) {
            var cut = Files.write(work.resolve("cut.mp4"), Arrays.copyOf(bytes, bytes.length * part / 8));

            assertThat(check(cut, wish()).publishable()).as("%d of 8", part).isFalse();
        }
    }

    @Test
    void refusesWhatIsNoFilm() throws Exception {
        var text = Files.writeString(work.resolve("a.mp4"), "not a film at all");

        assertThat(check(text, wish()).summary()).isEqualTo("the film cannot be opened");
    }

    @Test
    void refusesStreamsThatAreMissingOrWrong() {
        var film = film(MOVING, TONE, 120);
        var other = new Wish(
                new Canvas(320, 180, 30),
                120,
                new Coding("hevc", "yuv420p10le", "bt2020nc", null),
                4,
                -21,
                -1,
                List.of(),
                List.of(),
                List.of());

        var findings = check(film, other);

        assertThat(findings.summary())
                .contains("2 streams (expected: 1)")
                .contains("codec: h264 (expected: hevc)")
                .contains("size: 180x320 (expected: 320x180)")
                .contains("pixels: yuv420p (expected: yuv420p10le)")
                .contains("color_space: bt709 (expected: bt2020nc)");
    }

    @Test
    void refusesAFilmThatIsBlackFromStartToEnd() {
        assertThat(kinds(check(film(BLACK, TONE, 120), wish()).errors())).containsExactly(Kind.BLACK);
    }

    @Test
    void allowsBlackAndStillnessWhereTheyAreDesigned() {
        var designed = new Wish(CANVAS, 120, Coding.H264, 4, -21, -1, List.of(), List.of(), List.of(WHOLE));

        assertThat(check(film(BLACK, TONE, 120), designed)).isEqualTo(new Findings(List.of(), List.of()));
        assertThat(check(film(STILL, TONE, 120), designed)).isEqualTo(new Findings(List.of(), List.of()));
    }

    @Test
    void warnsOfFootageThatStandsStill() {
        var findings = check(film(STILL, TONE, 120), wish());

        assertThat(findings.publishable()).isTrue();
        assertThat(findings.warnings()).hasSize(1);
        assertThat(findings.warnings().getFirst()).hasToString("footage stands still from 0.0 s to 4.0 s");
    }

    @Test
    void warnsOfBlackStretches() {
        var dark = filter("testsrc2").with("duration", 4);
        var findings = check(
                write(
                        List.of(
                                dark,
                                filter("drawbox")
                                        .with("t", "fill")
                                        .with("color", "black")
                                        .with("enable", "between(t,1,2.5)")),
                        TONE,
                        120),
                wish());

        assertThat(findings.publishable()).isTrue();
        assertThat(kinds(findings.warnings())).containsExactly(Kind.BLACK);
    }

    @Test
    void refusesSilenceWhereSomethingIsSaid() {
        var silent = film(MOVING, SILENCE, 120);
        var unspoken = new Wish(CANVAS, 120, Coding.H264, 4, -21, -1, List.of(WHOLE), List.of(WHOLE), List.of());

        assertThat(kinds(check(silent, wish()).errors())).containsExactly(Kind.SILENT);
        assertThat(check(silent, unspoken).publishable()).isTrue();
    }

    @Test
    void knowsHowLoudAFilmIs() {
        var film = film(MOVING, TONE, 120);

        assertThat(kinds(check(film, wish(-14, -1)).warnings())).containsExactly(Kind.LOUDNESS);
        assertThat(kinds(check(film, wish(-21, -30)).warnings())).containsExactly(Kind.TRUE_PEAK);
        assertThat(kinds(check(film, wish(-8, -1)).errors())).containsExactly(Kind.LOUDNESS);
    }

    @Test
    void looksAtTheSmallVersionsOfTheParts() throws Exception {
        var film = film(MOVING, TONE, 120);
        var moving = parts(MOVING, 60, 60);

        assertThat(check(film, moving)).isEqualTo(new Findings(List.of(), List.of()));
        assertThat(kinds(check(film, parts(BLACK, 60, 60)).errors())).containsExactly(Kind.BLACK);
        assertThat(check(film, parts(STILL, 60, 60)).warnings().getFirst())
                .hasToString("footage stands still from 0.0 s to 4.0 s");
        assertThat(kinds(check(film, parts(MOVING, 60, 59)).errors())).containsExactly(Kind.FRAMES);
    }

    @Test
    void stillOpensTheFilmWhenItLooksAtSmallVersions() throws Exception {
        var film = film(MOVING, TONE, 120);
        var bytes = Files.readAllBytes(film);
        // The one key frame comes first.
        var pictures = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("mdat");
        Arrays.fill(bytes, pictures + 1_000, pictures + 6_000, (byte) 0x5a);
        Files.write(film, bytes);

        assertThat(kinds(check(film, parts(MOVING, 120)).errors())).containsExactly(Kind.UNDECODABLE);
    }

    /** A check that could not be made says nothing about the film. */
    @Test
    void doesNotBlameTheFilmForACheckThatWasEnded() {
        var film = film(MOVING, TONE, 120);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> control.check(film, wish(), Duration.ofMillis(1), QualityControlTests::run))
                .extracting(CodedException::code)
                .isEqualTo(FfmpegErrorCode.FFMPEG_TIMED_OUT);
    }

    private Findings check(Path film, Wish wish) {
        return control.check(film, wish, Duration.ofMinutes(1), QualityControlTests::run);
    }

    private Findings check(Path film, Path parts) {
        return control.check(film, parts, 0, wish(), Duration.ofMinutes(1), QualityControlTests::run);
    }

    private Path parts(Filter picture, int... frames) throws Exception {
        var list = new StringBuilder("ffconcat version 1.0\n");
        for (var length : frames) {
            list.append("file '%s'%nduration %dus%n".formatted(film(picture, TONE, length), length * 1_000_000L / 30));
        }
        return Files.writeString(work.resolve("parts.ffconcat"), list);
    }

    private static Outcome.Finished run(FfmpegCommand command, Duration deadline, Progress.Listener listener) {
        return Ffmpeg.require(
                SharedFfmpeg.ffmpeg().start(command, deadline, listener).await());
    }

    private static Wish wish() {
        return wish(-21, -1);
    }

    private static Wish wish(double lufs, double dbtp) {
        return new Wish(CANVAS, 120, Coding.H264, 4, lufs, dbtp, List.of(WHOLE), List.of(WHOLE), List.of(WHOLE));
    }

    private static List<Kind> kinds(List<Finding> findings) {
        return findings.stream().map(Finding::kind).toList();
    }

    private Path film(Filter picture, Filter sound, int frames) {
        return write(List.of(picture), sound, frames);
    }

    private Path write(List<Filter> pictures, Filter sound, int frames) {
        var source = new ArrayList<>(pictures);
        source.set(0, source.getFirst().with("size", "180x320").with("rate", 30));
        source.add(filter("trim").with("end_frame", frames));
        source.add(filter("scale").with("out_color_matrix", "bt709").with("out_range", "tv"));
        source.add(filter("format").with("pix_fmts", "yuv420p"));
        source.add(filter("setparams")
                .with("range", "tv")
                .with("color_primaries", "bt709")
                .with("color_trc", "bt709")
                .with("colorspace", "bt709"));
        var graph = new FilterGraph(List.of(
                new Chain(List.of(), source, List.of(Pad.label("v"))),
                new Chain(
                        List.of(),
                        List.of(
                                sound.with("sample_rate", 48_000),
                                filter("atrim").with("duration", 4),
                                filter("aformat").with("channel_layouts", "stereo")),
                        List.of(Pad.label("a")))));
        var file = work.resolve("film-%d.mp4".formatted(films++));
        var output = Output.to(file, Pad.label("v"), Pad.label("a"))
                .with("c:v", "libx264")
                .with("threads", 1)
                .with("c:a", "aac")
                .with("movflags", "+faststart");
        Ffmpeg.require(SharedFfmpeg.ffmpeg().run(FfmpegCommand.of(List.of(), graph, output), Duration.ofMinutes(1)));
        return file;
    }
}
