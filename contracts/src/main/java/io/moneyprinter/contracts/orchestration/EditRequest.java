package io.moneyprinter.contracts.orchestration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes to a finished video, which give a new version of it. They apply in order. */
public record EditRequest(
        @NotNull(message = "missing (expected: at least one edit)") @Size(min = 1, max = 200)
        List<@NotNull @Valid Edit> edits) {

    public EditRequest {
        edits = nullsKept(edits);
    }

    /** An element may be missing, which is told by its place. */
    static <T> List<T> nullsKept(@Nullable List<T> list) {
        return list == null ? Collections.emptyList() : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
