package io.moneyprinter.ffmpeg.device;

import java.util.Locale;

/** What pictures are compressed to, as far as hardware can. */
public enum VideoCodec {
    H264,
    HEVC,
    VP9,
    AV1;

    /** The codec that FFmpeg calls so. */
    public static VideoCodec of(String ffmpegName) {
        return valueOf(ffmpegName.toUpperCase(Locale.ROOT));
    }

    /** As FFmpeg calls it, such as {@code h264}. */
    public String ffmpegName() {
        return switch (this) {
            case H264 -> "h264";
            case HEVC -> "hevc";
            case VP9 -> "vp9";
            case AV1 -> "av1";
        };
    }
}
