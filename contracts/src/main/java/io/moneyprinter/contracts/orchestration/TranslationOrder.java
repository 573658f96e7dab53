package io.moneyprinter.contracts.orchestration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The languages that a finished video is to be made in. */
public record TranslationOrder(
        @NotNull(message = "missing (expected: at least one language)") @Size(min = 1, max = 20)
        List<@NotNull @Valid Translation> translations) {

    public TranslationOrder {
        translations = nullsKept(translations);
    }

    private static <T> List<T> nullsKept(@Nullable List<T> list) {
        return list == null ? Collections.emptyList() : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
