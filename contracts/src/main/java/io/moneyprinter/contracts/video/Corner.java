package io.moneyprinter.contracts.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where something small stands on the canvas. */
public enum Corner {
    @JsonProperty("top_left")
    TOP_LEFT,
    @JsonProperty("top_right")
    TOP_RIGHT,
    @JsonProperty("bottom_left")
    BOTTOM_LEFT,
    @JsonProperty("bottom_right")
    BOTTOM_RIGHT,
    @JsonProperty("center")
    CENTER
}
