package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.materials.Visual.Entrance.Style;
import io.moneyprinter.contracts.materials.Visual.Layer;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.video.plan.View;

/**
 * The part of a larger picture that is seen while a layer comes in. Cutting out costs nothing, whatever it uncovers. A
 * layer that is wiped moves against its window, so that it stands still while the window's edge goes over it.
 *
 * @param delay frames before it begins to move
 * @param length frames that the movement takes
 */
record Window(Layer layer, long delay, long length) {

    boolean moves() {
        return switch (layer.entrance().style()) {
            case ROLL, WIPE, WIPE_BACK -> true;
            case NONE, FADE, RISE, SLIDE -> false;
        };
    }

    boolean wipes() {
        return moves() && layer.entrance().style() != Style.ROLL;
    }

    /** Cuts it out of pictures that are numbered from the visual's first frame. */
    Filter cut() {
        return filter("crop")
                .with("w", layer.width())
                .with("h", layer.height())
                .with("x", wipes() ? left("n", 0) : "0")
                .with("y", wipes() ? "0" : "2*floor((ih-oh)*%s/2)".formatted(way("n", 0)))
                .with("exact", 1);
    }

    /** What is to be added to the layer's place. FFmpeg's overlay counts the frames of the view from 1. */
    String offset(View view) {
        var from = view.from() - 1;
        return switch (layer.entrance().style()) {
            case WIPE -> "%+d+%s".formatted(-layer.width(), left("n", from));
            case WIPE_BACK -> "+%s".formatted(left("n", from));
            case NONE, FADE, RISE, SLIDE, ROLL -> "";
        };
    }

    /** Where in its picture the window is, at an even place. */
    private String left(String n, long from) {
        var way = way(n, from);
        return "2*floor(%d*%s/2)"
                .formatted(layer.width(), layer.entrance().style() == Style.WIPE ? way : "(1-%s)".formatted(way));
    }

    /** How far the movement is, 0 to 1. */
    private String way(String n, long from) {
        return "(1-pow(1-clip((%s%+d)/%d,0,1),3))".formatted(n, from - delay, length);
    }
}
