package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.video.plan.ChunkPlan;
import io.moneyprinter.video.plan.Segment;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles a chunk to one FFmpeg command. Pure: it reads no file and asks no clock. */
public final class ChunkCommand {

    /** To be changed with everything here and in this package that changes what a chunk looks like. */
    public static final int VERSION = 6;

    /**
     * The pictures of the captions as a list that FFmpeg plays.
     *
     * @param list in ffconcat's format
     */
    public record Captions(Path list, int x, int y) {}

    /**
     * What is drawn for a chunk before FFmpeg begins.
     *
     * @param captions null when none are seen
     * @param zoomed the frames of photos under a camera that zooms, by the index of the view
     */
    public record Drawn(@Nullable Captions captions, Map<Integer, Path> zoomed) {

        public Drawn {
            zoomed = Map.copyOf(zoomed);
        }
    }

    private final ChunkPlan chunk;
    private final Canvas canvas;
    private final Drawn drawn;
    private final Chains chains = new Chains();
    private final Media media;
    private final Pictures pictures;
    private final Blends blends;

    private ChunkCommand(ChunkPlan chunk, Canvas canvas, Media media, Drawn drawn) {
        this.chunk = chunk;
        this.canvas = canvas;
        this.drawn = drawn;
        this.media = media;
        this.pictures = new Pictures(chains, canvas, media);
        this.blends = new Blends(chains, canvas);
    }

    /** What FFmpeg is told to make the file of a chunk: its pictures, encoded as wanted, and their small version. */
    public static FfmpegCommand compile(
            ChunkPlan chunk, Canvas canvas, Media media, Drawn drawn, List<Option> encoding, Path file) {
        var compiler = new ChunkCommand(chunk, canvas, media, drawn);
        var picture = compiler.picture();
        return compiler.command(SmallVersion.beside(compiler.chains, picture, canvas, encoding, file));
    }

    /** The same pictures alone, to be measured or looked at. */
    public static FfmpegCommand pictures(
            ChunkPlan chunk, Canvas canvas, Media media, Drawn drawn, List<Option> encoding, Path file) {
        var compiler = new ChunkCommand(chunk, canvas, media, drawn);
        var picture = compiler.picture();
        return compiler.command(Output.to(file, picture).with(encoding));
    }

    private Pad picture() {
        return finish(mark(caption(affect(join()))));
    }

    private FfmpegCommand command(Output output) {
        return FfmpegCommand.of(chains.inputs(), chains.graph(), output)
                .with(Option.of("filter_complex_threads", 1))
                // A source that breaks off makes no chunk.
                .with(Option.flag("xerror"));
    }

    /** Each segment alone, one after another: only the frames of a transition pass through its filter. */
    private Pad join() {
        var parts = parts();
        var joined = new ArrayList<Pad>();
        for (var segment : chunk.segments()) {
            joined.add(
                    switch (segment) {
                        case Segment.Body body -> parts.get(body.view()).removeFirst();
                        case Segment.Blend blend ->
                            blends.blend(
                                    blend,
                                    parts.get(blend.left()).removeFirst(),
                                    parts.get(blend.right()).removeFirst());
                    });
        }
        if (joined.size() == 1) {
            return joined.getFirst();
        }
        return chains.chain(
                joined,
                List.of(filter("concat").with("n", joined.size()).with("v", 1).with("a", 0)));
    }

    /** For each view the stretches that segments need of it, in their order. */
    private List<Deque<Pad>> parts() {
        var parts = new ArrayList<Deque<Pad>>();
        for (var view = 0; view < chunk.views().size(); view++) {
            var stretches = stretches(view);
            var shown = pictures.show(chunk.views().get(view), drawn.zoomed().get(view));
            var copies = chains.split(shown, stretches.size());
            var ends = new ArrayDeque<Pad>();
            for (var i = 0; i < copies.size(); i++) {
                var whole = copies.size() == 1;
                ends.add(whole ? copies.get(i) : stretch(copies.get(i), stretches.get(i)));
            }
            parts.add(ends);
        }
        return parts;
    }

    private record Stretch(long from, long frames) {}

    private List<Stretch> stretches(int view) {
        var stretches = new ArrayList<Stretch>();
        for (var segment : chunk.segments()) {
            switch (segment) {
                case Segment.Body body -> {
                    if (body.view() == view) {
                        stretches.add(new Stretch(body.from(), body.frames()));
                    }
                }
                case Segment.Blend blend -> {
                    if (blend.left() == view) {
                        stretches.add(new Stretch(blend.leftFrom(), blend.frames()));
                    }
                    if (blend.right() == view) {
                        stretches.add(new Stretch(blend.rightFrom(), blend.frames()));
                    }
                }
            }
        }
        return stretches;
    }

    private Pad stretch(Pad from, Stretch stretch) {
        return chains.chain(
                from,
                List.of(
                        filter("trim")
                                .with("start_frame", stretch.from())
                                .with("end_frame", stretch.from() + stretch.frames()),
                        filter("setpts").with("expr", "PTS-STARTPTS")));
    }

    private Pad affect(Pad picture) {
        // Grain counts from the start of the chunk: what stands elsewhere in another film is still the same chunk.
        return Effects.apply(chains, picture, chunk.look().effects(), canvas);
    }

    private Pad mark(Pad picture) {
        var logo = chunk.look().logo();
        return logo == null
                ? picture
                : Logo.of(logo.watermark(), media.facts(logo.image()), canvas)
                        .over(chains, picture, media.file(logo.image()));
    }

    private Pad caption(Pad below) {
        var captions = drawn.captions();
        if (captions == null) {
            return below;
        }
        var input =
                Input.of(captions.list()).with("f", "concat").with("safe", 0).with("threads", 1);
        // Half a frame early: times in the list are milliseconds, and a picture that is a hair late is a frame late.
        var early = filter("setpts").with("expr", "PTS-0.5/%d/TB".formatted(canvas.fps()));
        var top = chains.chain(
                chains.input(input),
                List.of(
                        filter("scale").with("out_color_matrix", "bt709").with("out_range", "tv"),
                        filter("format").with("pix_fmts", "yuva420p"),
                        early));
        return chains.chain(
                List.of(below, top),
                List.of(filter("overlay")
                        .with("x", captions.x())
                        .with("y", captions.y())
                        .with("eval", "init")
                        .with("format", "yuv420")));
    }

    private Pad finish(Pad picture) {
        return chains.chain(
                picture,
                List.of(
                        filter("format").with("pix_fmts", "yuv420p"),
                        filter("setparams")
                                .with("range", "tv")
                                .with("color_primaries", "bt709")
                                .with("color_trc", "bt709")
                                .with("colorspace", "bt709"),
                        filter("settb").with("expr", "1/" + canvas.fps()),
                        filter("setpts").with("expr", "N")));
    }
}
