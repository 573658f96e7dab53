package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Filter;
import java.util.List;

/** One picture again and again. */
final class Repeated {

    private Repeated() {}

    static List<Filter> frames(long count, Canvas canvas) {
        return List.of(
                filter("loop").with("loop", -1).with("size", 1),
                filter("settb").with("expr", "1/" + canvas.fps()),
                filter("setpts").with("expr", "N"),
                filter("trim").with("end_frame", count));
    }
}
