package io.moneyprinter.ffmpeg.device;

import java.util.List;

/** Why hardware did not encode. The phrases are those of FFmpeg 5 to 8; the first fault that has one counts. */
public enum DeviceFault {
    SESSIONS_TAKEN(
            "all its sessions are taken",
            // Newer drivers say the second where older ones said the first.
            "OpenEncodeSessionEx failed: out of memory (10)",
            "OpenEncodeSessionEx failed: incompatible client key (21)"),
    NO_ENCODER(
            "it has no encoder (H100, H200 and A100 have none)",
            "OpenEncodeSessionEx failed: unsupported device (2)",
            "OpenEncodeSessionEx failed: no encode device (1)",
            "does not support NVENC",
            "No usable encoding profile found",
            "No usable encoding entrypoint found"),
    CODEC_UNSUPPORTED("it does not encode that codec", "Codec not supported", "Unknown encoder"),
    DRIVER_TOO_OLD(
            "its driver is too old",
            "Driver does not support the required nvenc API version",
            "CUDA_ERROR_SYSTEM_DRIVER_MISMATCH",
            "CUDA driver version is insufficient"),
    ACCESS_DENIED(
            "it may not be opened (is the user in the groups video and render, is it mapped into the container?)",
            "No VA display found for device",
            "Permission denied"),
    NO_DRIVER(
            "its driver is missing",
            "Cannot load libcuda.so",
            "Cannot load nvcuda.dll",
            "Cannot load libnvidia-encode.so",
            "Cannot load nvEncodeAPI",
            "amfrt64",
            "Failed to initialise VAAPI connection",
            "Error creating a MFX session",
            "MFX session",
            "CUDA_ERROR_NO_DEVICE",
            "No CUDA capable devices found"),
    SETTINGS_REFUSED(
            "it refuses the settings",
            "Selected ratecontrol mode is unsupported",
            "does not support any RC mode compatible",
            "unsupported param (12)",
            "invalid param (8)",
            "Max B-frames",
            "exceeds ",
            "Error initializing the encoder: unsupported (-3)",
            "Error initializing the encoder: invalid video parameters (-15)"),
    OUT_OF_MEMORY(
            "it is out of memory",
            "CUDA_ERROR_OUT_OF_MEMORY",
            "out of memory (10)",
            "failed to allocate memory (-4)",
            "VA_STATUS_ERROR_ALLOCATION_FAILED",
            "resource allocation failed"),
    LOST(
            "it was lost",
            "CUDA_ERROR_",
            "device lost",
            "device failed (-17)",
            "GPU hang (-21)",
            "generic error (20)",
            "Failed to end picture encode",
            "cannot create compression session",
            "EncodePicture failed"),
    NOT_CAPABLE("it cannot do that", "No capable devices found", "No NVENC capable devices found"),
    HUNG("it did not end in time"),
    CRASHED("its driver crashed"),
    WRONG_OUTPUT("what it wrote does not have the right pictures"),
    UNKNOWN("it failed");

    private final String meaning;
    private final List<String> phrases;

    DeviceFault(String meaning, String... phrases) {
        this.meaning = meaning;
        this.phrases = List.of(phrases);
    }

    public String meaning() {
        return meaning;
    }

    /** Whether the film may be the reason as well: then only success elsewhere shows that the device is. */
    boolean isDoubtful() {
        return this == UNKNOWN || this == HUNG || this == CRASHED || this == WRONG_OUTPUT;
    }

    /** Whether the device does other work well. */
    boolean isOfTheWork() {
        return this == SETTINGS_REFUSED || this == CODEC_UNSUPPORTED;
    }

    /** Whether every other encoder of the device fails as well. */
    boolean concernsWholeDevice() {
        return this == NO_DRIVER || this == DRIVER_TOO_OLD || this == ACCESS_DENIED || this == HUNG;
    }

    boolean isIn(String line) {
        return phrases.stream().anyMatch(line::contains);
    }
}
