package io.moneyprinter.video.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.moneyprinter.contracts.video.Fit;

/** How a visual fills the canvas: all that its pixels depend on besides its media and its time. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Framing.Designed.class, name = "designed"),
    @JsonSubTypes.Type(value = Framing.Filmed.class, name = "filmed"),
    @JsonSubTypes.Type(value = Framing.Photographed.class, name = "photographed")
})
public sealed interface Framing {

    /** As the visual itself says: it was drawn for this canvas. */
    record Designed() implements Framing {}

    /**
     * Footage.
     *
     * @param focusX what is kept when the sides are cut off: 0 left to 1 right
     * @param focusY 0 top to 1 bottom
     * @param background behind it, {@code #RRGGBB}
     * @param speed 2 shows twice as much in the same time
     */
    record Filmed(Fit fit, double focusX, double focusY, String background, double speed) implements Framing {

        public Filmed {
            if (!(speed >= 0.5 && speed <= 2)) {
                throw new IllegalArgumentException("speed: %s (expected: 0.5 to 2)".formatted(speed));
            }
        }
    }

    /**
     * A photo under a camera.
     *
     * @param focusX what is kept when the sides are cut off: 0 left to 1 right
     * @param focusY 0 top to 1 bottom
     * @param background behind it, {@code #RRGGBB}
     */
    record Photographed(Fit fit, double focusX, double focusY, String background, Camera camera) implements Framing {}
}
