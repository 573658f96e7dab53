package io.moneyprinter.contracts.materials;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a picture may come from. */
public enum MaterialSource {
    /** Files that the user gave for this video. */
    @JsonProperty("own")
    OWN,
    /** Whatever the user has that fits the sentence. */
    @JsonProperty("library")
    LIBRARY,
    /** Stock providers, such as Pexels. */
    @JsonProperty("stock")
    STOCK,
    /** Made from words by a model, such as Stable Diffusion; nobody is asked who is not set up. */
    @JsonProperty("generated")
    GENERATED,
    /** Drawn by us. */
    @JsonProperty("designed")
    DESIGNED
}
