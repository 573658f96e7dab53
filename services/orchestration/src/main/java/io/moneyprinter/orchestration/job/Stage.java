package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.orchestration.Produce;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The parts of the work that are shown to people, in order. Speech and materials are made at the same time. */
public enum Stage {
    SCRIPT,
    SPEECH,
    MATERIALS,
    RENDER,
    FINALISE;

    /** Those of a video that goes so far. */
    public static Set<Stage> of(Produce produce) {
        return produce == Produce.VIDEO ? EnumSet.allOf(Stage.class) : EnumSet.complementOf(EnumSet.of(MATERIALS));
    }

    /** As people and the database see it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
