package io.moneyprinter.video.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.moneyprinter.contracts.video.Easing;

/** How a camera moves over a photo while it is seen. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Camera.Rest.class, name = "rest"),
    @JsonSubTypes.Type(value = Camera.Zoom.class, name = "zoom"),
    @JsonSubTypes.Type(value = Camera.Pan.class, name = "pan")
})
public sealed interface Camera {

    /** It does not. */
    record Rest() implements Camera {}

    /**
     * Closer, or away.
     *
     * @param from scale at the first frame, 1 just shows the whole canvas
     * @param to scale at the last frame
     * @param x what stays in its place: 0 left to 1 right
     * @param y 0 top to 1 bottom
     */
    record Zoom(double from, double to, double x, double y, Easing easing) implements Camera {

        public Zoom {
            if (!(from >= 1 && to >= 1 && from <= 4 && to <= 4)) {
                throw new IllegalArgumentException("zoom: %s to %s (expected: 1 to 4)".formatted(from, to));
            }
        }
    }

    /**
     * Along a straight line, over a photo that is a little larger than the canvas. Positions are those of the canvas
     * in the photo, 0 for its left or upper edge and 1 for the other one.
     *
     * @param scale of the photo, 1 just covers the canvas
     */
    record Pan(double scale, double fromX, double fromY, double toX, double toY, Easing easing) implements Camera {

        public Pan {
            if (!(scale >= 1 && scale <= 2)) {
                throw new IllegalArgumentException("scale: %s (expected: 1 to 2)".formatted(scale));
            }
        }
    }
}
