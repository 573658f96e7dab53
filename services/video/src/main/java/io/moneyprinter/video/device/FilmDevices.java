package io.moneyprinter.video.device;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.OutputSettings.Device;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.device.DeviceDiscovery;
import io.moneyprinter.ffmpeg.device.DeviceEncoder;
import io.moneyprinter.ffmpeg.device.DeviceReport;
import io.moneyprinter.ffmpeg.device.DeviceSlots;
import io.moneyprinter.ffmpeg.device.Devices;
import io.moneyprinter.ffmpeg.device.Hardware;
import io.moneyprinter.ffmpeg.device.TestEncode;
import io.moneyprinter.ffmpeg.device.VideoCodec;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.video.encode.EncodeErrorCode;
import io.moneyprinter.video.encode.Profile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The GPUs of this machine, for the films that are made on it. */
public final class FilmDevices {

    private final DeviceProperties properties;
    private final Supplier<Ffmpeg> ffmpeg;
    private final Path work;
    private final InstantSource clock;
    private final Devices devices;
    private @Nullable DeviceSlots slots;

    /**
     * @param ffmpeg asked for when devices are looked for
     * @param work a directory for what test encodes write
     */
    public FilmDevices(
            DeviceProperties properties, Supplier<Ffmpeg> ffmpeg, Path work, Hardware hardware, InstantSource clock) {
        this.properties = properties;
        this.ffmpeg = ffmpeg;
        this.work = work;
        this.clock = clock;
        this.devices = new Devices(() -> properties.enabled() == DeviceProperties.Enabled.OFF
                ? DeviceReport.NOTHING
                : DeviceDiscovery.discover(test(), hardware, properties.sessions()));
    }

    /** For where none is to be used. */
    public static FilmDevices none() {
        return new FilmDevices(
                DeviceProperties.OFF,
                () -> {
                    throw new IllegalStateException("devices are off (expected: no test)");
                },
                Path.of("."),
                Hardware.NONE,
                InstantSource.system());
    }

    /** Begins to look for devices, and returns at once. */
    public void look() {
        var unused = devices.look();
    }

    /** What was found; waits for the end of the look. */
    public DeviceReport report() {
        return devices.report();
    }

    /** Encodes chunks on devices; waits for the end of the look. */
    public DeviceEncoder encoder() {
        return new DeviceEncoder(slots());
    }

    /**
     * What a film is to be encoded with. Where a good part of it is there from the CPU already, the CPU does the rest: a
     * film is made of the chunks of one encoder.
     *
     * @param cpuKeys where the chunks are when the CPU encodes them
     * @param exists whether a chunk is there
     */
    public EncoderChoice choose(Profile profile, List<ObjectKey> cpuKeys, Predicate<ObjectKey> exists) {
        var wanted = profile.device();
        if (wanted == Device.CPU) {
            return EncoderChoice.CPU;
        }
        var absence = absence(profile);
        if (absence != null) {
            return wanted == Device.GPU ? without(absence) : EncoderChoice.CPU;
        }
        var codec = codec(profile);
        var family = report().family(codec).orElseThrow();
        var film = new FilmEncoder(family.encoder(codec), cpuKeys);
        var fromDevice = film.keys().stream().filter(exists).count();
        if (fromDevice < cpuKeys.size()) {
            if (!slots().isUsable(family, codec)) {
                return without(slots().reason(family).orElse("the GPU is being tested"));
            }
            var fromCpu = cpuKeys.stream().filter(exists).count();
            if (wanted != Device.GPU && 2 * fromCpu >= cpuKeys.size() && fromCpu > fromDevice) {
                return EncoderChoice.CPU;
            }
        }
        return new EncoderChoice(film.name(), null);
    }

    /**
     * Refuses a wish for a GPU before any work is done. Waits for the end of the look if there is such a wish.
     *
     * @throws CodedException {@code OUTPUT_IMPOSSIBLE} where no GPU is known that could do it
     */
    public void require(Profile profile) {
        var absence = profile.device() == Device.GPU ? absence(profile) : null;
        if (absence != null) {
            throw CodedException.ofField(
                    EncodeErrorCode.OUTPUT_IMPOSSIBLE,
                    "/video_settings/output/device",
                    "device: gpu (expected: auto or cpu, as %s)".formatted(absence));
        }
    }

    /** Why none is there that could encode so, even if all are well; null when one is. */
    private @Nullable String absence(Profile profile) {
        if (properties.enabled() == DeviceProperties.Enabled.OFF) {
            return "GPUs are switched off here";
        }
        var family = report().family(codec(profile));
        if (family.isEmpty()) {
            return "no GPU here encodes %s%s".formatted(profile.codec(), refusals());
        }
        return DeviceVideoEncoder.canKeep(profile, family.get())
                ? null
                : "%s keeps to no ceiling of bits".formatted(family.get().suffix());
    }

    private static VideoCodec codec(Profile profile) {
        return VideoCodec.of(profile.codec().id());
    }

    private static EncoderChoice without(String reason) {
        return new EncoderChoice(null, EncoderChoice.onProcessor(reason));
    }

    private String refusals() {
        var refused = report().refused();
        return refused.isEmpty()
                ? ""
                : refused.stream().map(DeviceReport.Refused::toString).collect(Collectors.joining("; ", " (", ")"));
    }

    private synchronized DeviceSlots slots() {
        var existing = slots;
        if (existing != null) {
            return existing;
        }
        var created = new DeviceSlots(
                report().devices(),
                properties.rules(),
                device -> test().run(device),
                clock,
                task -> Thread.ofVirtual().name("device-test").start(task));
        slots = created;
        return created;
    }

    private TestEncode test() {
        return new TestEncode(ffmpeg.get(), work, properties.testTimeout());
    }
}
