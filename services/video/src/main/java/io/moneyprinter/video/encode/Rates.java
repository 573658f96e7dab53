package io.moneyprinter.video.encode;

import io.moneyprinter.ffmpeg.Option;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Rate control as most encoders of FFmpeg understand it. */
final class Rates {

    private Rates() {}

    /** @param scale from the scale of x264 to that of the encoder */
    static List<Option> of(RateControl rate, IntUnaryOperator scale) {
        return switch (rate) {
            case RateControl.Quality quality -> {
                var factor = Option.of("crf", scale.applyAsInt(quality.factor()));
                yield quality.ceiling() == null
                        ? List.of(factor)
                        : List.of(factor, kilobits("maxrate", quality.peak()), kilobits("bufsize", quality.peak()));
            }
            case RateControl.Bitrate bitrate ->
                List.of(
                        kilobits("b:v", bitrate.kilobits()),
                        kilobits("maxrate", bitrate.peak()),
                        kilobits("bufsize", bitrate.peak()));
        };
    }

    static Option kilobits(String name, int kilobits) {
        return Option.of(name, kilobits + "k");
    }
}
