package io.moneyprinter.service.fetch;

import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;

/** How fetching from an address that somebody named fails. */
public enum FetchErrorCode implements ErrorCode {
    DOWNLOAD_REFUSED(
            ErrorKind.INVALID, "The address may not be fetched: its scheme, port or host is not one that is allowed."),
    DOWNLOAD_NOT_FOUND(
            ErrorKind.INVALID,
            "There is nothing to fetch at the address: no such host, or the server does not hand it out (status 4xx)."),
    DOWNLOAD_TOO_LARGE(ErrorKind.TOO_LARGE, "The answer has more bytes than are accepted."),
    DOWNLOAD_FAILED(ErrorKind.UPSTREAM, "The address did not answer, or not in time.");

    private final ErrorKind kind;
    private final String meaning;

    FetchErrorCode(ErrorKind kind, String meaning) {
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
