package io.moneyprinter.video.device;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.OutputSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.device.DeviceDiscovery;
import io.moneyprinter.ffmpeg.device.DeviceEncoder;
import io.moneyprinter.ffmpeg.device.DeviceReport;
import io.moneyprinter.ffmpeg.device.DeviceSlots;
import io.moneyprinter.ffmpeg.device.Devices;
import io.moneyprinter.ffmpeg.device.Hardware;
import io.moneyprinter.ffmpeg.device.TestEncode;
import io.moneyprinter.ffmpeg.device.VideoCodec;
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
     * @param wanted null for {@code AUTO}
     * @param cpuKeys where the chunks are when the CPU encodes them
     * @param exists whether a chunk is there
     */
    public EncoderChoice choose(
            OutputSettings.@Nullable Device wanted,
            VideoCodec codec,
            List<ObjectKey> cpuKeys,
            Predicate<ObjectKey> exists) {
        if (wanted == OutputSettings.Device.CPU || properties.enabled() == DeviceProperties.Enabled.OFF) {
            return wanted == OutputSettings.Device.GPU ? without("GPUs are switched off here") : EncoderChoice.CPU;
        }
        var family = report().family(codec);
        if (family.isEmpty()) {
            return wanted == OutputSettings.Device.GPU
                    ? without("no GPU here encodes %s%s".formatted(codec.ffmpegName(), refusals()))
                    : EncoderChoice.CPU;
        }
        if (!slots().isUsable(family.get(), codec)) {
            return without(slots().reason(family.get()).orElse("the GPU is being tested"));
        }
        var film = new FilmEncoder(family.get().encoder(codec), cpuKeys);
        var fromCpu = cpuKeys.stream().filter(exists).count();
        var fromDevice = film.keys().stream().filter(exists).count();
        if (wanted != OutputSettings.Device.GPU && 2 * fromCpu >= cpuKeys.size() && fromCpu > fromDevice) {
            return EncoderChoice.CPU;
        }
        return new EncoderChoice(film.name(), null);
    }

    private static EncoderChoice without(String reason) {
        return new EncoderChoice(null, "encoded on the CPU: " + reason);
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
