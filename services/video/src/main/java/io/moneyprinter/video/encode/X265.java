package io.moneyprinter.video.encode;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Option;
import java.util.ArrayList;
import java.util.List;

/** HEVC by x265. */
final class X265 {

    static final VideoEncoder ENCODER = new ProcessorEncoder("libx265", Codec.HEVC, X265::options);

    private X265() {}

    private static List<Option> options(Profile profile, Canvas canvas) {
        var keyFrames = StreamOptions.keyFrames(canvas);
        var own = new ArrayList<Option>();
        own.add(Option.of("preset", profile.speed() == Speed.FAST ? "superfast" : "medium"));
        own.addAll(Rates.of(profile.rate(), factor -> Math.min(51, factor + 1)));
        own.add(Option.of("pix_fmt", "yuv420p"));
        // Apple's players know HEVC by this name only.
        own.add(Option.of("tag:v", "hvc1"));
        own.add(Option.of("threads", 1));
        own.add(Option.of("g", keyFrames));
        // One thread, for the same output every time; info would write these settings into the stream.
        own.add(Option.of(
                "x265-params",
                "pools=none:frame-threads=1:%s:info=0:log-level=error".formatted(StreamOptions.closedGroups(canvas))));
        return own;
    }
}
