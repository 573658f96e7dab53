package io.moneyprinter.contracts.orchestration;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a video goes. */
public enum Produce {
    /** The whole film. */
    @JsonProperty("video")
    VIDEO,
    /** The finished sound, with captions and the times of its words. */
    @JsonProperty("audio")
    AUDIO,
    /** The captions and the times of the words, and no file that can be heard or seen. */
    @JsonProperty("captions")
    CAPTIONS
}
