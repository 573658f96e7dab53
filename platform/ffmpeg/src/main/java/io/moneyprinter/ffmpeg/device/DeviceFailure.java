package io.moneyprinter.ffmpeg.device;

import io.moneyprinter.ffmpeg.Outcome;

/**
 * A fault with the line in which FFmpeg says so.
 *
 * @param detail empty where FFmpeg said nothing
 */
public record DeviceFailure(DeviceFault fault, String detail) {

    private static final int KILLED = 128;

    /** Reads it from the last lines of a run that failed. */
    public static DeviceFailure of(Outcome.Failed failed) {
        if (failed.timedOut()) {
            return new DeviceFailure(DeviceFault.HUNG, "");
        }
        var lines = failed.log().lines().map(DeviceFailure::withoutAddress).toList();
        for (var fault : DeviceFault.values()) {
            for (var line : lines) {
                if (fault.isIn(line)) {
                    return new DeviceFailure(fault, line);
                }
            }
        }
        var last = lines.isEmpty() ? "" : lines.getFirst();
        var fault = failed.exit() > KILLED ? DeviceFault.CRASHED : DeviceFault.UNKNOWN;
        return new DeviceFailure(fault, last);
    }

    /** For people. */
    public String reason() {
        return detail.isEmpty() ? fault.meaning() : "%s: %s".formatted(fault.meaning(), detail);
    }

    /** Without {@code [h264_nvenc @ 0x55fa5d64b300] } before it. */
    private static String withoutAddress(String line) {
        return line.replaceAll("\\[[^\\]]* @ [^\\]]*]\\s*", "").strip();
    }
}
