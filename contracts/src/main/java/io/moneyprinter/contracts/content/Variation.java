package io.moneyprinter.contracts.content;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How a script is told, where it could be told otherwise, as variations name it.
 *
 * @param hook how it opens, such as {@code question}; null for as usual
 * @param order in which order it is told, such as {@code result_first}; null for from the beginning to the end
 */
public record Variation(
        @Nullable @Size(min = 1, max = 60) String hook,
        @Nullable @Size(min = 1, max = 60) String order) {}
