package io.moneyprinter.ffmpeg.device;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Limits;
import io.moneyprinter.ffmpeg.Outcome;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.problem.CodedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes a few pictures on a device and decodes them again: the only proof that it can. */
public final class TestEncode {

    private static final int FRAMES = 12;
    private static final int FPS = 30;
    private static final Pad PICTURE = Pad.label("picture");

    private final Ffmpeg ffmpeg;
    private final Path work;
    private final Duration deadline;

    /**
     * @param work a directory for the pictures
     * @param deadline after which a device counts as stuck
     */
    public TestEncode(Ffmpeg ffmpeg, Path work, Duration deadline) {
        this.ffmpeg = ffmpeg;
        this.work = work;
        this.deadline = deadline;
    }

    /** Tests the first of the codecs that the device is known for. */
    public @Nullable DeviceFailure run(Device device) {
        return run(
                device, device.encoders().keySet().stream().sorted().findFirst().orElseThrow());
    }

    /** Null when it works. */
    @Nullable
    DeviceFailure run(Device device, VideoCodec codec) {
        var file = temporary();
        try {
            var outcome = ffmpeg.attempt(command(device, codec, file), Limits.device(deadline))
                    .await();
            return switch (outcome) {
                case Outcome.Finished finished -> decoded(file);
                case Outcome.Failed failed -> DeviceFailure.of(failed);
                case Outcome.Cancelled() -> new DeviceFailure(DeviceFault.UNKNOWN, "the test was cancelled");
            };
        } finally {
            delete(file);
        }
    }

    /** The table of the encoders of the FFmpeg that is tested with. */
    EncoderTable encoders() {
        return EncoderTable.parse(ffmpeg.binaries().encoders());
    }

    private @Nullable DeviceFailure decoded(Path file) {
        try {
            var frames = ffmpeg.probe().countFrames(file);
            return frames == FRAMES
                    ? null
                    : new DeviceFailure(DeviceFault.WRONG_OUTPUT, "%d frames (expected: %d)".formatted(frames, FRAMES));
        } catch (CodedException unreadable) {
            return new DeviceFailure(DeviceFault.WRONG_OUTPUT, String.valueOf(unreadable.getMessage()));
        }
    }

    private static FfmpegCommand command(Device device, VideoCodec codec, Path file) {
        // Smaller pictures are refused by some encoders.
        var chain = new Chain(
                List.of(),
                List.of(
                        filter("testsrc2").with("size", "640x360").with("rate", FPS),
                        filter("trim").with("end_frame", FRAMES),
                        filter("format").with("pix_fmts", "yuv420p")),
                List.of(PICTURE));
        var profile = new EncodeProfile(codec, new RateControl.Quality(23), FPS, FPS);
        var settings = DeviceSettings.of(device, profile);
        var output = Output.to(file, PICTURE).with(settings.options());
        return settings.applyTo(FfmpegCommand.of(List.of(), new FilterGraph(List.of(chain)), output));
    }

    private Path temporary() {
        try {
            return Files.createTempFile(Files.createDirectories(work), "device-", ".mp4");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + work, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
