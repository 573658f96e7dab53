package io.moneyprinter.ffmpeg.device;

import io.moneyprinter.ffmpeg.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A try to encode on a device.
 *
 * @param outcome of FFmpeg
 * @param failure what the device did wrong; null when nothing
 */
public record EncodeAttempt(
        Device device, Outcome outcome, @Nullable DeviceFailure failure) {

    /** For people; empty when all went well. */
    public String reason() {
        return failure == null ? "" : "%s: %s".formatted(device.id(), failure.reason());
    }
}
