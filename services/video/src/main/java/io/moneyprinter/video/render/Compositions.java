package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Visual.Composition;
import io.moneyprinter.contracts.materials.Visual.Entrance;
import io.moneyprinter.contracts.materials.Visual.Layer;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.Easing;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.video.plan.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What filters make of a designed visual: layers over layers, exactly the frames of a view. */
final class Compositions {

    private final Chains chains;
    private final Canvas canvas;
    private final Function<ObjectKey, Input> images;

    Compositions(Chains chains, Canvas canvas, Function<ObjectKey, Input> images) {
        this.chains = chains;
        this.canvas = canvas;
        this.images = images;
    }

    Pad show(Composition composition, View view) {
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
        filters.addAll(
                drifts(layer) && view.total() > 1 ? gliding(layer, view) : Repeated.frames(view.frames(), canvas));
        return chains.chain(chains.input(images.apply(layer.image())), filters);
    }

    /** Moves the canvas over a larger picture. */
    private List<Filter> gliding(Layer layer, View view) {
        var glide =
                new Glide(canvas, view, Easing.LINEAR, Math.max(Math.abs(layer.driftX()), Math.abs(layer.driftY())));
        return glide.over(filter("crop")
                .with("w", canvas.width())
                .with("h", canvas.height())
                .with("x", cut(layer.driftX(), glide))
                .with("y", cut(layer.driftY(), glide)));
    }

    /** Where the canvas is cut out: an even place, where colours stay as they are. */
    private static String cut(int drift, Glide glide) {
        return drift == 0 ? "0" : "2*round((%d-%d*%s)/2)".formatted(Math.max(0, drift), drift, glide.progress("n"));
    }

    private Pad overlay(Pad below, Layer layer, View view) {
        var entrance = layer.entrance();
        var delay = frames(entrance.delay());
        var length = Math.max(1, frames(entrance.duration()));
        var window = new Window(layer, delay, length);
        var fades = entrance.style() != Entrance.Style.NONE && !window.moves();
        var changes = fades || window.moves() || drifts(layer);
        var filters = new ArrayList<Filter>();
        filters.addAll(colors("yuva420p"));
        if (changes) {
            filters.addAll(Repeated.frames(view.from() + view.frames(), canvas));
        }
        if (window.moves()) {
            filters.add(window.cut());
        }
        if (fades) {
            filters.add(filter("fade")
                    .with("type", "in")
                    .with("start_frame", delay)
                    .with("nb_frames", length)
                    .with("alpha", 1));
        }
        if (changes && view.from() > 0) {
            filters.add(filter("trim").with("start_frame", view.from()));
            filters.add(filter("setpts").with("expr", "PTS-STARTPTS"));
        }
        if (drifts(layer) && !large(layer)) {
            // Overlays move in steps of two pixels; what is missing to the exact place is done here.
            var x = rest(place(layer.x(), layer.driftX(), "in", view));
            var y = rest(place(layer.y(), layer.driftY(), "in", view));
            filters.add(Quadrilateral.filter("-" + x, "-" + y, "W-" + x, "H-" + y));
        }
        var top = chains.chain(chains.input(images.apply(layer.image())), filters);

        var x = place(layer.x(), layer.driftX(), "n", view);
        var y = place(layer.y(), layer.driftY(), "n", view);
        if (drifts(layer)) {
            x = "2*floor(%s/2)".formatted(x);
            y = "2*floor(%s/2)".formatted(y);
        }
        var left = entrance.style() == Entrance.Style.SLIDE ? canvas.width() / 20.0 : 0;
        var rise = entrance.style() == Entrance.Style.RISE ? canvas.height() / 20.0 : 0;
        var remaining = "pow(1-clip((n+%d-%d)/%d,0,1),3)".formatted(view.from(), delay, length);
        if (left != 0) {
            x = "%s-%s*%s".formatted(x, number(left), remaining);
        }
        if (rise != 0) {
            y = "%s+%s*%s".formatted(y, number(rise), remaining);
        }
        var laid = filter("overlay")
                .with("x", window.moves() ? x + window.offset(view) : x)
                .with("y", y)
                .with("eval", drifts(layer) || left + rise != 0 || window.wipes() ? "frame" : "init")
                .with("format", "yuv420");
        if (delay > view.from()) {
            laid = laid.with("enable", "gte(n,%d)".formatted(delay - view.from()));
        }
        return chains.chain(List.of(below, top), List.of(laid));
    }

    private static List<Filter> colors(String pixelFormat) {
        return List.of(
                filter("scale").with("out_color_matrix", "bt709").with("out_range", "tv"),
                filter("setsar").with("sar", 1),
                filter("format").with("pix_fmts", pixelFormat));
    }

    /** Too costly to be moved by fractions of a pixel in each frame; drawn softly, so that nobody sees its steps. */
    private boolean large(Layer layer) {
        return 4L * layer.width() * layer.height() > (long) canvas.width() * canvas.height();
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
