package io.moneyprinter.contracts.materials;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the user's photos are shown. */
public enum PhotoTreatment {
    /** As they are, under a slow camera move. */
    @JsonProperty("natural")
    NATURAL,
    /** In two colours of the video's style, with the point of the sentence on them. */
    @JsonProperty("duotone")
    DUOTONE
}
