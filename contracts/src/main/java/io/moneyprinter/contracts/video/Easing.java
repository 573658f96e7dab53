package io.moneyprinter.contracts.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a movement gathers and loses speed, as in CSS. */
public enum Easing {
    @JsonProperty("linear")
    LINEAR,
    @JsonProperty("ease_in")
    EASE_IN,
    @JsonProperty("ease_out")
    EASE_OUT,
    @JsonProperty("ease_in_out")
    EASE_IN_OUT
}
