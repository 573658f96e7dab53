package io.moneyprinter.contracts.video;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How much the encoder may spend; a factor or a bitrate in {@link OutputSettings} says it exactly instead. */
public enum Quality {
    @JsonProperty("draft")
    @JsonAlias("low")
    DRAFT,
    @JsonProperty("standard")
    @JsonAlias("medium")
    STANDARD,
    @JsonProperty("high")
    HIGH
}
