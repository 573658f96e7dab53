package io.moneyprinter.video.render;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.Quality;
import io.moneyprinter.ffmpeg.Option;
import java.util.List;

/** How pictures are encoded: the same way in every chunk of a film, or the joined film could not be decoded. */
public final class Encoding {

    private Encoding() {}

    /** The options of the video stream, container settings included. */
    public static List<Option> h264(Canvas canvas, Quality quality) {
        var keyFrames = 2 * canvas.fps();
        return List.of(
                Option.of("c:v", "libx264"),
                Option.of("preset", "veryfast"),
                Option.of("crf", crf(quality)),
                Option.of("profile:v", "high"),
                Option.of("level:v", level(canvas)),
                Option.of("pix_fmt", "yuv420p"),
                // One thread: its output is the same every time, and chunks run beside each other anyway.
                Option.of("threads", 1),
                Option.of("g", keyFrames),
                Option.of("bf", 2),
                Option.of("x264-params", "scenecut=0:open-gop=0:keyint=%1$d:min-keyint=%1$d".formatted(keyFrames)),
                Option.of("color_primaries", "bt709"),
                Option.of("color_trc", "bt709"),
                Option.of("colorspace", "bt709"),
                Option.of("color_range", "tv"),
                Option.of("r", canvas.fps()),
                Option.of("video_track_timescale", 512 * canvas.fps()),
                Option.of("map_metadata", -1),
                Option.of("fflags", "+bitexact"),
                Option.of("flags:v", "+bitexact"));
    }

    private static int crf(Quality quality) {
        return switch (quality) {
            case DRAFT -> 27;
            case STANDARD -> 23;
            case HIGH -> 20;
        };
    }

    /** The lowest level that fits, as old phones refuse higher ones. */
    private static String level(Canvas canvas) {
        var blocks = Math.ceilDiv(canvas.width(), 16) * (long) Math.ceilDiv(canvas.height(), 16);
        var perSecond = blocks * canvas.fps();
        if (blocks <= 3_600 && perSecond <= 108_000) {
            return "3.1";
        }
        if (blocks <= 8_192 && perSecond <= 245_760) {
            return "4.0";
        }
        if (blocks <= 8_704 && perSecond <= 522_240) {
            return "4.2";
        }
        return perSecond <= 983_040 && blocks <= 36_864 ? "5.1" : "5.2";
    }
}
