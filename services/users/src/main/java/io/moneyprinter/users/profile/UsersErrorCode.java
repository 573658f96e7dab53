package io.moneyprinter.users.profile;

import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;

/** How requests about users fail. */
enum UsersErrorCode implements ErrorCode {
    USER_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no such user, or they are not active."),
    EMAIL_TAKEN(ErrorKind.CONFLICT, "Another user has this e-mail address."),
    PREFERENCES_TOO_LARGE(ErrorKind.INVALID, "The preferences have more than 16 KiB; keep defaults only, not content.");

    private final ErrorKind kind;
    private final String meaning;

    UsersErrorCode(ErrorKind kind, String meaning) {
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
