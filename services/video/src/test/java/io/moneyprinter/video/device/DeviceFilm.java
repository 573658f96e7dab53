package io.moneyprinter.video.device;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Outcome;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.ffmpeg.Progress;
import io.moneyprinter.ffmpeg.device.DeviceFamily;
import io.moneyprinter.ffmpeg.device.DeviceResult;
import io.moneyprinter.ffmpeg.device.DeviceSettings;
import io.moneyprinter.ffmpeg.device.DeviceWork;
import io.moneyprinter.ffmpeg.device.EncodeProfile;
import io.moneyprinter.ffmpeg.device.Hardware;
import io.moneyprinter.ffmpeg.device.RateControl;
import io.moneyprinter.ffmpeg.device.VideoCodec;
import io.moneyprinter.ffmpeg.device.Wish;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.video.encode.Encoders;
import io.moneyprinter.video.encode.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A film of chunks of a second each, made the way the renderer makes films, and nothing else. */
final class DeviceFilm {

    static final int FRAMES = 30;
    private static final Canvas CANVAS = new Canvas(180, 320, FRAMES);
    private static final Pad PICTURE = Pad.label("picture");

    final FilmEncoder encoder;
    final ObjectStore store;
    private final Path work;
    private final Ffmpeg ffmpeg;
    private final FilmDevices devices;
    private final LostEncoders lost;
    private final Duration deadline;

    /** What came of a chunk. */
    record Made(ObjectKey key, String encoder, @Nullable String note) {}

    DeviceFilm(Path work, Ffmpeg ffmpeg, int chunks, Duration deadline) {
        this.work = work;
        this.ffmpeg = ffmpeg;
        this.deadline = deadline;
        this.store = new LocalObjectStore(work.resolve("store"), Clock.systemUTC());
        this.lost = new LostEncoders(store);
        this.encoder = new FilmEncoder(
                "h264_nvenc",
                IntStream.range(0, chunks)
                        .mapToObj(i -> new ObjectKey("chunks/c" + i + ".mp4"))
                        .toList());
        var properties = new DeviceProperties(
                DeviceProperties.Enabled.AUTO,
                0,
                Duration.ofSeconds(20),
                3,
                Duration.ofMinutes(1),
                Duration.ofMillis(100));
        this.devices = new FilmDevices(
                properties, () -> ffmpeg, work.resolve("tests"), new Hardware(true, List.of()), Clock.systemUTC());
        devices.report();
    }

    Made chunk(int index) {
        var reason = lost.reason(encoder);
        if (reason != null) {
            return onCpu(index, reason);
        }
        var file = store.newFile("mp4");
        var wish = new Wish(DeviceFamily.NVENC, VideoCodec.H264, "film", Duration.ofSeconds(1));
        var profile = new EncodeProfile(VideoCodec.H264, new RateControl.Quality(20), FRAMES, 2 * FRAMES);
        var wanted = new DeviceWork(
                wish,
                deadline,
                device -> {
                    var settings = DeviceSettings.of(device, profile);
                    return settings.applyTo(command(index, settings.options(), file));
                },
                () -> ffmpeg.probe().countFrames(file) == FRAMES);
        var result = devices.encoder()
                .encode(
                        wanted,
                        (command, limits) -> ffmpeg.start(command, limits, Progress.Listener.SILENT)
                                .await(),
                        () -> false);
        return switch (result) {
            case DeviceResult.Encoded encoded -> {
                store.put(encoder.key(index), file);
                yield new Made(encoder.key(index), encoder.name(), null);
            }
            case DeviceResult.Declined declined -> {
                lost.lose(encoder, declined.reason());
                var made = onCpu(index, declined.reason());
                devices.encoder().cpuSucceeded(declined);
                yield made;
            }
        };
    }

    private static List<Option> onProcessor() {
        var profile = Profile.of(VideoSettings.DEFAULT, CANVAS);
        return Encoders.onProcessor().pick(profile).settings(profile, CANVAS);
    }

    Made onCpu(int index, @Nullable String note) {
        var key = encoder.cpuKeys().get(index);
        var file = store.newFile("mp4");
        var command = command(index, onProcessor(), file);
        Ffmpeg.require(ffmpeg.run(command, Duration.ofMinutes(1)));
        store.put(key, file);
        return new Made(key, "libx264", note);
    }

    /** The film, of chunks of one encoder. */
    Path join() throws IOException {
        var settled = encoder.settle(store::exists);
        if (!settled.absent().isEmpty()) {
            throw new IllegalStateException("absent: " + settled.absent());
        }
        settled.missing().forEach(index -> onCpu(index, null));
        return join(settled.keys());
    }

    Path join(List<ObjectKey> keys) throws IOException {
        var list = new StringBuilder("ffconcat version 1.0\n");
        for (var key : keys) {
            list.append("file '%s'%nduration 1000000us%n".formatted(store.file(key)));
        }
        var text = Files.writeString(work.resolve("list.ffconcat"), list);
        var film = work.resolve("film.mp4");
        var command = FfmpegCommand.of(
                Input.of(text).with("f", "concat").with("safe", 0),
                Output.to(film, Pad.video(0)).with("c", "copy"));
        Ffmpeg.require(ffmpeg.run(command, Duration.ofMinutes(1)));
        return film;
    }

    /** Whether it plays for one who reads what the header says of the pictures, and nothing that follows: Safari. */
    boolean playsByItsHeader(Path film) {
        var strict = work.resolve("strict.mp4");
        var copy = Output.to(strict, Pad.video(0)).with("c", "copy").with("bsf:v", "filter_units=remove_types=7|8");
        Ffmpeg.require(ffmpeg.run(FfmpegCommand.of(Input.of(film), copy), Duration.ofMinutes(1)));
        var decoding = FfmpegCommand.of(Input.of(strict).with("err_detect", "explode"), Output.nothing())
                .with(Option.flag("xerror"));
        return ffmpeg.run(decoding, Duration.ofMinutes(1)) instanceof Outcome.Finished;
    }

    private static FfmpegCommand command(int index, List<Option> encoding, Path file) {
        var chain = new Chain(
                List.of(),
                List.of(
                        filter("testsrc2").with("size", "180x320").with("rate", FRAMES),
                        filter("trim").with("start_frame", index * FRAMES).with("end_frame", (index + 1) * FRAMES),
                        filter("setpts").with("expr", "PTS-STARTPTS"),
                        filter("format").with("pix_fmts", "yuv420p")),
                List.of(PICTURE));
        return FfmpegCommand.of(
                List.of(),
                new FilterGraph(List.of(chain)),
                Output.to(file, PICTURE).with(encoding));
    }
}
