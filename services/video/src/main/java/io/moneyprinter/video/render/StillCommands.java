package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What FFmpeg is told on the way from a film to stills. Pure. */
final class StillCommands {

    static final int COLUMNS = 4;
    private static final int GAP = 8;
    private static final int CELL = 480;
    private static final int SAMPLE = 540;
    private static final Pad PICTURE = Pad.label("picture");

    private StillCommands() {}

    /** A size in pixels. */
    record Size(int width, int height) {

        /** The picture made so small that its longer side is this long; never larger than it is. */
        static Size within(Canvas canvas, int longer) {
            var scale = Math.min(1, (double) longer / Math.max(canvas.width(), canvas.height()));
            return new Size(even(canvas.width() * scale), even(canvas.height() * scale));
        }

        private static int even(double pixels) {
            return (int) Math.round(pixels / 2) * 2;
        }
    }

    /**
     * Where pictures are taken from.
     *
     * @param stream which of its video streams
     */
    record Source(Input input, int stream) {

        static Source film(Path film) {
            return new Source(Input.of(film), 0);
        }

        /** @param parts a list of them in FFmpeg's concat format */
        static Source smallVersions(Path parts) {
            return new Source(FilmCommands.parts(parts), SmallVersion.STREAM);
        }
    }

    static Size sample(Canvas canvas) {
        return Size.within(canvas, SAMPLE);
    }

    /** These frames one after another, small, as bytes of brightness. */
    static FfmpegCommand samples(Source film, Canvas canvas, List<Long> frames, Path file) {
        var size = sample(canvas);
        var output = Output.to(file, PICTURE)
                .with("f", "rawvideo")
                .with("pix_fmt", "gray")
                .with("fps_mode", "passthrough");
        return pictures(film, canvas, frames, size, List.of(filter("format").with("pix_fmts", "gray")), output);
    }

    static Size sheet(Canvas canvas) {
        var cell = Size.within(canvas, CELL);
        return new Size(COLUMNS * cell.width() + (COLUMNS + 1) * GAP, COLUMNS * cell.height() + (COLUMNS + 1) * GAP);
    }

    /** Sixteen frames of a film at a glance. */
    static FfmpegCommand contactSheet(Path film, Canvas canvas, List<Long> frames, Path file) {
        var tile = filter("tile")
                .with("layout", COLUMNS + "x" + COLUMNS)
                .with("margin", GAP)
                .with("padding", GAP)
                .with("color", "0x202020");
        return pictures(
                Source.film(film),
                canvas,
                frames,
                Size.within(canvas, CELL),
                List.of(tile, jpeg(), pixels()),
                jpeg(file));
    }

    /** One frame, as large as the film. */
    static FfmpegCommand still(Path film, Canvas canvas, long frame, Path file) {
        var size = new Size(canvas.width(), canvas.height());
        return pictures(Source.film(film), canvas, List.of(frame), size, List.of(jpeg(), pixels()), jpeg(file));
    }

    /** Each frame is sought on its own: a film has a key frame every two seconds, so little is decoded in vain. */
    private static FfmpegCommand pictures(
            Source film, Canvas canvas, List<Long> frames, Size size, List<Filter> then, Output output) {
        var inputs = new ArrayList<Input>();
        var chains = new ArrayList<Chain>();
        var found = new ArrayList<Pad>();
        for (var frame : frames) {
            // Half a frame early: times are rounded, and what is sought is the next frame at or after a time.
            var input = film.input().with("threads", 1).with("ss", Math.max(0, frame - 0.5) / canvas.fps());
            var pad = Pad.label("p" + inputs.size());
            chains.add(new Chain(
                    List.of(Pad.video(inputs.size(), film.stream())),
                    List.of(
                            filter("trim").with("end_frame", 1),
                            filter("setpts").with("expr", "0"),
                            filter("scale").with("w", size.width()).with("h", size.height()),
                            filter("setsar").with("sar", 1)),
                    List.of(pad)));
            inputs.add(input);
            found.add(pad);
        }
        var rest = new ArrayList<Filter>();
        rest.add(filter("concat").with("n", found.size()).with("v", 1).with("a", 0));
        rest.addAll(then);
        chains.add(new Chain(found, rest, List.of(PICTURE)));
        return FfmpegCommand.of(inputs, new FilterGraph(chains), output);
    }

    private static Filter jpeg() {
        return filter("scale").with("out_range", "pc").with("out_color_matrix", "bt601");
    }

    private static Filter pixels() {
        return filter("format").with("pix_fmts", "yuvj420p");
    }

    private static Output jpeg(Path file) {
        return FilmCommands.plain(Output.to(file, PICTURE))
                .with("frames:v", 1)
                .with("update", 1)
                .with("q:v", 3);
    }
}
