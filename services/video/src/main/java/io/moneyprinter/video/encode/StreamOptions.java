package io.moneyprinter.video.encode;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Option;
import java.util.ArrayList;
import java.util.List;

/** What every encoder tells FFmpeg about a stream of pictures. */
public final class StreamOptions {

    private StreamOptions() {}

    /** Pictures between key frames: two seconds, so that players can jump and platforms can cut. */
    public static int keyFrames(Canvas canvas) {
        return 2 * canvas.fps();
    }

    /**
     * How x264 and x265 are told to put key frames there and nowhere else, and to let no picture refer across one.
     * Parts of a film can be joined at them.
     */
    public static String closedGroups(Canvas canvas) {
        return "scenecut=0:open-gop=0:keyint=%1$d:min-keyint=%1$d".formatted(keyFrames(canvas));
    }

    /** The encoder's own options, then colours, rate and clock, and no trace of program or machine. */
    public static List<Option> of(Canvas canvas, Option... own) {
        var options = new ArrayList<>(List.of(own));
        options.addAll(List.of(
                Option.of("color_primaries", "bt709"),
                Option.of("color_trc", "bt709"),
                Option.of("colorspace", "bt709"),
                Option.of("color_range", "tv"),
                Option.of("r", canvas.fps())));
        options.addAll(ofFile(canvas));
        options.add(Option.of("flags:v", "+bitexact"));
        return List.copyOf(options);
    }

    /** The clock that all chunks have, and no trace of program or machine. */
    public static List<Option> ofFile(Canvas canvas) {
        return List.of(
                Option.of("video_track_timescale", 512 * canvas.fps()),
                Option.of("map_metadata", -1),
                Option.of("fflags", "+bitexact"));
    }
}
