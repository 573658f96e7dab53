package io.moneyprinter.contracts.orchestration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The languages that a finished video is to be made in. */
public record TranslationOrder(
        @NotNull(message = "missing (expected: at least one language)") @Size(min = 1, max = 20)
        List<@NotNull @Valid Translation> translations) {

    public TranslationOrder {
        translations = EditRequest.nullsKept(translations);
    }
}
