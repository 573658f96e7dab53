package io.moneyprinter.video.encode;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Option;
import java.util.ArrayList;
import java.util.List;

/** H.264 by x264, the fastest on a processor. */
final class X264 {

    static final VideoEncoder ENCODER = new ProcessorEncoder("libx264", Codec.H264, X264::options);

    private X264() {}

    private static List<Option> options(Profile profile, Canvas canvas) {
        var keyFrames = StreamOptions.keyFrames(canvas);
        var own = new ArrayList<Option>();
        // For what is kept, too: slower presets were four times slower and neither smaller nor closer to the source.
        own.add(Option.of("preset", "veryfast"));
        own.addAll(Rates.of(profile.rate(), factor -> factor));
        own.add(Option.of("profile:v", "high"));
        own.add(Option.of("level:v", level(canvas, profile.rate())));
        own.add(Option.of("pix_fmt", "yuv420p"));
        // One thread: its output is the same every time, and chunks run beside each other anyway.
        own.add(Option.of("threads", 1));
        own.add(Option.of("g", keyFrames));
        own.add(Option.of("bf", 2));
        own.add(Option.of("x264-params", StreamOptions.closedGroups(canvas)));
        return own;
    }

    /**
     * The lowest level that fits, as old phones refuse higher ones. A bitrate that nobody asked for is not counted:
     * factors hardly ever reach the limits of a level.
     */
    private static String level(Canvas canvas, RateControl rate) {
        var blocks = Math.ceilDiv(canvas.width(), 16) * (long) Math.ceilDiv(canvas.height(), 16);
        var perSecond = blocks * canvas.fps();
        var peak = rate.peak() == Integer.MAX_VALUE ? 0 : rate.peak();
        if (blocks <= 3_600 && perSecond <= 108_000 && peak <= 17_500) {
            return "3.1";
        }
        if (blocks <= 8_192 && perSecond <= 245_760 && peak <= 25_000) {
            return "4.0";
        }
        if (blocks <= 8_704 && perSecond <= 522_240 && peak <= 62_500) {
            return "4.2";
        }
        return perSecond <= 983_040 && blocks <= 36_864 ? "5.1" : "5.2";
    }
}
