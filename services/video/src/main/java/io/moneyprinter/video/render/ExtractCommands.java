package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.video.encode.AudioEncoding;
import io.moneyprinter.video.render.StillCommands.Size;
import java.nio.file.Path;
import java.util.List;

/** What FFmpeg is told on the way from a film to an animation or its sound. Pure. */
final class ExtractCommands {

    static final int SECONDS = 3;
    static final int FPS = 12;
    private static final Pad PICTURE = Pad.label("picture");

    private ExtractCommands() {}

    /** A palette of its own, and dots that stay where they are: both keep a GIF small. */
    static FfmpegCommand gif(Path film, Size size, Path file) {
        var graph = new FilterGraph(List.of(
                new Chain(
                        List.of(Pad.video(0)),
                        List.of(rate(), scale(size), filter("split").with("outputs", 2)),
                        List.of(Pad.label("seen"), Pad.label("counted"))),
                new Chain(
                        List.of(Pad.label("counted")),
                        List.of(filter("palettegen").with("max_colors", 128).with("stats_mode", "diff")),
                        List.of(Pad.label("palette"))),
                new Chain(
                        List.of(Pad.label("seen"), Pad.label("palette")),
                        List.of(filter("paletteuse")
                                .with("dither", "bayer")
                                .with("bayer_scale", 4)
                                .with("diff_mode", "rectangle")),
                        List.of(PICTURE))));
        return FfmpegCommand.of(List.of(opening(film)), graph, endless(file));
    }

    static FfmpegCommand webp(Path film, Size size, Path file) {
        var chain = new Chain(
                List.of(Pad.video(0)),
                List.of(rate(), scale(size), filter("format").with("pix_fmts", "yuv420p")),
                List.of(PICTURE));
        var output =
                endless(file).with("c:v", "libwebp_anim").with("quality", 60).with("compression_level", 4);
        return FfmpegCommand.of(List.of(opening(film)), new FilterGraph(List.of(chain)), output);
    }

    static FfmpegCommand sound(Path mix, String title, AudioEncoding encoding, Path file) {
        var output = FilmCommands.plain(Output.to(file, Pad.audio(0)).with(encoding.settings()))
                .with("metadata", "title=" + title);
        return FfmpegCommand.of(
                Input.of(mix),
                encoding.codec() == AudioEncoding.Codec.AAC ? output.with("movflags", "+faststart") : output);
    }

    private static Input opening(Path film) {
        return Input.of(film).with("t", SECONDS);
    }

    private static Filter rate() {
        return filter("fps").with("fps", FPS);
    }

    private static Filter scale(Size size) {
        return filter("scale").with("w", size.width()).with("h", size.height());
    }

    private static Output endless(Path file) {
        return FilmCommands.plain(Output.to(file, PICTURE)).with("loop", 0);
    }
}
