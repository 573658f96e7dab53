package io.moneyprinter.video.encode;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Option;
import java.util.ArrayList;
import java.util.List;

/** AV1 by SVT-AV1. */
final class SvtAv1 {

    static final VideoEncoder ENCODER = new ProcessorEncoder("libsvtav1", Codec.AV1, SvtAv1::options);

    private SvtAv1() {}

    private static List<Option> options(Profile profile, Canvas canvas) {
        var own = new ArrayList<Option>();
        // From 10 on it warns of visible faults.
        own.add(Option.of("preset", profile.speed() == Speed.FAST ? 8 : 6));
        own.addAll(rate(profile.rate()));
        own.add(Option.of("pix_fmt", "yuv420p"));
        own.add(Option.of("g", StreamOptions.keyFrames(canvas)));
        // One level of parallelism, no key frames but the regular ones, and closed groups.
        own.add(Option.of("svtav1-params", "lp=1:scd=0:irefresh-type=2"));
        return own;
    }

    private static List<Option> rate(RateControl rate) {
        return switch (rate) {
            case RateControl.Quality quality -> Rates.of(quality, factor -> Math.min(63, factor * 3 / 2));
            case RateControl.Bitrate bitrate -> List.of(Rates.kilobits("b:v", bitrate.kilobits()));
        };
    }
}
