package io.moneyprinter.video.encode;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Option;
import java.util.ArrayList;
import java.util.List;

/** VP9 by libvpx. */
final class Vp9 {

    static final VideoEncoder ENCODER = new ProcessorEncoder("libvpx-vp9", Codec.VP9, Vp9::options);

    private Vp9() {}

    private static List<Option> options(Profile profile, Canvas canvas) {
        var keyFrames = StreamOptions.keyFrames(canvas);
        var fast = profile.speed() == Speed.FAST;
        var own = new ArrayList<Option>();
        own.add(Option.of("deadline", fast ? "realtime" : "good"));
        own.add(Option.of("cpu-used", fast ? 8 : 5));
        own.addAll(rate(profile.rate()));
        own.add(Option.of("pix_fmt", "yuv420p"));
        own.add(Option.of("threads", 1));
        own.add(Option.of("row-mt", 0));
        own.add(Option.of("g", keyFrames));
        own.add(Option.of("keyint_min", keyFrames));
        return own;
    }

    /** A factor needs a bitrate beside it: zero for none, or what it must not exceed. */
    private static List<Option> rate(RateControl rate) {
        return switch (rate) {
            case RateControl.Quality quality ->
                List.of(
                        Option.of("crf", Math.clamp(2 * quality.factor() - 13, 0, 63)),
                        Rates.kilobits("b:v", quality.ceiling() == null ? 0 : quality.ceiling()));
            case RateControl.Bitrate bitrate -> List.of(Rates.kilobits("b:v", bitrate.kilobits()));
        };
    }
}
