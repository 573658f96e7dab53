package io.moneyprinter.contracts.materials;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the pictures that are drawn for a video look like: colours, letters, grounds, and how things move. */
public enum VisualStyle {
    /** Loud and flat: tall capitals on strong colours that roll in quickly. */
    @JsonProperty("poster")
    POSTER,
    /** A magazine: letters with serifs on paper, calm. */
    @JsonProperty("editorial")
    EDITORIAL,
    /** Soft lights that drift in the dark, very heavy letters. */
    @JsonProperty("aurora")
    AURORA,
    /** Friendly: round letters and forms on light colours. */
    @JsonProperty("playful")
    PLAYFUL,
    /** A control room: a grid, and points that float by. */
    @JsonProperty("signal")
    SIGNAL
}
