package io.moneyprinter.video.encode;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.video.encode.spi.StreamOptions;
import io.moneyprinter.video.encode.spi.VideoEncoder;
import java.util.ArrayList;
import java.util.List;

/** AV1 by SVT-AV1. */
final class SvtAv1VideoEncoder implements VideoEncoder {

    @Override
    public String name() {
        return "libsvtav1";
    }

    @Override
    public Codec codec() {
        return Codec.AV1;
    }

    @Override
    public List<Option> settings(Profile profile, Canvas canvas) {
        var own = new ArrayList<Option>();
        own.add(Option.of("c:v", name()));
        // From 10 on it warns of visible faults.
        own.add(Option.of("preset", profile.speed() == Speed.FAST ? 8 : 6));
        own.addAll(rate(profile.rate()));
        own.add(Option.of("pix_fmt", "yuv420p"));
        own.add(Option.of("g", StreamOptions.keyFrames(canvas)));
        // One level of parallelism, no key frames but the regular ones, and closed groups.
        own.add(Option.of("svtav1-params", "lp=1:scd=0:irefresh-type=2"));
        return StreamOptions.of(canvas, own.toArray(Option[]::new));
    }

    private static List<Option> rate(RateControl rate) {
        return switch (rate) {
            case RateControl.Quality quality -> Rates.of(quality, factor -> Math.min(63, factor * 3 / 2));
            case RateControl.Bitrate bitrate -> List.of(Rates.kilobits("b:v", bitrate.kilobits()));
        };
    }
}
