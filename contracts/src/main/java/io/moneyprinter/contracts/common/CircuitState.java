package io.moneyprinter.contracts.common;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a provider is asked. */
public enum CircuitState {
    @JsonProperty("closed")
    CLOSED,
    /** It failed too often, or said when it wants to be asked again: it is left alone until then. */
    @JsonProperty("open")
    OPEN,
    /** It has been left alone long enough: one call tries whether it answers again. */
    @JsonProperty("half_open")
    HALF_OPEN
}
