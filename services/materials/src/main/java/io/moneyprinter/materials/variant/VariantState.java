package io.moneyprinter.materials.variant;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How far the making of an asset's variants is.
 *
 * @param failures what could not be made; the asset can be used all the same
 */
public record VariantState(Status status, List<Failure> failures) {

    public VariantState {
        failures = List.copyOf(failures);
    }

    /**
     * A variant that could not be made.
     *
     * @param code of the error, as in problems
     */
    public record Failure(VariantType variantType, String code) {}

    /** Of all variants together. */
    public enum Status {
        /** Some are still to be made. */
        @JsonProperty("pending")
        PENDING,
        /** Those that are there are all. */
        @JsonProperty("ready")
        READY,
        /** Some could not be made. */
        @JsonProperty("failed")
        FAILED
    }
}
