package io.moneyprinter.content.enhance;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be done to a finished script. */
public enum Enhancement {
    /** In other words. */
    @JsonProperty("rewrite")
    REWRITE,
    @JsonProperty("shorten")
    SHORTEN,
    @JsonProperty("lengthen")
    LENGTHEN,
    @JsonProperty("translate")
    TRANSLATE,
    /** In easier words. */
    @JsonProperty("simplify")
    SIMPLIFY,
    /** As it is, with marks at what should be looked up. */
    @JsonProperty("fact_flag")
    FACT_FLAG
}
