package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.Shot;

/** What a source has for a sentence. */
sealed interface Finding {

    /** A picture that fits. */
    record Fit(Shot shot) implements Finding {}

    /** Nothing; {@code reason} is for people. */
    record Nothing(String reason) implements Finding {}
}
