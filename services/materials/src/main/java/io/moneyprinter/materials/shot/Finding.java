package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.SourceFailure;
import java.util.List;

/** What a source has for a sentence. */
sealed interface Finding {

    /** A picture that fits. */
    record Fit(Shot shot) implements Finding {}

    /**
     * Nothing.
     *
     * @param reason for people
     * @param failures of those who were asked
     */
    record Nothing(String reason, List<SourceFailure> failures) implements Finding {

        public Nothing {
            failures = List.copyOf(failures);
        }

        Nothing(String reason) {
            this(reason, List.of());
        }
    }
}
