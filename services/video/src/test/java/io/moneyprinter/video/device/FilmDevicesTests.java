package io.moneyprinter.video.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.OutputSettings;
import io.moneyprinter.contracts.video.OutputSettings.Device;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.device.Hardware;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.testing.device.DeviceStandIn;
import io.moneyprinter.video.encode.Profile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmDevicesTests {

    private static final List<ObjectKey> CHUNKS = IntStream.range(0, 4)
            .mapToObj(i -> new ObjectKey("chunks/c" + i + ".mp4"))
            .toList();
    private static final FilmEncoder NVENC = new FilmEncoder("h264_nvenc", CHUNKS);

    @TempDir
    Path work;

    private DeviceStandIn gpus;
    private Ffmpeg ffmpeg;

    @BeforeEach
    void prepare() {
        gpus = new DeviceStandIn(work.resolve("gpus")).with("nvenc-0", 3);
        ffmpeg = gpus.ffmpeg(2);
    }

    @AfterEach
    void close() {
        ffmpeg.close();
    }

    @Test
    void encodesOnAGpuWhereOneCan() {
        assertThat(choose(devices("auto", true), Device.AUTO, Set.of()))
                .isEqualTo(new EncoderChoice("h264_nvenc", null));
    }

    @Test
    void encodesOnTheCpuWhereSomebodyWantsThatOrThereIsNothingElse() {
        assertThat(choose(devices("auto", true), Device.CPU, Set.of())).isEqualTo(EncoderChoice.CPU);
        assertThat(choose(devices("auto", false), Device.AUTO, Set.of())).isEqualTo(EncoderChoice.CPU);
    }

    @Test
    void saysWhyTheGpuThatWasWantedIsNotUsed() {
        assertThat(choose(devices("auto", false), Device.GPU, Set.of()))
                .isEqualTo(new EncoderChoice(
                        null,
                        "encoded on the CPU: no GPU here encodes h264 (nvenc: no NVIDIA driver is loaded; "
                                + "qsv: no /dev/dri/renderD*; vaapi: no /dev/dri/renderD*)"));
        assertThat(choose(devices("off", true), Device.GPU, Set.of()))
                .isEqualTo(new EncoderChoice(null, "encoded on the CPU: GPUs are switched off here"));
    }

    @Test
    void looksAtNothingWhenSwitchedOff() {
        var devices = devices("off", true);

        assertThat(devices.report().devices()).isEmpty();
        assertThat(gpus.encodes("nvenc-0")).isZero();
    }

    @Test
    void goesOnWithTheCpuWhereMostOfTheFilmIsThereFromIt() {
        var devices = devices("auto", true);

        assertThat(choose(devices, Device.AUTO, Set.of(CHUNKS.get(0), CHUNKS.get(1))))
                .isEqualTo(EncoderChoice.CPU);
        assertThat(choose(devices, Device.AUTO, Set.of(CHUNKS.get(0))).encoder())
                .isEqualTo("h264_nvenc");
        var both = new HashSet<>(CHUNKS.subList(0, 3));
        both.addAll(NVENC.keys());
        assertThat(choose(devices, Device.AUTO, both).encoder()).isEqualTo("h264_nvenc");
        assertThat(choose(devices, Device.GPU, Set.copyOf(CHUNKS)).encoder()).isEqualTo("h264_nvenc");
    }

    @Test
    void makesAFilmOfTheChunksOfOneEncoder() {
        var keys = NVENC.keys();

        assertThat(NVENC.settle(Set.copyOf(keys)::contains))
                .isEqualTo(new FilmEncoder.Settled(keys, List.of(), List.of()));
        var mixed = Set.of(keys.get(0), keys.get(1), CHUNKS.get(1), CHUNKS.get(2));
        assertThat(NVENC.settle(mixed::contains)).isEqualTo(new FilmEncoder.Settled(CHUNKS, List.of(0), List.of(3)));
    }

    @Test
    void givesEachEncoderFilesOfItsOwn() {
        var qsv = new FilmEncoder("h264_qsv", CHUNKS);

        var all = new HashSet<ObjectKey>(CHUNKS);
        all.addAll(NVENC.keys());
        all.addAll(qsv.keys());

        assertThat(all).hasSize(12);
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeviceProperties(
                        DeviceProperties.Enabled.AUTO,
                        -1,
                        Duration.ofSeconds(15),
                        3,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(4)))
                .withMessage("sessions: -1 (expected: 0 to 64)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeviceProperties(
                        DeviceProperties.Enabled.AUTO,
                        0,
                        Duration.ofSeconds(15),
                        3,
                        Duration.ZERO,
                        Duration.ofSeconds(4)))
                .withMessage("rest: PT0S (expected: PT1S to PT24H)");
    }

    @Test
    void refusesTheWishForAGpuThatCannotBe() {
        var wish = profile(Device.GPU, null);
        devices("auto", true).require(wish);
        devices("auto", false).require(profile(Device.AUTO, null));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> devices("auto", false).require(wish))
                .withMessage(
                        "device: gpu (expected: auto or cpu, as no GPU here encodes h264 "
                                + "(nvenc: no NVIDIA driver is loaded; qsv: no /dev/dri/renderD*; vaapi: no /dev/dri/renderD*))")
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/video_settings/output/device"));
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> devices("off", true).require(wish))
                .withMessage("device: gpu (expected: auto or cpu, as GPUs are switched off here)");
    }

    /** Reels are refused above 25 Mbit/s, and not every GPU keeps to that and to a quality. */
    @Test
    void leavesToTheCpuWhatAGpuWouldGetWrong() {
        assertThat(devices("auto", true).choose(profile(Device.GPU, "reels"), CHUNKS, key -> false))
                .isEqualTo(new EncoderChoice("h264_nvenc", null));
        gpus.with("vaapi-renderD128", 2);

        var vaapi = devices("auto", new Hardware(false, List.of("/dev/dri/renderD128")));

        assertThat(vaapi.choose(profile(Device.GPU, "reels"), CHUNKS, key -> false))
                .isEqualTo(new EncoderChoice(null, "encoded on the CPU: vaapi keeps to no ceiling of bits"));
        assertThat(vaapi.choose(profile(Device.AUTO, "reels"), CHUNKS, key -> false))
                .isEqualTo(EncoderChoice.CPU);
        assertThat(choose(vaapi, Device.GPU, Set.of()).encoder()).isEqualTo("h264_vaapi");
    }

    private static EncoderChoice choose(FilmDevices devices, Device wanted, Set<ObjectKey> there) {
        return devices.choose(profile(wanted, null), CHUNKS, there::contains);
    }

    private static Profile profile(Device wanted, @Nullable String platform) {
        var output = new OutputSettings(null, null, null, null, wanted);
        var settings = VideoSettings.DEFAULT.withEncoding(null, null, platform, output);
        return Profile.of(settings, new Canvas(180, 320, 30));
    }

    private FilmDevices devices(String enabled, boolean nvidia) {
        return devices(enabled, new Hardware(nvidia, List.of()));
    }

    private FilmDevices devices(String enabled, Hardware hardware) {
        var properties = new DeviceProperties(
                DeviceProperties.Enabled.valueOf(enabled.toUpperCase(Locale.ROOT)),
                0,
                Duration.ofSeconds(10),
                3,
                Duration.ofMinutes(1),
                Duration.ofSeconds(4));
        return new FilmDevices(properties, () -> ffmpeg, work.resolve("tests"), hardware, Clock.systemUTC());
    }
}
