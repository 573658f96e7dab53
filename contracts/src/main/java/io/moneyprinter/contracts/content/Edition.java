package io.moneyprinter.contracts.content;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * One version of something that is kept: of a draft or of a template.
 *
 * @param version counts up with each change; null for the latest
 */
public record Edition(
        @NotNull(message = "missing (expected: the id of what is kept)") @Size(min = 1, max = 60)
        String id,

        @Nullable @Min(1) Integer version) {

    public Edition withVersion(int version) {
        return new Edition(id, version);
    }

    /** Such as {@code listicle of version 2}. */
    @Override
    public String toString() {
        return version == null ? id : "%s of version %d".formatted(id, version);
    }
}
