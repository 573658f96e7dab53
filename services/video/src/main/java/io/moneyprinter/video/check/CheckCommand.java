package io.moneyprinter.video.check;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One pass over a whole film that decodes strictly and measures all that is looked at. Pure. */
final class CheckCommand {

    /** Seconds from which on a stretch is reported. */
    static final double SHORTEST = 1;

    /** Pixels along the short side: enough to see black and stillness. */
    private static final int SIZE = 136;

    private static final Pad PICTURE = Pad.label("picture");
    private static final Pad SOUND = Pad.label("sound");

    private CheckCommand() {}

    /** Decodes all of the film. */
    static FfmpegCommand whole(Path film, Canvas canvas, boolean audible) {
        return of(List.of(input(film)), Pad.video(0), List.of(), canvas, audible);
    }

    /**
     * Looks at the small versions instead, and of the film itself decodes the sound and the key frames: a small part of
     * the work, on pictures that the machine itself has just encoded.
     *
     * @param parts a list of the film's parts in FFmpeg's concat format
     * @param small the stream of the parts that is their small version
     */
    static FfmpegCommand small(Path film, Path parts, int small, Canvas canvas, boolean audible) {
        var inputs = List.of(
                input(film).with("skip_frame", "nokey"),
                input(parts).with("f", "concat").with("safe", 0));
        return of(inputs, Pad.video(1, small), List.of(Pad.video(0)), canvas, audible);
    }

    /** @param decoded what is decoded besides what is looked at */
    private static FfmpegCommand of(List<Input> inputs, Pad shown, List<Pad> decoded, Canvas canvas, boolean audible) {
        var scale = (double) SIZE / Math.min(canvas.width(), canvas.height());
        var chains = new ArrayList<Chain>();
        chains.add(new Chain(
                List.of(shown),
                List.of(
                        filter("scale")
                                .with("w", even(canvas.width() * scale))
                                .with("h", even(canvas.height() * scale))
                                .with("flags", "neighbor"),
                        filter("format").with("pix_fmts", "gray"),
                        filter("blackdetect")
                                .with("d", SHORTEST)
                                .with("pix_th", 0.06)
                                .with("pic_th", 0.99),
                        filter("freezedetect").with("n", 0.0005).with("d", SHORTEST)),
                List.of(PICTURE)));
        // The first stream is the one whose frames are counted.
        var maps = new ArrayList<Pad>();
        maps.add(PICTURE);
        maps.addAll(decoded);
        if (audible) {
            chains.add(new Chain(
                    List.of(Pad.audio(0)),
                    List.of(
                            filter("ebur128").with("peak", "true").with("framelog", "quiet"),
                            filter("silencedetect").with("n", "-60dB").with("d", SHORTEST)),
                    List.of(SOUND)));
            maps.add(SOUND);
        }
        var output = Output.nothing(maps.toArray(Pad[]::new)).with("fps_mode", "passthrough");
        return FfmpegCommand.of(inputs, new FilterGraph(chains), output)
                .with(Option.flag("xerror"))
                .with(Option.of("filter_complex_threads", 1));
    }

    private static Input input(Path file) {
        // Without the loop filter decoding costs a quarter less; errors in the stream are found all the same.
        return Input.of(file)
                .with("protocol_whitelist", "file")
                .with("err_detect", "explode")
                .with("skip_loop_filter", "all")
                .with("threads", 1);
    }

    private static long even(double length) {
        return 2 * Math.max(1, Math.round(length / 2));
    }
}
