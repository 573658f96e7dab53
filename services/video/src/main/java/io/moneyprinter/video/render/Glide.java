package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.Easing;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.video.plan.View;
import java.util.ArrayList;
import java.util.List;

/**
 * A movement in fractions of a pixel for a part of what it costs to compute each frame by itself: the picture is
 * computed at every second pixel of its way, and the frames between two of these are blended from both.
 */
final class Glide {

    /** Parts of a frame in which the steps are timed. */
    private static final int TICKS = 1000;

    private final Canvas canvas;
    private final View view;
    private final Easing easing;
    private final long steps;

    /** @param distance that the fastest point goes, in pixels */
    Glide(Canvas canvas, View view, Easing easing, double distance) {
        this.canvas = canvas;
        this.view = view;
        this.easing = easing;
        this.steps = Math.max(1, (long) Math.ceil(distance / 2));
    }

    /**
     * Turns one picture into the frames of the view.
     *
     * @param step what computes the picture
     */
    List<Filter> over(Filter step) {
        var filters = new ArrayList<Filter>();
        filters.add(filter("loop").with("loop", -1).with("size", 1));
        filters.add(filter("settb").with("expr", "1/%d".formatted(canvas.fps() * TICKS)));
        filters.add(filter("setpts").with("expr", time()));
        // One more than there are steps: the last frame, too, lies before something.
        filters.add(filter("trim").with("end_frame", steps + 2));
        filters.add(step);
        filters.add(filter("framerate")
                .with("fps", canvas.fps())
                .with("interp_start", 0)
                .with("interp_end", 255)
                .with("scene", 100)
                .with("flags", 0));
        filters.add(filter("settb").with("expr", "1/" + canvas.fps()));
        filters.add(filter("setpts").with("expr", "N"));
        filters.add(filter("trim").with("start_frame", view.from()).with("end_frame", view.from() + view.frames()));
        filters.add(filter("setpts").with("expr", "PTS-STARTPTS"));
        return List.copyOf(filters);
    }

    /**
     * How far the movement is at a step, 0 to 1.
     *
     * @param n the filter's name for the number of the step from 0
     */
    String progress(String n) {
        return "min(%s/%d,1)".formatted(n, steps);
    }

    /** When step {@code N} is reached: the easing curve, read from its other axis. */
    private String time() {
        var ticks = Math.max(1, view.total() - 1) * TICKS;
        var way = progress("N");
        var at = switch (easing) {
            case LINEAR -> way;
            case EASE_IN -> "acos(1-%s)*2/PI".formatted(way);
            case EASE_OUT -> "asin(%s)*2/PI".formatted(way);
            case EASE_IN_OUT -> "acos(1-2*%s)/PI".formatted(way);
        };
        return "floor(%d*%s)+%d*max(N-%d,0)".formatted(ticks, at, TICKS, steps);
    }
}
