package io.moneyprinter.video.render;

import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;

/** How rendering fails. */
public enum RenderErrorCode implements ErrorCode {
    PIECE_MISSING(
            ErrorKind.CONFLICT, "A piece of the film that this one is made of is not rendered yet; render it first."),
    CHUNK_UNKNOWN(ErrorKind.NOT_FOUND, "The plan has no chunk of that number."),
    EFFECT_INVALID(ErrorKind.INVALID, "An effect lacks what its type needs, or has what its type does not take."),
    RENDITION_WRONG(
            ErrorKind.INTERNAL,
            "What was rendered is not what was planned, such as a wrong number of pictures; it was thrown away.");

    private final ErrorKind kind;
    private final String meaning;

    RenderErrorCode(ErrorKind kind, String meaning) {
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
