package io.moneyprinter.ffmpeg.device;

import io.moneyprinter.ffmpeg.Option;
import java.util.List;

/**
 * From the scale of x264 to those of hardware. Hardware compresses less well, so it gets a slightly higher number for
 * pictures of about the same size; newer codecs look the same at a higher number still.
 */
final class Scale {

    private Scale() {}

    /** For modes that aim at a quality. */
    static int of(RateControl.Quality quality, VideoCodec codec) {
        var more = switch (codec) {
            case H264 -> 2;
            case HEVC -> 4;
            case VP9, AV1 -> 8;
        };
        return Math.clamp(quality.crf() + more, 1, 51);
    }

    /** For modes with a constant quantizer, which VP9 and AV1 count to 255. */
    static int quantizer(RateControl.Quality quality, VideoCodec codec) {
        return switch (codec) {
            case H264, HEVC -> of(quality, codec);
            case VP9, AV1 -> Math.clamp(20 + 4L * quality.crf(), 1, 255);
        };
    }

    /** For a scale from 1 to 100, best last: 65 at 20, 47 at 27. */
    static int percent(RateControl.Quality quality) {
        return Math.clamp(Math.round(117 - 2.6 * quality.crf()), 1, 100);
    }

    static List<Option> average(RateControl.Bitrate bitrate) {
        return List.of(
                Option.of("b:v", bitrate.kilobits() + "k"),
                Option.of("maxrate", bitrate.kilobits() * 3L / 2 + "k"),
                Option.of("bufsize", bitrate.kilobits() * 2L + "k"));
    }
}
