package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.ffmpeg.device.Device;
import io.moneyprinter.ffmpeg.device.DeviceEncoder;
import io.moneyprinter.ffmpeg.device.DeviceFamily;
import io.moneyprinter.ffmpeg.device.DeviceResult;
import io.moneyprinter.ffmpeg.device.DeviceSettings;
import io.moneyprinter.ffmpeg.device.DeviceSlots;
import io.moneyprinter.ffmpeg.device.DeviceWork;
import io.moneyprinter.ffmpeg.device.EncodeProfile;
import io.moneyprinter.ffmpeg.device.RateControl;
import io.moneyprinter.ffmpeg.device.SlotRules;
import io.moneyprinter.ffmpeg.device.VideoCodec;
import io.moneyprinter.ffmpeg.device.Wish;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.testing.device.DeviceStandIn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoRunsTests {

    private static final Device GPU =
            new Device("nvenc:0", DeviceFamily.NVENC, "0", Map.of(VideoCodec.H264, "h264_nvenc"), 1);

    @TempDir
    Path work;

    @Test
    void freesTheDeviceWhenAVideoIsCancelled() throws Exception {
        var gpus = new DeviceStandIn(work.resolve("gpus")).with("nvenc-0", 1);
        gpus.misbehave("nvenc-0", "hang", "1");
        try (var ffmpeg = gpus.ffmpeg(2)) {
            var runs = new VideoRuns(ffmpeg);
            var devices = devices();
            var hanging = new VideoId("hanging");
            var waiting = new VideoId("waiting");
            var first = encode(runs, hanging, devices, "a.mp4");
            while (gpus.openSessions("nvenc-0") == 0) {
                assertThat(first).isNotDone();
                Thread.onSpinWait();
            }
            var second = encode(runs, waiting, devices, "b.mp4");
            while (runs.count(waiting) == 0) {
                assertThat(second).isNotDone();
                Thread.onSpinWait();
            }

            runs.cancel(waiting);
            assertCancelled(second);
            assertThat(first).isNotDone();
            runs.cancel(hanging);
            assertCancelled(first);

            assertThat(gpus.openSessions("nvenc-0")).isZero();
            assertThat(encode(runs, waiting, devices, "c.mp4").join()).isInstanceOf(DeviceResult.Encoded.class);
        }
    }

    private static DeviceEncoder devices() {
        var rules = new SlotRules(3, Duration.ofMinutes(1), Duration.ZERO);
        return new DeviceEncoder(
                new DeviceSlots(List.of(GPU), rules, device -> null, Clock.systemUTC(), Thread::startVirtualThread));
    }

    private CompletableFuture<DeviceResult> encode(VideoRuns runs, VideoId video, DeviceEncoder devices, String name) {
        var picture = Pad.label("picture");
        var chain = new Chain(
                List.of(), List.of(filter("testsrc2").with("size", "180x320").with("duration", 1)), List.of(picture));
        var profile = new EncodeProfile(VideoCodec.H264, new RateControl.Quality(23), 25, 50);
        var wanted = new DeviceWork(
                new Wish(DeviceFamily.NVENC, VideoCodec.H264, video.value(), Duration.ofSeconds(1)),
                Duration.ofMinutes(1),
                device -> FfmpegCommand.of(
                        List.of(),
                        new FilterGraph(List.of(chain)),
                        Output.to(work.resolve(name), picture)
                                .with(DeviceSettings.of(device, profile).options())),
                () -> true);
        return CompletableFuture.supplyAsync(
                        () -> runs.encode(video, devices, wanted),
                        task -> Thread.ofPlatform().start(task))
                .orTimeout(60, TimeUnit.SECONDS);
    }

    private static void assertCancelled(CompletableFuture<DeviceResult> run) {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(run::join)
                .satisfies(
                        e -> assertThat(((CodedException) e.getCause()).code()).isEqualTo(CommonErrorCode.CANCELLED));
    }
}
