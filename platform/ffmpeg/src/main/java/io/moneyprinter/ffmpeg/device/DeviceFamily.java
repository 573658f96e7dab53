package io.moneyprinter.ffmpeg.device;

import java.util.Arrays;
import java.util.Optional;

/** The interfaces to hardware encoders that FFmpeg knows, best first. */
public enum DeviceFamily {
    /** NVIDIA. Consumer cards open a few sessions at a time only. */
    NVENC("nvenc", 3),
    /** Intel. */
    QSV("qsv", 2),
    /** AMD and Intel on Linux. */
    VAAPI("vaapi", 2),
    /** AMD. */
    AMF("amf", 2),
    /** Apple. */
    VIDEOTOOLBOX("videotoolbox", 2);

    private final String suffix;
    private final int sessions;

    DeviceFamily(String suffix, int sessions) {
        this.suffix = suffix;
        this.sessions = sessions;
    }

    /** How the names of its encoders end: {@code h264_nvenc}. */
    public String suffix() {
        return suffix;
    }

    /** How many films a device encodes at a time if nobody says otherwise. */
    public int sessions() {
        return sessions;
    }

    /** Whether a quality may have a ceiling of bits: others know either, and not both with every driver. */
    public boolean keepsCeiling() {
        return this == NVENC;
    }

    public String encoder(VideoCodec codec) {
        return codec.ffmpegName() + "_" + suffix;
    }

    /** The family of an encoder; none when it runs on the CPU. */
    public static Optional<DeviceFamily> of(String encoder) {
        return Arrays.stream(values())
                .filter(family -> encoder.endsWith("_" + family.suffix))
                .findFirst();
    }
}
