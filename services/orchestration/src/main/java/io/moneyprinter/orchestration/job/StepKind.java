package io.moneyprinter.orchestration.job;

import java.util.Locale;

/** The sorts of work. Their names are stored: add, but do not rename. */
public enum StepKind {
    CONTENT(Stage.SCRIPT),
    SPEECH(Stage.SPEECH),
    SHOT(Stage.MATERIALS),
    PLAN(Stage.RENDER),
    CHUNK(Stage.RENDER),
    MIX(Stage.RENDER),
    JOIN(Stage.RENDER),
    OPTIMISE(Stage.FINALISE),
    THUMBNAIL(Stage.FINALISE),
    PREVIEW(Stage.FINALISE),
    SOUND(Stage.FINALISE),
    FINISH(Stage.FINALISE),
    CONVERSION(Stage.FINALISE),
    EXTRACT(Stage.FINALISE);

    private final Stage stage;

    StepKind(Stage stage) {
        this.stage = stage;
    }

    public Stage stage() {
        return stage;
    }

    /** Whether it is made of a finished film, and no piece of it. */
    public boolean output() {
        return this == CONVERSION || this == EXTRACT;
    }

    /** As the database and the engine see it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static StepKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
