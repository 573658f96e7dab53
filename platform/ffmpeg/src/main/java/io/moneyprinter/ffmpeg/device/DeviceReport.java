package io.moneyprinter.ffmpeg.device;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a look at the hardware found.
 *
 * @param devices that encode, best first
 * @param refused what does not, and why
 */
public record DeviceReport(List<Device> devices, List<Refused> refused) {

    public static final DeviceReport NOTHING = new DeviceReport(List.of(), List.of());

    public DeviceReport {
        devices = List.copyOf(devices);
        refused = List.copyOf(refused);
    }

    /**
     * @param id of a device, or of a family where no device of it was found
     * @param reason for people
     */
    public record Refused(String id, String reason) {

        @Override
        public String toString() {
            return id + ": " + reason;
        }
    }

    /** The best family that encodes so. */
    public Optional<DeviceFamily> family(VideoCodec codec) {
        return devices.stream()
                .filter(device -> device.encodes(codec))
                .map(Device::family)
                .findFirst();
    }

    /** One line for people. */
    @Override
    public String toString() {
        var found = devices.stream()
                .map(device -> "%s (%s, %d sessions)"
                        .formatted(
                                device.id(),
                                device.encoders().values().stream().sorted().collect(Collectors.joining(", ")),
                                device.sessions()))
                .collect(Collectors.joining("; "));
        var not = refused.stream().map(Refused::toString).collect(Collectors.joining("; "));
        var line = found.isEmpty() ? "the CPU" : found + "; the CPU";
        return not.isEmpty() ? line : "%s (not used: %s)".formatted(line, not);
    }
}
