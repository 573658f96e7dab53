package io.moneyprinter.video.check;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was found in a film.
 *
 * @param errors with any of which it is not published
 * @param warnings which may be meant so
 */
public record Findings(List<Finding> errors, List<Finding> warnings) {

    public Findings {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    public boolean publishable() {
        return errors.isEmpty();
    }

    /** The errors as one sentence. */
    public String summary() {
        return errors.stream().map(Finding::detail).collect(Collectors.joining("; "));
    }
}
