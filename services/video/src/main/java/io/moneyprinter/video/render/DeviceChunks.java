package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.device.DeviceFamily;
import io.moneyprinter.ffmpeg.device.DeviceResult;
import io.moneyprinter.ffmpeg.device.DeviceWork;
import io.moneyprinter.ffmpeg.device.VideoCodec;
import io.moneyprinter.ffmpeg.device.Wish;
import io.moneyprinter.video.device.DeviceVideoEncoder;
import io.moneyprinter.video.device.FilmDevices;
import io.moneyprinter.video.device.FilmEncoder;
import io.moneyprinter.video.plan.ChunkPlan;
import io.moneyprinter.video.plan.FilmPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Renders chunks whose pictures a device encodes. What no device does, the processor does in the same call. */
final class DeviceChunks {

    private final Pieces pieces;
    private final VideoRuns runs;
    private final FilmParts parts;
    private final FilmDevices devices;
    private final Path work;
    private final Drawing drawing;

    DeviceChunks(Pieces pieces, VideoRuns runs, FilmParts parts, FilmDevices devices, Path work, Drawing drawing) {
        this.pieces = pieces;
        this.runs = runs;
        this.parts = parts;
        this.devices = devices;
        this.work = work;
        this.drawing = drawing;
    }

    /** Compiles a chunk with an encoding. */
    interface Drawing {
        FfmpegCommand command(
                VideoId video, FilmPlan plan, ChunkPlan chunk, List<Option> encoding, Path directory, Path file);
    }

    /** Renders a chunk on the processor. */
    interface OnProcessor {
        Rendition render();
    }

    /** @param device that has not been lost */
    Rendition chunk(VideoId video, FilmPlan plan, FilmEncoder device, int index, OnProcessor processor) {
        var key = device.key(index);
        var made = pieces.once(key, () -> made(video, plan, device, index, processor));
        if (!made.key().equals(key) && made.note() != null) {
            // Another film has the same chunk and was first to find out.
            parts.loseLike(device, made.note());
        }
        return made;
    }

    private Rendition made(VideoId video, FilmPlan plan, FilmEncoder device, int index, OnProcessor processor) {
        var chunk = plan.chunks().get(index);
        var shape = Pieces.Shape.film(plan.canvas(), chunk.frames());
        var declined = new AtomicReference<DeviceResult.Declined>();
        var encoded = pieces.tried(device.key(index), shape, file -> switch (encode(video, plan, device, chunk, file)) {
            case DeviceResult.Encoded done -> true;
            case DeviceResult.Declined no -> {
                declined.set(no);
                yield false;
            }
        });
        if (encoded != null) {
            return encoded.encodedBy(device.name(), null);
        }
        // Before the processor is done, so that others do not begin on a device in the meantime.
        parts.lose(device, declined.get().reason());
        var made = processor.render();
        devices.encoder().cpuSucceeded(declined.get());
        return made;
    }

    private DeviceResult encode(VideoId video, FilmPlan plan, FilmEncoder film, ChunkPlan chunk, Path file) {
        var canvas = plan.canvas();
        var profile = plan.profile();
        var shape = Pieces.Shape.film(canvas, chunk.frames());
        var family = DeviceFamily.of(film.name()).orElseThrow();
        var codec = VideoCodec.of(profile.codec().id());
        try (var directory = WorkDirectory.in(work)) {
            var wanted = new DeviceWork(
                    new Wish(family, codec, video.value(), shape.duration()),
                    Pieces.deadline(shape),
                    device -> {
                        var encoder = new DeviceVideoEncoder(device, profile.codec());
                        var encoding = encoder.settings(profile, canvas);
                        var command = drawing.command(video, plan, chunk, encoding, directory.path(), file);
                        return encoder.open(command, profile, canvas);
                    },
                    () -> pieces.hasFrames(file, chunk.frames()));
            return runs.encode(video, devices.encoder(), wanted);
        }
    }
}
