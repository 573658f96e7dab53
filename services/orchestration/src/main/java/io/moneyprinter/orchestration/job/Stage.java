package io.moneyprinter.orchestration.job;

import java.util.Locale;

/** The parts of the work that are shown to people, in order. Speech and materials are made at the same time. */
public enum Stage {
    SCRIPT,
    SPEECH,
    MATERIALS,
    RENDER,
    FINALISE;

    /** As people and the database see it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
