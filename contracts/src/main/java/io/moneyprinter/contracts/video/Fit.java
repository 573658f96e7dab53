package io.moneyprinter.contracts.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a picture of another shape fills the canvas, as in CSS. */
public enum Fit {
    /** All of the canvas; what is outside is cut off. */
    @JsonProperty("cover")
    COVER,
    /** All of the picture; the rest of the canvas has one colour. */
    @JsonProperty("contain")
    CONTAIN,
    /** All of the picture; the rest of the canvas shows the same picture, larger and blurred. */
    @JsonProperty("blur")
    BLUR
}
