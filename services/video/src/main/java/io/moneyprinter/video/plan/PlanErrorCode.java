package io.moneyprinter.video.plan;

import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;

/** How laying out a film fails. */
public enum PlanErrorCode implements ErrorCode {
    CARD_EMPTY(ErrorKind.INVALID, "A card has neither a title nor an asset; give it one of them, or leave it out.");

    private final ErrorKind kind;
    private final String meaning;

    PlanErrorCode(ErrorKind kind, String meaning) {
        this.kind = kind;
        this.meaning = meaning;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
