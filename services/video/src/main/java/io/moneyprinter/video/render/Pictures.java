package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Visual.Composition;
import io.moneyprinter.contracts.materials.Visual.Entrance;
import io.moneyprinter.contracts.materials.Visual.Footage;
import io.moneyprinter.contracts.materials.Visual.Layer;
import io.moneyprinter.contracts.materials.Visual.Still;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.video.plan.View;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What filters make of visuals: exactly the frames of a view, at the size and rate of the canvas, in BT.709. */
final class Pictures {

    /** Decoders need a little before a cut to be in step, whatever the distance of key frames. */
    private static final int PRE_ROLL_SECONDS = 1;

    /** Parts of a frame in which the steps of a glide are timed. */
    private static final int TICKS = 1000;

    private final Chains chains;
    private final Canvas canvas;
    private final Function<ObjectKey, Path> files;

    Pictures(Chains chains, Canvas canvas, Function<ObjectKey, Path> files) {
        this.chains = chains;
        this.canvas = canvas;
        this.files = files;
    }

    Pad show(View view) {
        return switch (view.visual()) {
            case Footage footage -> footage(footage, view);
            case Still still -> still(still, view);
            case Composition composition -> composition(composition, view);
        };
    }

    private Pad footage(Footage footage, View view) {
        var end = view.from() + view.frames();
        var available = Math.floorDiv(footage.duration().toMillis() * canvas.fps(), 1_000L);
        var loops = available < end;
        var seconds = loops ? 0 : Math.max(0, view.from() / canvas.fps() - PRE_ROLL_SECONDS);
        var from = view.from() - seconds * canvas.fps();

        var input = Input.of(files.apply(footage.media())).with("threads", 1);
        if (seconds > 0) {
            input = input.with("ss", seconds);
        }
        if (loops) {
            input = input.with("stream_loop", -1);
        }
        var filters = new ArrayList<Filter>();
        // A first frame that comes late is shown from the start; after the last one, it stays.
        filters.add(filter("fps").with("fps", canvas.fps()).with("start_time", 0));
        filters.add(filter("tpad").with("stop", -1).with("stop_mode", "clone"));
        filters.add(filter("trim").with("start_frame", from).with("end_frame", from + view.frames()));
        filters.add(filter("setpts").with("expr", "PTS-STARTPTS"));
        filters.addAll(cover(0.5, 0.5, "bicubic"));
        return chains.chain(chains.input(input), filters);
    }

    private Pad still(Still still, View view) {
        var filters = new ArrayList<Filter>();
        filters.addAll(cover(still.focusX(), still.focusY(), "lanczos"));
        filters.addAll(repeated(view));
        var from = Math.max(1, still.zoomFrom());
        var to = Math.max(1, still.zoomTo());
        if (from != 1 || to != 1) {
            // Not zoompan: it moves in whole pixels, which is seen as trembling in a slow move.
            var zoom = "(%s+%s*%s)".formatted(number(from), number(to - from), progress("in", view));
            var left = "W*(1-1/%s)*%s".formatted(zoom, number(still.focusX()));
            var top = "H*(1-1/%s)*%s".formatted(zoom, number(still.focusY()));
            filters.add(quadrilateral(left, top, left + "+W/" + zoom, top + "+H/" + zoom));
        }
        return chains.chain(chains.input(image(still.image())), filters);
    }

    private Pad composition(Composition composition, View view) {
        var end = background(composition.layers().getFirst(), view);
        for (var layer : composition.layers().subList(1, composition.layers().size())) {
            end = overlay(end, layer, view);
        }
        return end;
    }

    private Pad background(Layer layer, View view) {
        var filters = new ArrayList<Filter>();
        filters.addAll(colors("yuv420p"));
        // The part that is seen at any time, so that no pixel is moved in vain.
        var left = -Math.max(layer.x(), layer.x() + layer.driftX());
        var top = -Math.max(layer.y(), layer.y() + layer.driftY());
        filters.add(filter("crop")
                .with("w", canvas.width() + Math.abs(layer.driftX()))
                .with("h", canvas.height() + Math.abs(layer.driftY()))
                .with("x", Math.max(0, left))
                .with("y", Math.max(0, top))
                .with("exact", 1));
        filters.addAll(drifts(layer) && view.total() > 1 ? gliding(layer, view) : repeated(view));
        return chains.chain(chains.input(image(layer.image())), filters);
    }

    /**
     * Moves the canvas over a larger picture. The picture is cut out at every second pixel of the way, where cutting
     * costs nothing and colours stay in place, and the frames between two cuts are blended from both: a movement in
     * fractions of a pixel for a tenth of what it costs to compute each frame by itself.
     */
    private List<Filter> gliding(Layer layer, View view) {
        var steps = Math.max(1, Math.max(Math.abs(layer.driftX()), Math.abs(layer.driftY())) / 2);
        var ticks = (view.total() - 1) * (long) TICKS;
        return List.of(
                filter("loop").with("loop", -1).with("size", 1),
                filter("settb").with("expr", "1/%d".formatted(canvas.fps() * TICKS)),
                filter("setpts").with("expr", "floor(N*%d/%d)".formatted(ticks, steps)),
                // One more than there are steps: the last frame, too, lies before something.
                filter("trim").with("end_frame", steps + 2),
                filter("crop")
                        .with("w", canvas.width())
                        .with("h", canvas.height())
                        .with("x", cut(layer.driftX(), steps))
                        .with("y", cut(layer.driftY(), steps)),
                filter("framerate")
                        .with("fps", canvas.fps())
                        .with("interp_start", 0)
                        .with("interp_end", 255)
                        .with("scene", 100)
                        .with("flags", 0),
                filter("settb").with("expr", "1/" + canvas.fps()),
                filter("setpts").with("expr", "N"),
                filter("trim").with("start_frame", view.from()).with("end_frame", view.from() + view.frames()),
                filter("setpts").with("expr", "PTS-STARTPTS"));
    }

    /** Where the canvas is cut out at step {@code n}: an even place, never beyond the last one. */
    private static String cut(int drift, int steps) {
        return drift == 0 ? "0" : "2*round((%d-%d*min(n,%d)/%d)/2)".formatted(Math.max(0, drift), drift, steps, steps);
    }

    private Pad overlay(Pad below, Layer layer, View view) {
        var entrance = layer.entrance();
        var delay = frames(entrance.delay());
        var length = Math.max(1, frames(entrance.duration()));
        var fades = entrance.style() != Entrance.Style.NONE;
        var filters = new ArrayList<Filter>();
        filters.addAll(colors("yuva420p"));
        if (fades || drifts(layer)) {
            var whole = new View(view.visual(), view.total(), 0, view.from() + view.frames());
            filters.addAll(repeated(whole));
        }
        if (fades) {
            filters.add(filter("fade")
                    .with("type", "in")
                    .with("start_frame", delay)
                    .with("nb_frames", length)
                    .with("alpha", 1));
        }
        if ((fades || drifts(layer)) && view.from() > 0) {
            filters.add(filter("trim").with("start_frame", view.from()));
            filters.add(filter("setpts").with("expr", "PTS-STARTPTS"));
        }
        if (drifts(layer)) {
            // Overlays move in steps of two pixels; what is missing to the exact place is done here.
            var x = rest(place(layer.x(), layer.driftX(), "in", view));
            var y = rest(place(layer.y(), layer.driftY(), "in", view));
            filters.add(quadrilateral("-" + x, "-" + y, "W-" + x, "H-" + y));
        }
        var top = chains.chain(chains.input(image(layer.image())), filters);

        var x = place(layer.x(), layer.driftX(), "n", view);
        var y = place(layer.y(), layer.driftY(), "n", view);
        if (drifts(layer)) {
            x = "2*floor(%s/2)".formatted(x);
            y = "2*floor(%s/2)".formatted(y);
        }
        var left = entrance.style() == Entrance.Style.SLIDE ? canvas.width() / 20.0 : 0;
        var rise = entrance.style() == Entrance.Style.RISE ? canvas.height() / 20.0 : 0;
        var remaining = "pow(1-clip((n+%d-%d)/%d,0,1),3)".formatted(view.from(), delay, length);
        var laid = filter("overlay")
                .with("x", left == 0 ? x : "%s-%s*%s".formatted(x, number(left), remaining))
                .with("y", rise == 0 ? y : "%s+%s*%s".formatted(y, number(rise), remaining))
                .with("eval", drifts(layer) || left + rise != 0 ? "frame" : "init")
                .with("format", "yuv420");
        if (delay > view.from()) {
            laid = laid.with("enable", "gte(n,%d)".formatted(delay - view.from()));
        }
        return chains.chain(List.of(below, top), List.of(laid));
    }

    /** Crops to the shape of the canvas first, so that no pixel is scaled in vain; then scales. */
    private List<Filter> cover(double focusX, double focusY, String flags) {
        var shape = "%d/%d".formatted(canvas.width(), canvas.height());
        return List.of(
                filter("crop")
                        .with("w", "min(iw,ih*%s/sar)".formatted(shape))
                        .with("h", "min(ih,iw*sar/(%s))".formatted(shape))
                        .with("x", "(iw-ow)*" + number(focusX))
                        .with("y", "(ih-oh)*" + number(focusY)),
                filter("scale")
                        .with("w", canvas.width())
                        .with("h", canvas.height())
                        .with("flags", flags)
                        .with("out_color_matrix", "bt709")
                        .with("out_range", "tv"),
                filter("setsar").with("sar", 1),
                filter("format").with("pix_fmts", "yuv420p"));
    }

    private static List<Filter> colors(String pixelFormat) {
        return List.of(
                filter("scale").with("out_color_matrix", "bt709").with("out_range", "tv"),
                filter("setsar").with("sar", 1),
                filter("format").with("pix_fmts", pixelFormat));
    }

    /** One picture again and again: as many frames as the view has. */
    private List<Filter> repeated(View view) {
        return List.of(
                filter("loop").with("loop", -1).with("size", 1),
                filter("settb").with("expr", "1/" + canvas.fps()),
                filter("setpts").with("expr", "N"),
                filter("trim").with("end_frame", view.frames()));
    }

    private static Filter quadrilateral(String left, String top, String right, String bottom) {
        return filter("perspective")
                .with("x0", left)
                .with("y0", top)
                .with("x1", right)
                .with("y1", top)
                .with("x2", left)
                .with("y2", bottom)
                .with("x3", right)
                .with("y3", bottom)
                .with("eval", "frame");
    }

    private Input image(ObjectKey key) {
        return Input.of(files.apply(key)).with("framerate", canvas.fps()).with("threads", 1);
    }

    private static boolean drifts(Layer layer) {
        return layer.driftX() != 0 || layer.driftY() != 0;
    }

    /** Where a layer is, in pixels, {@code n} being the frame of the view. */
    private static String place(int from, int drift, String n, View view) {
        return drift == 0 ? Integer.toString(from) : "(%d+%d*%s)".formatted(from, drift, progress(n, view));
    }

    private static String rest(String place) {
        return "(%s-2*floor(%s/2))".formatted(place, place);
    }

    /** How far the visual is, 0 at its first frame and 1 at its last. The perspective filter counts from 1. */
    private static String progress(String n, View view) {
        var from = n.equals("in") ? view.from() - 1 : view.from();
        return "((%s%+d)/%d)".formatted(n, from, Math.max(1, view.total() - 1));
    }

    private long frames(Duration time) {
        return Math.round(time.toMillis() * canvas.fps() / 1_000.0);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
