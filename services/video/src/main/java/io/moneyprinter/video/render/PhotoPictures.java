package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.Fit;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.video.plan.Camera;
import io.moneyprinter.video.plan.Framing;
import io.moneyprinter.video.plan.View;
import io.moneyprinter.video.source.SourceFacts;
import java.util.List;
import java.util.Locale;

/** What filters make of a photo: exactly the frames of a view, under a camera that moves or rests. */
final class PhotoPictures {

    private final Chains chains;
    private final Canvas canvas;

    PhotoPictures(Chains chains, Canvas canvas) {
        this.chains = chains;
        this.canvas = canvas;
    }

    Pad show(Input photo, SourceFacts facts, Framing.Photographed framing, View view) {
        return switch (framing.camera()) {
            case Camera.Rest() ->
                chains.chain(framed(photo, facts, framing, 1), Repeated.frames(view.frames(), canvas));
            case Camera.Zoom zoom ->
                throw new IllegalArgumentException(
                        "camera: %s (expected: one whose frames are made here)".formatted(zoom));
            case Camera.Pan pan -> chains.chain(framed(photo, facts, framing, pan.scale()), panned(pan, view));
        };
    }

    Pad whole(Input photo, SourceFacts facts, Framing.Photographed framing) {
        return framed(photo, facts, framing, 1);
    }

    private Pad framed(Input photo, SourceFacts facts, Framing.Photographed framing, double scale) {
        var framed = new Framed(
                even(canvas.width() * scale),
                even(canvas.height() * scale),
                framing.fit(),
                framing.focusX(),
                framing.focusY(),
                framing.background(),
                framing.fit() == Fit.COVER ? "lanczos" : "bicubic",
                Normalising.after(facts));
        var opaque = Normalising.over(chains, chains.input(photo), facts, framing.background());
        return framed.show(chains, opaque, List.of());
    }

    private List<Filter> panned(Camera.Pan pan, View view) {
        var spareX = even(canvas.width() * pan.scale()) - canvas.width();
        var spareY = even(canvas.height() * pan.scale()) - canvas.height();
        var distance = Math.max(spareX * Math.abs(pan.toX() - pan.fromX()), spareY * Math.abs(pan.toY() - pan.fromY()));
        var glide = new Glide(canvas, view, pan.easing(), distance);
        return glide.over(filter("crop")
                .with("w", canvas.width())
                .with("h", canvas.height())
                .with("x", place(spareX, pan.fromX(), pan.toX(), glide))
                .with("y", place(spareY, pan.fromY(), pan.toY(), glide)));
    }

    /** An even place: there cutting costs nothing and colours stay where they are. */
    private static String place(int spare, double from, double to, Glide glide) {
        if (from == to) {
            return Integer.toString(even(spare * from));
        }
        return "2*round(%s*(%s+%s*%s)/2)".formatted(spare, number(from), number(to - from), glide.progress("n"));
    }

    private static int even(double pixels) {
        return (int) Math.round(pixels / 2) * 2;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
