package io.moneyprinter.bench;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A film as other tools make it: every clip encoded, the clips joined by encoding them again, and the film encoded a
 * third time with the narration. One clip after another, x264 at its own defaults with all processors. It is spared
 * what they also do: captions, transitions, and carrying raw pictures through Python.
 */
final class PeerPipeline {

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Pad OUT = Pad.label("out");

    private final ObjectStore store;
    private final Ffmpeg ffmpeg;
    private final Canvas canvas;
    private final Path work;

    PeerPipeline(ObjectStore store, Ffmpeg ffmpeg, Canvas canvas, Path work) {
        this.store = store;
        this.ffmpeg = ffmpeg;
        this.canvas = canvas;
        this.work = work;
    }

    Void run(List<Visual> visuals, int seconds, ObjectKey narration) throws IOException {
        var list = new StringBuilder("ffconcat version 1.0\n");
        var files = new ArrayList<Path>();
        for (var visual : visuals) {
            var clip = work.resolve("peer-%d.mp4".formatted(files.size()));
            encode(visual, (double) seconds / visuals.size(), clip);
            files.add(clip);
            list.append("file '%s'%n".formatted(clip));
        }
        var clips = Files.writeString(work.resolve("peer.ffconcat"), list);
        var joined = work.resolve("peer-joined.mp4");
        var film = work.resolve("peer.mp4");
        run(FfmpegCommand.of(
                Input.of(clips).with("f", "concat").with("safe", 0),
                Output.to(joined, Pad.video(0)).with("c:v", "libx264").with("pix_fmt", "yuv420p")));
        run(FfmpegCommand.of(
                List.of(Input.of(joined), Input.of(store.file(narration)).with("stream_loop", -1)),
                FilterGraph.EMPTY,
                Output.to(film, Pad.video(0), Pad.audio(1))
                        .with("c:v", "libx264")
                        .with("c:a", "aac")
                        .with("t", seconds)));
        files.addAll(List.of(clips, joined, film));
        for (var file : files) {
            Files.deleteIfExists(file);
        }
        return null;
    }

    private void encode(Visual visual, double seconds, Path clip) {
        var input = switch (visual) {
            case Visual.Footage footage -> Input.of(store.file(footage.media())).with("t", seconds);
            case Visual.Still still ->
                Input.of(store.file(still.image()))
                        .with("loop", 1)
                        .with("framerate", canvas.fps())
                        .with("t", seconds);
            case Visual.Composition composition ->
                throw new IllegalArgumentException("%s (expected: footage or a photo)".formatted(composition));
        };
        var shape = "%d/%d".formatted(canvas.width(), canvas.height());
        List<Filter> filters = List.of(
                filter("crop")
                        .with("w", "min(iw,ih*%s)".formatted(shape))
                        .with("h", "min(ih,iw/(%s))".formatted(shape)),
                filter("scale").with("w", canvas.width()).with("h", canvas.height()),
                filter("fps").with("fps", canvas.fps()),
                filter("format").with("pix_fmts", "yuv420p"));
        var graph = new FilterGraph(List.of(new Chain(List.of(Pad.video(0)), filters, List.of(OUT))));
        run(FfmpegCommand.of(List.of(input), graph, Output.to(clip, OUT).with("c:v", "libx264")));
    }

    private void run(FfmpegCommand command) {
        Ffmpeg.require(ffmpeg.run(command, PATIENCE));
    }
}
