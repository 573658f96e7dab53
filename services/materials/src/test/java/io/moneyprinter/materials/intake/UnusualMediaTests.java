package io.moneyprinter.materials.intake;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.MediaInfo.Kind;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.ffmpeg.ProbeAnswer;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.SharedFfmpeg;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as cameras and editors make them show the same after they were made anew. */
class UnusualMediaTests {

    private static final int WIDTH = 128;
    private static final int HEIGHT = 96;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final List<Option> SHARP =
            List.of(Option.of("c:v", "libx264"), Option.of("crf", 4), Option.of("preset", "ultrafast"));

    @TempDir
    Path work;

    @TempDir
    Path home;

    private ObjectStore store;
    private Intake intake;

    @BeforeEach
    void open() {
        store = Intakes.store(home);
        intake = Intakes.into(store);
    }

    /** A bar that moves: in a frame of two moments its edges are combs. */
    @Test
    void makesWholeFramesOfFields() {
        var combed = made(
                "combed.mp4",
                with(SHARP, Option.of("flags", "+ildct+ilme")),
                picture(50),
                filter("geq").with("lum", "if(between(X,mod(N*7,W),mod(N*7,W)+16),235,16)"),
                filter("tinterlace").with("mode", "interleave_top"),
                filter("setfield").with("mode", "tff"));

        var media = take(combed);

        var before = luma(combed);
        var after = luma(store.file(media.key()));
        assertThat(combing(before)).isGreaterThan(8);
        assertThat(combing(after)).isLessThan(combing(before) / 8);
        assertThat(after).hasSameSizeAs(before);
        assertThat(facts(media).text("streams.0.field_order", "")).isEqualTo("progressive");
    }

    @Test
    void leavesWholeFramesSharp() {
        // Lines of one pixel would be gone if fields were made of them.
        var lines = made("lines.mp4", SHARP, picture(10), filter("geq").with("lum", "if(mod(Y,2),200,50)"));

        var after = luma(store.file(take(lines).key()));

        assertThat((after[41 * WIDTH + 60] & 0xff) - (after[40 * WIDTH + 60] & 0xff))
                .isGreaterThan(80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smpte2084", "arib-std-b67"})
    void keepsAllLevelsOfHighDynamicRange(String transfer) {
        var ramp = made(
                "ramp.mp4",
                SHARP,
                filter("color").with("size", "1024x32").with("rate", 25).with("duration", 0.2),
                filter("format").with("pix_fmts", "yuv420p10le"),
                filter("geq").with("lum", "64+876*X/W").with("cb", 512).with("cr", "512+64*X/W"),
                filter("setparams")
                        .with("colorspace", "bt2020nc")
                        .with("color_primaries", "bt2020")
                        .with("color_trc", transfer));

        var media = take(ramp);

        var facts = facts(media);
        assertThat(media.mimeType()).isEqualTo("video/mp4");
        assertThat(facts.text("streams.0.pix_fmt", "")).isEqualTo("yuv420p10le");
        assertThat(facts.text("streams.0.color_transfer", "")).isEqualTo(transfer);
        assertThat(facts.text("streams.0.color_primaries", "")).isEqualTo("bt2020");
        assertThat(facts.text("streams.0.color_space", "")).isEqualTo("bt2020nc");
        var levels = levels(store.file(media.key()), 1024);
        assertThat(levels[0]).isCloseTo(64, within(3));
        assertThat(levels[512]).isCloseTo(502, within(3));
        assertThat(levels[1023]).isCloseTo(939, within(3));
        // Eight bits have 219.
        assertThat(IntStream.of(levels).distinct().count()).isGreaterThan(400);
    }

    @Test
    void keepsAPhotoOfHighDynamicRange() {
        var photo = made(
                "photo.png",
                List.of(Option.of("frames:v", 1), Option.of("update", 1)),
                filter("color").with("size", "64x64").with("color", "0x80a0c0"),
                filter("format").with("pix_fmts", "rgb48be"),
                filter("setparams").with("color_primaries", "bt2020").with("color_trc", "smpte2084"));

        var facts = facts(take(photo));

        assertThat(facts.text("streams.0.pix_fmt", "")).isEqualTo("rgba64be");
        assertThat(facts.text("streams.0.color_transfer", "")).isEqualTo("smpte2084");
    }

    @ParameterizedTest
    @CsvSource({
        "a.webm, libvpx-vp9, yuva420p",
        "b.webm, libvpx, yuva420p",
        "c.mov, prores_ks, yuva444p10le",
        "d.mov, png, rgba"
    })
    void keepsFootageThatOneCanSeeThrough(String name, String encoder, String pixels) {
        var options = new ArrayList<Option>();
        options.add(Option.of("c:v", encoder));
        if (encoder.startsWith("libvpx")) {
            options.addAll(
                    List.of(Option.of("auto-alt-ref", 0), Option.of("deadline", "realtime"), Option.of("b:v", "2M")));
        }
        var disc = made(
                name,
                options,
                filter("color")
                        .with("color", "red")
                        .with("size", "128x96")
                        .with("rate", 25)
                        .with("duration", 0.4),
                filter("format").with("pix_fmts", "rgba"),
                // Clear, half, opaque: from left to right.
                filter("geq")
                        .with("r", 220)
                        .with("g", 40)
                        .with("b", 40)
                        .with("a", "if(lt(X,40),0,if(lt(X,88),128,255))"),
                filter("format").with("pix_fmts", pixels));

        var media = take(disc);

        assertThat(media.mimeType()).isEqualTo("video/webm");
        assertThat(facts(media).text("streams.0.tags.alpha_mode", "")).isEqualTo("1");
        var shown = rgba(Input.of(store.file(media.key())).with("c:v", "libvpx-vp9"));
        assertThat(shown.length).isEqualTo(10 * WIDTH * HEIGHT * 4);
        assertThat(alpha(shown, 15)).isCloseTo(0, within(4));
        assertThat(alpha(shown, 64)).isCloseTo(128, within(6));
        assertThat(alpha(shown, 110)).isCloseTo(255, within(4));
        var opaque = 4 * (48 * WIDTH + 110);
        assertThat(shown[opaque] & 0xff).isCloseTo(220, within(10));
        assertThat(shown[opaque + 1] & 0xff).isCloseTo(40, within(10));
    }

    @ParameterizedTest
    @CsvSource({"a.png, png", "b.webp, libwebp"})
    void keepsAPictureThatOneCanSeeThrough(String name, String encoder) {
        var picture = made(
                name,
                List.of(Option.of("c:v", encoder), Option.of("frames:v", 1), Option.of("update", 1)),
                filter("color").with("color", "0x30a060@0.5").with("size", "128x96"),
                filter("format").with("pix_fmts", "rgba"));

        var media = take(picture);

        assertThat(media.mimeType()).isEqualTo("image/png");
        var shown = rgba(Input.of(store.file(media.key())));
        assertThat(alpha(shown, 64)).isCloseTo(128, within(2));
        var middle = 4 * (48 * WIDTH + 64);
        assertThat(shown[middle] & 0xff).isCloseTo(0x30, within(8));
        assertThat(shown[middle + 1] & 0xff).isCloseTo(0xa0, within(8));
        assertThat(shown[middle + 2] & 0xff).isCloseTo(0x60, within(8));
    }

    /** Players take them for high definition's from 720 lines on. */
    @ParameterizedTest
    @CsvSource({"1280x720, true", "320x240, false"})
    void readsTheColoursOfFilesThatDoNotNameThemAsPlayersDo(String size, boolean kept) {
        var red = made(
                "red.mp4",
                SHARP,
                filter("color").with("size", size).with("duration", 0.08),
                filter("format").with("pix_fmts", "yuv420p"),
                filter("geq").with("lum", 63).with("cb", 102).with("cr", 240));

        var luma = luma(store.file(take(red).key()))[0] & 0xff;

        if (kept) {
            assertThat(luma).isCloseTo(63, within(1));
        } else {
            assertThat(luma).isCloseTo(58, within(1));
        }
    }

    @Test
    void keepsTheTimesOfAVariableRate() {
        var variable = made(
                "variable.mp4",
                with(SHARP, Option.of("fps_mode", "vfr")),
                picture(50),
                filter("select").with("expr", "lt(n,10)+not(mod(n,5))"));

        var media = take(variable);

        assertThat(SharedFfmpeg.ffmpeg().probe().countFrames(store.file(media.key())))
                .isEqualTo(SharedFfmpeg.ffmpeg().probe().countFrames(variable))
                .isEqualTo(18);
        assertThat(media.duration()).isBetween(Duration.ofMillis(1_800), Duration.ofMillis(2_050));
    }

    private static Filter picture(int frames) {
        return filter("testsrc2")
                .with("size", WIDTH + "x" + HEIGHT)
                .with("rate", 25)
                .with("duration", frames / 25.0);
    }

    private static List<Option> with(List<Option> options, Option... more) {
        var longer = new ArrayList<>(options);
        longer.addAll(List.of(more));
        return longer;
    }

    private Path made(String name, List<Option> options, Filter... filters) {
        var file = work.resolve(name);
        var end = Pad.label("v");
        var graph = new FilterGraph(List.of(new FilterGraph.Chain(List.of(), List.of(filters), List.of(end))));
        run(FfmpegCommand.of(
                List.of(), graph, Output.to(file, end).with(options).with("threads", 1)));
        return file;
    }

    private Media take(Path file) {
        var name = file.toString();
        return intake.take(file, EnumSet.allOf(Kind.class), name.substring(name.lastIndexOf('.') + 1));
    }

    private ProbeAnswer facts(Media media) {
        return SharedFfmpeg.ffmpeg()
                .probe()
                .facts(
                        store.file(media.key()),
                        "stream=pix_fmt,field_order,color_space,color_transfer,color_primaries:stream_tags");
    }

    /** The brightness of all pixels of all frames, as it is coded. */
    private byte[] luma(Path file) {
        return raw(Input.of(file), Option.of("vf", "extractplanes=y"));
    }

    private byte[] rgba(Input input) {
        return raw(input, Option.of("pix_fmt", "rgba"));
    }

    private byte[] raw(Input input, Option kind) {
        var file = work.resolve("pixels.raw");
        run(FfmpegCommand.of(
                input,
                Output.to(file, Pad.video(0))
                        .with(List.of(kind))
                        .with("c:v", "rawvideo")
                        .with("fps_mode", "passthrough")
                        .with("f", "rawvideo")));
        try {
            return Files.readAllBytes(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The first line, of two bytes a pixel. */
    private int[] levels(Path file, int width) {
        var line = ByteBuffer.wrap(luma(file), 0, 2 * width)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        return IntStream.range(0, width).map(line::get).toArray();
    }

    /** Of the first frame, in its middle line. */
    private static int alpha(byte[] rgba, int x) {
        return rgba[4 * (48 * WIDTH + x) + 3] & 0xff;
    }

    /** How much lines of the tenth frame differ from the lines around them. */
    private static double combing(byte[] gray) {
        var frame = 10 * WIDTH * HEIGHT;
        var sum = 0L;
        for (var at = frame + WIDTH; at < frame + WIDTH * (HEIGHT - 1); at++) {
            sum += Math.abs(2 * (gray[at] & 0xff) - (gray[at - WIDTH] & 0xff) - (gray[at + WIDTH] & 0xff));
        }
        return (double) sum / (WIDTH * (HEIGHT - 2));
    }

    private static void run(FfmpegCommand command) {
        Ffmpeg.require(SharedFfmpeg.ffmpeg().run(command, MINUTE));
    }
}
