package io.moneyprinter.content.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Several scripts about the same.
 *
 * @param request what is written; with a topic
 * @param count how many, default 3
 */
record VariationsRequest(
        @NotNull @Valid GenerateRequest request,
        @Nullable @Min(2) @Max(6) Integer count) {

    int wanted() {
        return Objects.requireNonNullElse(count, 3);
    }
}
