package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.video.source.SourceFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Files as cameras, telephones and broadcasters make them, all of the same picture.
 *
 * @param directory where they are written
 * @param picture a PNG, even sizes
 */
record OddSources(Path directory, Path picture) {

    static final int FPS = 25;
    static final int FRAMES = 30;

    private static final List<Option> H264 = List.of(
            Option.of("c:v", "libx264"), Option.of("crf", 12), Option.of("preset", "ultrafast"), Option.of("g", 12));
    private static final List<Option> TAGS = List.of(
            Option.of("colorspace", "bt709"), Option.of("color_primaries", "bt709"), Option.of("color_trc", "bt709"));

    /** Red, green, blue and white in the corners, row by row. */
    static Path quadrants(Path file, int width, int height) {
        var graph = new FilterGraph(List.of(new FilterGraph.Chain(
                List.of(),
                List.of(
                        filter("color").with("size", width + "x" + height),
                        filter("format").with("pix_fmts", "gbrp"),
                        filter("trim").with("end_frame", 1),
                        filter("geq")
                                .with("r", "255*eq(lt(X,W/2),lt(Y,H/2))")
                                .with("g", "255*gte(X,W/2)")
                                .with("b", "255*gte(Y,H/2)")),
                List.of(Pad.label("picture")))));
        run(FfmpegCommand.of(
                List.of(), graph, Output.to(file, Pad.label("picture")).with("update", 1)));
        return file;
    }

    Path plain() {
        return video("plain.mp4", H264, yuv("yuv420p"));
    }

    /** Stored turned, to be turned upright by the player: by so many degrees clockwise. */
    Path rotated(int degrees) {
        var turn = switch (degrees) {
            case 90 -> List.of(filter("transpose").with("dir", "cclock"));
            case 180 -> List.of(filter("hflip"), filter("vflip"));
            default -> List.of(filter("transpose").with("dir", "clock"));
        };
        var filters = new ArrayList<>(turn);
        filters.addAll(yuv("yuv420p"));
        var lying = video("lying-%d.mp4".formatted(degrees), H264, filters);
        var file = directory.resolve("rotated-%d.mp4".formatted(degrees));
        run(FfmpegCommand.of(
                Input.of(lying).with("display_rotation", -degrees),
                Output.to(file, Pad.video(0)).with("c", "copy")));
        return file;
    }

    /** The first second with all of its frames, then every third only. */
    Path variableRate() {
        var filters = yuv("yuv420p");
        filters.add(filter("select").with("expr", "lt(n,10)+not(mod(n,3))"));
        return video("variable.mp4", with(H264, Option.of("fps_mode", "vfr")), filters);
    }

    Path hdr(String transfer) {
        var options = List.of(
                Option.of("c:v", "libx265"),
                Option.of("crf", 10),
                Option.of("preset", "ultrafast"),
                Option.of("x265-params", "log-level=error:pools=1"),
                Option.of("tag:v", "hvc1"),
                Option.of("colorspace", "bt2020nc"),
                Option.of("color_primaries", "bt2020"),
                Option.of("color_trc", transfer));
        return video(
                transfer + ".mp4",
                options,
                List.of(
                        filter("format").with("pix_fmts", "gbrp"),
                        filter("zscale")
                                .with("primariesin", "bt709")
                                .with("transferin", "bt709")
                                .with("matrixin", "gbr")
                                .with("rangein", "pc")
                                .with("primaries", "bt709")
                                .with("matrix", "gbr")
                                .with("transfer", "linear")
                                .with("npl", 203),
                        filter("format").with("pix_fmts", "gbrpf32le"),
                        filter("zscale")
                                .with("primaries", "bt2020")
                                .with("transfer", transfer)
                                .with("matrix", "2020_ncl")
                                .with("range", "tv")
                                .with("npl", 203),
                        filter("format").with("pix_fmts", "yuv420p10le")));
    }

    /** Transparent in a disc around the middle. */
    Path transparent() {
        var filters = new ArrayList<Filter>();
        filters.add(filter("format").with("pix_fmts", "gbrap"));
        filters.add(filter("geq")
                .with("r", "r(X,Y)")
                .with("g", "g(X,Y)")
                .with("b", "b(X,Y)")
                .with("a", "255*gt(hypot(X-W/2,Y-H/2),min(W,H)/4)"));
        filters.addAll(yuv("yuva420p"));
        return video(
                "transparent.webm",
                List.of(
                        Option.of("c:v", "libvpx-vp9"),
                        Option.of("crf", 15),
                        Option.of("b:v", 0),
                        Option.of("auto-alt-ref", 0),
                        Option.of("deadline", "realtime"),
                        Option.of("cpu-used", 8)),
                filters);
    }

    Path oddSize(int width, int height) {
        var filters = new ArrayList<Filter>();
        filters.add(filter("scale").with("w", width).with("h", height));
        filters.addAll(yuv("yuv444p"));
        return video("odd.mp4", H264, filters);
    }

    /** A bar that moves, every frame made of two moments. */
    Path interlaced() {
        var bar = "if(between(X,mod(N*7,W),mod(N*7,W)+W/8),235,lum(X,Y))";
        var filters = new ArrayList<>(yuv("yuv420p"));
        filters.add(filter("geq").with("lum", bar).with("cb", "cb(X,Y)").with("cr", "cr(X,Y)"));
        filters.add(filter("tinterlace").with("mode", "interleave_top"));
        filters.add(filter("setfield").with("mode", "tff"));
        return video("interlaced.mp4", with(H264, Option.of("flags", "+ildct+ilme")), filters, 2 * FRAMES, 2 * FPS);
    }

    /** Pixels that are a third wider than high. */
    Path anamorphic() {
        var filters = new ArrayList<Filter>();
        filters.add(filter("scale").with("w", "trunc(iw*3/8)*2").with("h", "ih"));
        filters.add(filter("setsar").with("sar", "4/3"));
        filters.addAll(yuv("yuv420p"));
        return video("anamorphic.mp4", H264, filters);
    }

    Path fullRange() {
        return video(
                "full-range.mp4",
                with(H264, Option.of("color_range", "pc")),
                List.of(
                        filter("format").with("pix_fmts", "gbrp"),
                        filter("scale").with("out_color_matrix", "bt709").with("out_range", "pc"),
                        filter("format").with("pix_fmts", "yuv420p")));
    }

    /** The first frame comes after 0.4 seconds. */
    Path lateStart() {
        var filters = yuv("yuv420p");
        filters.add(filter("setpts").with("expr", "PTS+0.4/TB"));
        return video("late.mkv", with(H264, Option.of("avoid_negative_ts", "disabled")), filters);
    }

    Path gray() {
        return video(
                "gray.mp4",
                H264,
                List.of(
                        filter("hue").with("s", 0),
                        filter("scale").with("out_range", "tv"),
                        filter("format").with("pix_fmts", "gray")));
    }

    Path tenBits() {
        return video("ten-bits.mp4", H264, yuv("yuv420p10le"));
    }

    /** In the colours of standard definition. */
    Path standardDefinition() {
        return video(
                "bt601.mp4",
                List.of(
                        Option.of("c:v", "libx264"),
                        Option.of("crf", 12),
                        Option.of("preset", "ultrafast"),
                        Option.of("colorspace", "smpte170m"),
                        Option.of("color_primaries", "smpte170m"),
                        Option.of("color_trc", "smpte170m")),
                List.of(
                        filter("format").with("pix_fmts", "gbrp"),
                        filter("scale").with("out_color_matrix", "bt601").with("out_range", "tv"),
                        filter("format").with("pix_fmts", "yuv420p")));
    }

    /** A still of at most 256 colours, one of them transparent. */
    Path palette() {
        var file = directory.resolve("palette.png");
        var filters = List.of(
                filter("format").with("pix_fmts", "rgba"),
                filter("geq")
                        .with("r", "r(X,Y)")
                        .with("g", "g(X,Y)")
                        .with("b", "b(X,Y)")
                        .with("a", "255*gt(hypot(X-W/2,Y-H/2),min(W,H)/4)"));
        var chains = new Chains();
        var copies = chains.split(chains.chain(chains.input(Input.of(picture)), filters), 2);
        var colors =
                chains.chain(copies.getFirst(), List.of(filter("palettegen").with("reserve_transparent", 1)));
        var end = chains.chain(List.of(copies.getLast(), colors), List.of(filter("paletteuse")));
        run(FfmpegCommand.of(
                chains.inputs(),
                chains.graph(),
                Output.to(file, end).with("frames:v", 1).with("update", 1)));
        return file;
    }

    private static ArrayList<Filter> yuv(String pixels) {
        return new ArrayList<>(List.of(
                filter("scale").with("out_color_matrix", "bt709").with("out_range", "tv"),
                filter("format").with("pix_fmts", pixels)));
    }

    private static List<Option> with(List<Option> options, Option more) {
        var longer = new ArrayList<>(options);
        longer.add(more);
        return longer;
    }

    private Path video(String name, List<Option> options, List<Filter> filters) {
        return video(name, options, filters, FRAMES, FPS);
    }

    private Path video(String name, List<Option> options, List<Filter> filters, int frames, int fps) {
        var file = directory.resolve(name);
        var all = new ArrayList<Filter>();
        all.add(filter("loop").with("loop", -1).with("size", 1));
        all.add(filter("settb").with("expr", "1/" + fps));
        all.add(filter("setpts").with("expr", "N"));
        all.add(filter("trim").with("end_frame", frames));
        all.addAll(filters);
        var chains = new Chains();
        var end = chains.chain(chains.input(Input.of(picture).with("framerate", fps)), all);
        var output = Output.to(file, end);
        var tagged = options.stream().anyMatch(option -> option.name().equals("colorspace"));
        if (!tagged) {
            output = output.with(TAGS);
        }
        run(FfmpegCommand.of(
                chains.inputs(), chains.graph(), output.with(options).with("threads", 1)));
        return file;
    }

    private static void run(FfmpegCommand command) {
        Ffmpeg.require(SharedFfmpeg.ffmpeg().run(command, Duration.ofMinutes(2)));
    }

    /** As the pictures of a film are made of footage: so many frames that cover a canvas. */
    static Pad show(Chains chains, Path file, SourceFacts facts, Canvas canvas, String background, int frames) {
        var input = Input.of(file);
        for (var option : Normalising.decoding(facts)) {
            input = input.with(option);
        }
        var filters = new ArrayList<>(Normalising.before(facts));
        filters.add(filter("fps").with("fps", canvas.fps()).with("start_time", 0));
        filters.add(filter("tpad").with("stop", -1).with("stop_mode", "clone"));
        filters.add(filter("trim").with("end_frame", frames));
        filters.add(filter("setpts").with("expr", "PTS-STARTPTS"));
        var shape = String.format(Locale.ROOT, "%d/%d", canvas.width(), canvas.height());
        filters.add(filter("crop")
                .with("w", "min(iw,ih*%s/sar)".formatted(shape))
                .with("h", "min(ih,iw*sar/(%s))".formatted(shape)));
        filters.add(filter("scale")
                .with("w", canvas.width())
                .with("h", canvas.height())
                .with("flags", "bicubic")
                .with("out_color_matrix", "bt709")
                .with("out_range", "tv"));
        filters.add(filter("setsar").with("sar", 1));
        filters.addAll(Normalising.after(facts));
        filters.add(filter("format").with("pix_fmts", "yuv420p"));
        return chains.chain(Normalising.over(chains, chains.input(input), facts, background), filters);
    }
}
