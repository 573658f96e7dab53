package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import java.nio.file.Path;
import java.util.List;

/** What FFmpeg is told on the way from chunks to a film. Pure. */
final class FilmCommands {

    private static final Pad PICTURE = Pad.label("picture");

    private FilmCommands() {}

    /** All chunks and the sound in one file; nothing is encoded again. */
    static FfmpegCommand join(Path chunks, Path sound, Canvas canvas, Path file) {
        var pictures = Input.of(chunks).with("f", "concat").with("safe", 0);
        var output = plain(Output.to(file, Pad.video(0), Pad.audio(1)).with("c", "copy"))
                .with("video_track_timescale", 512 * canvas.fps());
        return FfmpegCommand.of(List.of(pictures, Input.of(sound)), FilterGraph.EMPTY, output);
    }

    /** The film with its index at the start, so that it plays before it is loaded, and with a title. */
    static FfmpegCommand optimise(Path joined, String title, Path file) {
        var output = plain(Output.to(file, Pad.video(0), Pad.audio(0)).with("c", "copy"))
                .with("movflags", "+faststart")
                .with("brand", "mp42")
                .with("metadata", "title=" + title.replaceAll("\\p{Cc}", " "))
                .with("metadata", "comment=Made with MoneyPrinter");
        return FfmpegCommand.of(Input.of(joined), output);
    }

    /** The frame that is most like the others of the first seconds: no flash, no black, no moment between pictures. */
    static FfmpegCommand thumbnail(Path joined, Canvas canvas, double seconds, Path file) {
        // The first moment shows layers that are still coming in.
        var start = Math.min(1, seconds / 3);
        var input = Input.of(joined).with("ss", start).with("t", Math.min(10, seconds - start));
        var chain = new Chain(
                List.of(Pad.video(0)),
                List.of(
                        filter("fps").with("fps", 4),
                        filter("thumbnail").with("n", 40),
                        filter("scale")
                                .with("w", canvas.width())
                                .with("h", canvas.height())
                                .with("out_range", "pc")
                                .with("out_color_matrix", "bt601"),
                        filter("format").with("pix_fmts", "yuvj420p")),
                List.of(PICTURE));
        var output = plain(Output.to(file, PICTURE))
                .with("frames:v", 1)
                .with("update", 1)
                .with("q:v", 3);
        return FfmpegCommand.of(List.of(input), new FilterGraph(List.of(chain)), output);
    }

    static int previewHeight(Canvas canvas) {
        return Math.round(PREVIEW_WIDTH * (float) canvas.height() / canvas.width() / 2) * 2;
    }

    static final int PREVIEW_WIDTH = 360;

    /** Small enough for a slow line. */
    static FfmpegCommand preview(Path joined, Canvas canvas, Path file) {
        var chain = new Chain(
                List.of(Pad.video(0)),
                List.of(filter("scale")
                        .with("w", PREVIEW_WIDTH)
                        .with("h", previewHeight(canvas))
                        .with("flags", "bilinear")),
                List.of(PICTURE));
        var output = plain(Output.to(file, PICTURE, Pad.audio(0)))
                .with("c:v", "libx264")
                .with("preset", "veryfast")
                .with("crf", 30)
                .with("maxrate", "500k")
                .with("bufsize", "1M")
                .with("threads", 1)
                .with("g", 2 * canvas.fps())
                .with("pix_fmt", "yuv420p")
                .with("c:a", "aac")
                .with("b:a", "64k")
                .with("ac", 1)
                .with("movflags", "+faststart");
        return FfmpegCommand.of(List.of(Input.of(joined)), new FilterGraph(List.of(chain)), output);
    }

    /** Nothing of the sources but pictures and sound, and no trace of the machine. */
    private static Output plain(Output output) {
        return output.with("map_metadata", -1).with("map_chapters", -1).with("fflags", "+bitexact");
    }
}
