package io.moneyprinter.materials.variant;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.ffmpeg.SourcePictures;
import io.moneyprinter.materials.picture.PictureFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which variants a file has, and how they are made. Pure. */
final class Recipes {

    static final int THUMBNAIL = 320;
    static final int PREVIEW = 1280;
    static final int LOOP = 480;

    /** What films of the usual sizes need. */
    static final int OPTIMIZED = 1920;

    /** The shape of the middle of a source, for films that stand where it lies; the widest of those is 4:5. */
    private static final double MIDDLE_SHAPE = 4.0 / 5;

    /** Pictures in a second, of a loop. */
    private static final int LOOP_RATE = 24;

    private static final int LOOP_FRAMES = 4 * LOOP_RATE;
    private static final int SEAM_FRAMES = LOOP_RATE / 2;

    private static final int EXCERPT_SECONDS = 15;
    private static final double FADE_SECONDS = 0.5;
    private static final Size WAVES = new Size(THUMBNAIL, 80);
    private static final Pad PICTURE = Pad.label("picture");
    private static final Pad SOUND = Pad.label("sound");

    private final Source source;

    private Recipes(Source source) {
        this.source = source;
    }

    static List<Recipe> of(Source source) {
        var recipes = new Recipes(source);
        return switch (source.type()) {
            case DOCUMENT -> List.of();
            case IMAGE ->
                List.of(
                        recipes.picture(VariantType.THUMBNAIL, THUMBNAIL),
                        recipes.picture(VariantType.PREVIEW, PREVIEW));
            case AUDIO -> List.of(recipes.waves(), recipes.excerpt());
            case VIDEO -> recipes.video();
        };
    }

    private List<Recipe> video() {
        var all = new ArrayList<Recipe>();
        all.add(picture(VariantType.THUMBNAIL, THUMBNAIL));
        all.add(loop());
        var original = new Size(source.width(), source.height());
        // What one can see through stays in a format that costs more anyway.
        if (!source.alpha() && (original.longer() > OPTIMIZED || source.hdr())) {
            var whole = original.within(OPTIMIZED).even();
            all.add(proxy(VariantType.OPTIMIZED, original, whole));
            if (original.shorter() > whole.shorter()) {
                var middle = middle(original);
                all.add(proxy(
                        VariantType.MIDDLE, middle, middle.within(OPTIMIZED).even()));
            }
        }
        return List.copyOf(all);
    }

    /** As high as the source, and less wide; the other way round for one that stands. */
    private static Size middle(Size original) {
        var across = (int) Math.min(original.longer(), Math.round(original.shorter() * MIDDLE_SHAPE));
        return original.width() > original.height()
                ? new Size(across, original.height()).even()
                : new Size(original.width(), across).even();
    }

    private Recipe picture(VariantType type, int longest) {
        var format = PictureFormat.usual(source.alpha());
        var size = new Size(source.width(), source.height()).within(longest);
        return new Recipe(type, format.extension(), format.mimeType(), size, (file, telling, made) -> {
            var filters = new ArrayList<Filter>();
            var input = Probe.input(file).with("threads", 1);
            if (source.alpha() && isVideo()) {
                input = transparent(input);
            }
            if (isVideo()) {
                input = keyFrames(input);
                filters.add(looks(telling.rate()));
                filters.add(filter("select").with("expr", "eq(n,%d)".formatted(telling.index())));
            }
            filters.add(scaled(size, "lanczos+accurate_rnd"));
            filters.addAll(tones());
            filters.addAll(format.pixels(source.alpha()));
            return command(input, filters, Output.to(made, PICTURE).with(format.options()));
        });
    }

    private boolean isVideo() {
        return source.type() == io.moneyprinter.contracts.materials.Asset.Type.VIDEO;
    }

    /** The decoder that FFmpeg takes by itself drops what is transparent. */
    private static Input transparent(Input input) {
        for (var option : SourcePictures.decoder("vp9", true)) {
            input = input.with(option);
        }
        return input;
    }

    /** Only these are decoded, where the decoder can do that: there is one in two seconds. */
    private static Input keyFrames(Input input) {
        return input.with("skip_frame", "nokey");
    }

    /** Small grey frames to choose from, so many in a second. */
    FfmpegCommand frames(Path file, double rate, Path made) {
        var filters = List.of(
                looks(rate),
                filter("scale")
                        .with("width", Telling.SIDE)
                        .with("height", Telling.SIDE)
                        .with("flags", "area"),
                filter("format").with("pix_fmts", "gray"));
        var output = Output.to(made, PICTURE).with("c:v", "rawvideo").with("f", "rawvideo");
        return command(keyFrames(Probe.input(file).with("threads", 1)), filters, output);
    }

    /** So many frames in a second, and one at least. */
    private static Filter looks(double rate) {
        return filter("fps").with("fps", rate).with("eof_action", "pass");
    }

    static Recipes forFrames(Source source) {
        return new Recipes(source);
    }

    /** Starts again where it ends: the last half second turns into the one before the start. */
    private Recipe loop() {
        var size = new Size(source.width(), source.height()).within(LOOP).even();
        return new Recipe(VariantType.PREVIEW, "mp4", "video/mp4", size, (file, telling, made) -> {
            var needed = (double) (LOOP_FRAMES + SEAM_FRAMES) / LOOP_RATE;
            var seamless = source.seconds() > needed + 0.25;
            var start = Math.min(telling.seconds(), source.seconds() - needed - 0.25);
            var input = Probe.input(file).with("threads", 1);
            if (source.alpha()) {
                input = transparent(input);
            }
            if (seamless && start > 0) {
                input = input.with("ss", start);
            }
            var chains = new ArrayList<Chain>();
            var first = new ArrayList<Filter>();
            first.add(looks(LOOP_RATE));
            first.add(filter("trim").with("end_frame", seamless ? LOOP_FRAMES + SEAM_FRAMES : LOOP_FRAMES));
            first.add(scaled(size, "bicubic"));
            first.addAll(tones());
            var shown = Pad.label("shown");
            if (source.alpha()) {
                overBlack(chains, first, shown);
            } else {
                first.add(filter("format").with("pix_fmts", "yuv420p"));
                chains.add(new Chain(List.of(Pad.video(0)), first, List.of(shown)));
            }
            if (seamless) {
                seam(chains, shown);
            } else {
                chains.add(new Chain(List.of(shown), List.of(filter("null")), List.of(PICTURE)));
            }
            var output = Output.to(made, PICTURE)
                    .with(plain())
                    .with("c:v", "libx264")
                    .with("preset", "medium")
                    .with("crf", 27)
                    .with("profile:v", "main")
                    .with("g", 2 * LOOP_RATE)
                    .with("threads", 1)
                    .with("movflags", "+faststart")
                    .with("f", "mp4");
            return FfmpegCommand.of(List.of(input), new FilterGraph(chains), output);
        });
    }

    private static void overBlack(List<Chain> chains, List<Filter> first, Pad shown) {
        var ground = Pad.label("ground");
        var black = Pad.label("black");
        var top = Pad.label("top");
        first.add(filter("format").with("pix_fmts", "yuva420p"));
        first.add(filter("split"));
        chains.add(new Chain(List.of(Pad.video(0)), first, List.of(ground, top)));
        // A copy painted over keeps times, size and rate.
        chains.add(new Chain(
                List.of(ground),
                List.of(
                        filter("format").with("pix_fmts", "yuv420p"),
                        filter("lutyuv").with("y", 16).with("u", 128).with("v", 128)),
                List.of(black)));
        chains.add(new Chain(List.of(black, top), List.of(filter("overlay").with("format", "yuv420")), List.of(shown)));
    }

    private static void seam(List<Chain> chains, Pad shown) {
        var one = Pad.label("one");
        var other = Pad.label("other");
        var body = Pad.label("body");
        var lead = Pad.label("lead");
        chains.add(new Chain(List.of(shown), List.of(filter("split")), List.of(one, other)));
        chains.add(new Chain(
                List.of(one),
                List.of(
                        filter("trim").with("start_frame", SEAM_FRAMES),
                        filter("setpts").with("expr", "PTS-STARTPTS")),
                List.of(body)));
        chains.add(new Chain(
                List.of(other),
                List.of(
                        filter("trim").with("end_frame", SEAM_FRAMES),
                        filter("setpts").with("expr", "PTS-STARTPTS")),
                List.of(lead)));
        chains.add(new Chain(
                List.of(body, lead),
                List.of(
                        filter("xfade")
                                .with("transition", "fade")
                                .with("duration", (double) SEAM_FRAMES / LOOP_RATE)
                                .with("offset", (double) (LOOP_FRAMES - SEAM_FRAMES) / LOOP_RATE),
                        filter("format").with("pix_fmts", "yuv420p")),
                List.of(PICTURE)));
    }

    /**
     * As the intake makes videos, in a size that costs less to decode, with a key frame twice as often. Times of frames
     * stay, so that a film shows the same ones.
     *
     * @param cut what is kept of the source, its middle
     */
    private Recipe proxy(VariantType type, Size cut, Size size) {
        return new Recipe(type, "mp4", "video/mp4", size, (file, telling, made) -> {
            var filters = new ArrayList<Filter>();
            if (cut.width() != source.width() || cut.height() != source.height()) {
                filters.add(filter("crop").with("w", cut.width()).with("h", cut.height()));
            }
            filters.add(scaled(size, "bicubic+accurate_rnd"));
            filters.addAll(tones());
            filters.add(filter("format").with("pix_fmts", "yuv420p"));
            filters.add(filter("setparams")
                    .with("range", "tv")
                    .with("color_primaries", "bt709")
                    .with("color_trc", "bt709")
                    .with("colorspace", "bt709"));
            var heard = type == VariantType.OPTIMIZED && source.audible();
            var output = (heard ? Output.to(made, PICTURE, Pad.audio(0)) : Output.to(made, PICTURE))
                    .with(plain())
                    .with("c:v", "libx264")
                    .with("preset", "veryfast")
                    .with("crf", 18)
                    .with("tune", "fastdecode")
                    .with("bf", 0)
                    .with("g", 30)
                    .with("threads", 1)
                    .with("fps_mode", "passthrough")
                    // Else times are rounded to the average rate.
                    .with("enc_time_base:v", "demux")
                    .with("movflags", "+faststart")
                    .with("f", "mp4");
            return command(Probe.input(file).with("threads", 1), filters, heard ? output.with("c:a", "copy") : output);
        });
    }

    private Recipe waves() {
        var format = PictureFormat.PNG;
        return new Recipe(
                VariantType.THUMBNAIL, format.extension(), format.mimeType(), WAVES, (file, telling, made) -> {
                    var filters = List.of(
                            filter("aformat").with("channel_layouts", "mono"),
                            filter("showwavespic")
                                    .with("size", WAVES.width() + "x" + WAVES.height())
                                    .with("colors", "0x4a7bd0")
                                    .with("scale", "sqrt"),
                            filter("format").with("pix_fmts", "rgba"));
                    var graph = new FilterGraph(List.of(new Chain(List.of(Pad.audio(0)), filters, List.of(PICTURE))));
                    var output = Output.to(made, PICTURE).with(format.options());
                    return FfmpegCommand.of(List.of(Probe.input(file)), graph, output);
                });
    }

    private Recipe excerpt() {
        return new Recipe(VariantType.PREVIEW, "m4a", "audio/mp4", new Size(0, 0), (file, telling, made) -> {
            var length = Math.min(EXCERPT_SECONDS, source.seconds());
            // What begins quietly has come to itself after a quarter.
            var start = source.seconds() > 4 * EXCERPT_SECONDS ? source.seconds() / 4 : 0;
            var fade = Math.min(FADE_SECONDS, length / 2);
            var filters = List.of(
                    filter("aformat").with("sample_rates", 48_000).with("channel_layouts", "stereo|mono"),
                    filter("atrim").with("end", length),
                    filter("afade").with("type", "in").with("duration", start > 0 ? fade : 0.01),
                    filter("afade")
                            .with("type", "out")
                            .with("start_time", length - fade)
                            .with("duration", fade));
            var input = Probe.input(file);
            if (start > 0) {
                input = input.with("ss", start);
            }
            var graph = new FilterGraph(List.of(new Chain(List.of(Pad.audio(0)), filters, List.of(SOUND))));
            var output = Output.to(made, SOUND)
                    .with(plain())
                    .with("c:a", "aac")
                    .with("b:a", "96k")
                    .with("movflags", "+faststart")
                    .with("f", "ipod");
            return FfmpegCommand.of(List.of(input), graph, output);
        });
    }

    private Filter scaled(Size size, String flags) {
        return filter("scale")
                .with("width", size.width())
                .with("height", size.height())
                .with("flags", flags);
    }

    private List<Filter> tones() {
        return source.hdr() ? SourcePictures.pressed(source.transfer()) : List.of();
    }

    /** Nothing but picture and sound. */
    private static List<Option> plain() {
        return List.of(Option.of("map_metadata", -1), Option.of("map_chapters", -1), Option.of("fflags", "+bitexact"));
    }

    private static FfmpegCommand command(Input input, List<Filter> filters, Output output) {
        var graph = new FilterGraph(List.of(new Chain(List.of(Pad.video(0)), filters, List.of(PICTURE))));
        return FfmpegCommand.of(List.of(input), graph, output);
    }
}
