package io.moneyprinter.video.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.moneyprinter.ffmpeg.device.Device;
import io.moneyprinter.ffmpeg.device.DeviceDiscovery;
import io.moneyprinter.ffmpeg.device.DeviceFamily;
import io.moneyprinter.ffmpeg.device.DeviceReport;
import io.moneyprinter.ffmpeg.device.DeviceReport.Refused;
import io.moneyprinter.ffmpeg.device.Devices;
import io.moneyprinter.ffmpeg.device.Hardware;
import io.moneyprinter.ffmpeg.device.TestEncode;
import io.moneyprinter.ffmpeg.device.VideoCodec;
import io.moneyprinter.testing.device.DeviceStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class DeviceDiscoveryTests {

    private static final Hardware NVIDIA = new Hardware(true, List.of());

    @TempDir
    Path work;

    private DeviceStandIn gpus;

    @BeforeEach
    void prepare() {
        gpus = new DeviceStandIn(work.resolve("gpus"));
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        var report = discover(Hardware.NONE, 0);

        assertThat(report.devices()).isEmpty();
        assertThat(report.refused())
                .containsExactly(
                        new Refused("nvenc", "no NVIDIA driver is loaded"),
                        new Refused("qsv", "no /dev/dri/renderD*"),
                        new Refused("vaapi", "no /dev/dri/renderD*"));
        assertThat(report)
                .hasToString("the CPU (not used: nvenc: no NVIDIA driver is loaded; qsv: no /dev/dri/renderD*; "
                        + "vaapi: no /dev/dri/renderD*)");
    }

    @Test
    void findsOneDeviceWithTheCodecsThatItReallyEncodes() {
        gpus.with("nvenc-0", 3);

        var report = discover(NVIDIA, 0);

        assertThat(report.devices())
                .containsExactly(new Device(
                        "nvenc:0",
                        DeviceFamily.NVENC,
                        "0",
                        Map.of(VideoCodec.H264, "h264_nvenc", VideoCodec.HEVC, "hevc_nvenc"),
                        3));
        assertThat(report.family(VideoCodec.H264)).contains(DeviceFamily.NVENC);
        assertThat(report.family(VideoCodec.AV1)).isEmpty();
        assertThat(report.toString()).startsWith("nvenc:0 (h264_nvenc, hevc_nvenc, 3 sessions); the CPU");
    }

    @Test
    void findsEveryDeviceOfEveryFamily() {
        gpus.with("nvenc-0", 3).with("nvenc-1", 3).with("vaapi-renderD128", 2);

        var report = discover(new Hardware(true, List.of("/dev/dri/renderD128")), 5);

        assertThat(report.devices())
                .extracting(Device::id, Device::sessions)
                .containsExactly(tuple("nvenc:0", 5), tuple("nvenc:1", 5), tuple("vaapi:renderD128", 5));
        assertThat(report.refused()).extracting(Refused::id).containsExactly("qsv:renderD128");
    }

    @Test
    void saysWhyAGpuWithoutEncoderIsNotUsed() {
        gpus.refusing(
                        "nvenc-0",
                        "OpenEncodeSessionEx failed: unsupported device (2): (no details)\nNo capable devices found")
                .with("nvenc-1", 3);

        var report = discover(NVIDIA, 0);

        assertThat(report.devices()).extracting(Device::id).containsExactly("nvenc:1");
        assertThat(report.refused())
                .contains(new Refused(
                        "nvenc:0",
                        "it has no encoder (H100, H200 and A100 have none): "
                                + "OpenEncodeSessionEx failed: unsupported device (2): (no details)"));
    }

    @Test
    void doesNotBelieveADeviceThatHangsCrashesOrWritesOtherPictures() {
        gpus.with("nvenc-0", 3).with("nvenc-1", 3).with("nvenc-2", 3);
        gpus.misbehave("nvenc-0", "hang", "all");
        gpus.misbehave("nvenc-1", "die", "all");
        gpus.misbehave("nvenc-2", "wrong", "all");

        var report = discover(NVIDIA, 0);

        assertThat(report.devices()).isEmpty();
        assertThat(report.refused().subList(0, 3))
                .containsExactly(
                        new Refused("nvenc:0", "it did not end in time"),
                        new Refused("nvenc:1", "its driver crashed"),
                        new Refused(
                                "nvenc:2", "what it wrote does not have the right pictures: 1 frames (expected: 12)"));
    }

    @Test
    void leavesNothingBehind() throws IOException {
        gpus.with("nvenc-0", 3);
        gpus.misbehave("nvenc-0", "wrong", "2");

        discover(NVIDIA, 0);

        try (var left = Files.list(work.resolve("tests"))) {
            assertThat(left).isEmpty();
        }
        assertThat(gpus.openSessions("nvenc-0")).isZero();
    }

    /** Most machines have no GPU that encodes; nobody wants to read at each start how it was tried. */
    @Test
    void sumsUpInOneLineOfTheLog() {
        gpus.refusing("nvenc-0", "No capable devices found");
        var logger = (Logger) LoggerFactory.getLogger("io.moneyprinter.ffmpeg");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);

        try {
            new Devices(() -> discover(NVIDIA, 0)).report();
        } finally {
            logger.detachAppender(lines);
        }

        assertThat(lines.list)
                .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.INFO))
                .filteredOn(line -> !line.getFormattedMessage().startsWith("FFmpeg 8"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.getLevel()).isEqualTo(Level.INFO);
                    assertThat(line.getFormattedMessage())
                            .startsWith("films are encoded by the CPU (not used: nvenc:0: it cannot do that");
                });
    }

    private DeviceReport discover(Hardware hardware, int sessions) {
        try (var ffmpeg = gpus.ffmpeg(2)) {
            var test = new TestEncode(ffmpeg, work.resolve("tests"), Duration.ofSeconds(3));
            return DeviceDiscovery.discover(test, hardware, sessions);
        }
    }
}
