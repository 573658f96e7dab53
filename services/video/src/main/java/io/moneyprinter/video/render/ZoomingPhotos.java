package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.Easing;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.video.check.DiskSpace;
import io.moneyprinter.video.plan.Camera;
import io.moneyprinter.video.plan.ChunkPlan;
import io.moneyprinter.video.plan.Framing;
import io.moneyprinter.video.plan.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The frames of photos under a camera that zooms, computed here and handed to FFmpeg raw: its own filters either move in
 * whole pixels, which is seen as trembling, or take as long for a frame as encoding it does.
 */
final class ZoomingPhotos {

    private ZoomingPhotos() {}

    /**
     * Writes a file of frames for each view of a chunk in which a camera zooms.
     *
     * @param run runs FFmpeg to its end
     * @return the files by the index of the view
     */
    static Map<Integer, Path> write(
            ChunkPlan chunk, Canvas canvas, Media media, Path directory, Consumer<FfmpegCommand> run) {
        var files = new HashMap<Integer, Path>();
        for (var index = 0; index < chunk.views().size(); index++) {
            var view = chunk.views().get(index);
            if (view.framing() instanceof Framing.Photographed framing
                    && framing.camera() instanceof Camera.Zoom zoom) {
                var photo = directory.resolve("photo-%d.yuv".formatted(index));
                run.accept(photo(view, canvas, media, photo));
                var frames = directory.resolve("frames-%d.yuv".formatted(index));
                write(read(photo, canvas), zoom, view, frames);
                files.put(index, frames);
            }
        }
        return files;
    }

    /** What FFmpeg is told to show a file of frames. */
    static Input input(Path frames, Canvas canvas) {
        return Input.of(frames)
                .with("f", "rawvideo")
                .with("pixel_format", "yuv420p")
                .with("video_size", canvas.width() + "x" + canvas.height())
                .with("framerate", canvas.fps());
    }

    /** What raw bytes do not say of themselves. */
    static List<Filter> properties() {
        return List.of(
                filter("setsar").with("sar", 1),
                filter("setparams").with("range", "tv").with("colorspace", "bt709"));
    }

    private static FfmpegCommand photo(View view, Canvas canvas, Media media, Path file) {
        var chains = new Chains();
        var picture = new Pictures(chains, canvas, media).whole(view);
        var output = Output.to(file, picture)
                .with("f", "rawvideo")
                .with("pix_fmt", "yuv420p")
                .with("frames:v", 1);
        return FfmpegCommand.of(chains.inputs(), chains.graph(), output);
    }

    private static RawPicture read(Path file, Canvas canvas) {
        try {
            return new RawPicture(canvas.width(), canvas.height(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void write(RawPicture photo, Camera.Zoom zoom, View view, Path file) {
        var frame = new byte[photo.bytes().length];
        DiskSpace.require(file, frame.length * view.frames() / 2);
        try (var out = Files.newOutputStream(file)) {
            for (var i = view.from(); i < view.from() + view.frames(); i++) {
                var scale = zoom.from() + (zoom.to() - zoom.from()) * progress(zoom.easing(), i, view.total());
                var left = photo.width() * (1 - 1 / scale) * zoom.x();
                var top = photo.height() * (1 - 1 / scale) * zoom.y();
                photo.show(left, top, scale, frame);
                out.write(frame);
            }
        } catch (IOException e) {
            throw DiskSpace.explained(new UncheckedIOException("cannot write " + file, e));
        }
    }

    private static double progress(Easing easing, long frame, long total) {
        var at = total == 1 ? 0 : (double) frame / (total - 1);
        return switch (easing) {
            case LINEAR -> at;
            case EASE_IN -> 1 - Math.cos(Math.PI / 2 * at);
            case EASE_OUT -> Math.sin(Math.PI / 2 * at);
            case EASE_IN_OUT -> (1 - Math.cos(Math.PI * at)) / 2;
        };
    }
}
