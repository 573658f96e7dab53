package io.moneyprinter.contracts.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens between two shots. */
public enum TransitionStyle {
    @JsonProperty("cut")
    CUT,
    @JsonProperty("dissolve")
    DISSOLVE
}
