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

/** One pass over a whole film that decodes it strictly and measures all that is looked at. Pure. */
final class CheckCommand {

    /** Seconds from which on a stretch is reported. */
    static final double SHORTEST = 1;

    /** Pixels along the short side: enough to see black and stillness. */
    private static final int SIZE = 136;

    private static final Pad PICTURE = Pad.label("picture");
    private static final Pad SOUND = Pad.label("sound");

    private CheckCommand() {}

    static FfmpegCommand of(Path film, Canvas canvas, boolean audible) {
        var scale = (double) SIZE / Math.min(canvas.width(), canvas.height());
        var chains = new ArrayList<Chain>();
        chains.add(new Chain(
                List.of(Pad.video(0)),
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
        if (audible) {
            chains.add(new Chain(
                    List.of(Pad.audio(0)),
                    List.of(
                            filter("ebur128").with("peak", "true").with("framelog", "quiet"),
                            filter("silencedetect").with("n", "-60dB").with("d", SHORTEST)),
                    List.of(SOUND)));
        }
        // Without the loop filter decoding costs a quarter less; errors in the stream are found all the same.
        var input = Input.of(film)
                .with("protocol_whitelist", "file")
                .with("err_detect", "explode")
                .with("skip_loop_filter", "all")
                .with("threads", 1);
        var maps = audible ? new Pad[] {PICTURE, SOUND} : new Pad[] {PICTURE};
        var output = Output.nothing(maps).with("fps_mode", "passthrough");
        return FfmpegCommand.of(List.of(input), new FilterGraph(chains), output)
                .with(Option.flag("xerror"))
                .with(Option.of("filter_complex_threads", 1));
    }

    private static long even(double length) {
        return 2 * Math.max(1, Math.round(length / 2));
    }
}
