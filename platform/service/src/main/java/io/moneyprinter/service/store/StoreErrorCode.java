package io.moneyprinter.service.store;

import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;

/** How the place where objects lie fails us. */
public enum StoreErrorCode implements ErrorCode {
    STORE_UNAVAILABLE(
            ErrorKind.UPSTREAM, "The object store did not answer, not in time, or asks us to come back; try again."),
    STORE_REFUSED(
            ErrorKind.INTERNAL,
            "The object store refuses us: the bucket or the credentials of moneyprinter.store.s3 are not (any more)"
                    + " what it knows."),
    OBJECT_DAMAGED(
            ErrorKind.INTERNAL,
            "What the store gives is not what was stored: the checksum is another; `moneyprinter verify --deep` finds"
                    + " all such objects.");

    private final ErrorKind kind;
    private final String meaning;

    StoreErrorCode(ErrorKind kind, String meaning) {
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
