package io.moneyprinter.video.card;

import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;

/** How cards can fail. */
public enum CardErrorCode implements ErrorCode {
    CARD_EMPTY(ErrorKind.INVALID, "A card has neither a title nor a picture of the user's. Give one of them."),
    CARD_NOT_DRAWABLE(
            ErrorKind.INVALID,
            "The title or the subtitle of a card has characters that none of our fonts can draw; the message names"
                    + " them. Leave them out or write them differently.");

    private final ErrorKind kind;
    private final String meaning;

    CardErrorCode(ErrorKind kind, String meaning) {
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
