package io.moneyprinter.video.encode;

import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;

/** How the wish for a kind of file fails. */
public enum EncodeErrorCode implements ErrorCode {
    OUTPUT_IMPOSSIBLE(
            ErrorKind.INVALID, "Codec, container and device do not go together; the detail says what is possible."),
    PLATFORM_LIMIT_EXCEEDED(
            ErrorKind.INVALID,
            "The platform of the optimisation preset does not take such a film; keep to the limit or choose web."),
    CONVERSION_IMPOSSIBLE(
            ErrorKind.INVALID, "A film can be converted to a smaller picture of its own shape and a part of its rate.");

    private final ErrorKind kind;
    private final String meaning;

    EncodeErrorCode(ErrorKind kind, String meaning) {
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
