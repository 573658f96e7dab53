package io.moneyprinter.contracts.materials;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.moneyprinter.contracts.common.ObjectKey;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A moving picture for the whole canvas. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Visual.Footage.class, name = "footage"),
    @JsonSubTypes.Type(value = Visual.Still.class, name = "still"),
    @JsonSubTypes.Type(value = Visual.Composition.class, name = "composition")
})
public sealed interface Visual {

    /**
     * A video file; it covers the canvas, centred, and is looped if it is too short.
     *
     * @param width as displayed, after rotation
     * @param height as displayed, after rotation
     * @param start where the part that is shown begins; null for the start
     * @param proxies smaller files of it, for films that need no more
     */
    record Footage(
            ObjectKey media,
            int width,
            int height,
            Duration duration,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Duration start,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Proxy> proxies)
            implements Visual {

        // Footage that was decided on earlier has none.
        @SuppressWarnings("NullAway")
        public Footage {
            proxies = proxies == null ? List.of() : List.copyOf(proxies);
        }

        /** Without proxies. */
        public Footage(ObjectKey media, int width, int height, Duration duration, @Nullable Duration start) {
            this(media, width, height, duration, start, List.of());
        }

        /** From its start. */
        public Footage(ObjectKey media, int width, int height, Duration duration) {
            this(media, width, height, duration, null);
        }
    }

    /**
     * A smaller file of footage: the same frames at the same times.
     *
     * @param whole false for one that shows the middle alone, as high as the footage, or as wide where that is upright
     */
    record Proxy(ObjectKey media, int width, int height, boolean whole) {}

    /**
     * A photo that covers the canvas under a slow camera move.
     *
     * @param zoomFrom scale at the first frame, 1 just covers the canvas
     * @param zoomTo scale at the last frame
     * @param focusX where the camera looks, 0 left to 1 right
     * @param focusY where the camera looks, 0 top to 1 bottom
     */
    record Still(ObjectKey image, int width, int height, double zoomFrom, double zoomTo, double focusX, double focusY)
            implements Visual {}

    /** A designed visual: layers in painter order, the first one covers the whole canvas at every time. */
    record Composition(List<Layer> layers) implements Visual {

        public Composition {
            layers = List.copyOf(layers);
            if (layers.isEmpty()) {
                throw new IllegalArgumentException("layers: none (expected: at least a background)");
            }
        }
    }

    /**
     * A picture that moves in a straight line and may come in late; above the first layer, one that covers more than a
     * quarter of the canvas moves by two pixels at a time, and should be soft. Coordinates are canvas pixels, y down, of the
     * layer's top left corner; a layer may be larger than the canvas or lie partly outside of it.
     *
     * @param image PNG, with alpha where it is not the first layer; as large as the layer unless its entrance says
     *     otherwise
     * @param x where it is at the visual's first frame (after its entrance)
     * @param y where it is at the visual's first frame (after its entrance)
     * @param driftX how far it moves, evenly, over the whole visual
     * @param driftY how far it moves, evenly, over the whole visual
     */
    record Layer(ObjectKey image, int width, int height, int x, int y, int driftX, int driftY, Entrance entrance) {}

    /**
     * How a layer comes in.
     *
     * @param delay after the visual's first frame; the layer is not seen before
     * @param duration how long the movement takes; zero with {@link Style#NONE}
     */
    record Entrance(Style style, Duration delay, Duration duration) {

        public static final Entrance NONE = new Entrance(Style.NONE, Duration.ZERO, Duration.ZERO);

        /** The movement, eased out. */
        public enum Style {
            /** There at once. */
            NONE,
            /** Becomes opaque. */
            FADE,
            /** Becomes opaque while it rises by a twentieth of the canvas height. */
            RISE,
            /** Becomes opaque while it comes from the left by a twentieth of the canvas width. */
            SLIDE,
            /**
             * Rolls up like a counter: the layer is a window of its width and height over a taller picture, whose top
             * is seen first and whose bottom stays.
             */
            ROLL,
            /**
             * Is uncovered from its left edge. The picture has twice the layer's width; what is to be seen is its right
             * half, and the left one is transparent.
             */
            WIPE,
            /** The same from its right edge: what is to be seen is the left half, and the right one is transparent. */
            WIPE_BACK
        }
    }
}
