package io.moneyprinter.problem;

/** What sort of failure a code is; decides the HTTP status, whether a retry can help and how loudly it is logged. */
public enum ErrorKind {
    /** The request cannot be read at all. */
    UNREADABLE(400, false),
    /** The request is readable and wrong. */
    INVALID(422, false),
    UNAUTHENTICATED(401, false),
    FORBIDDEN(403, false),
    NOT_FOUND(404, false),
    CONFLICT(409, false),
    /** It was there, and is not any more. */
    GONE(410, false),
    TOO_LARGE(413, false),
    UNSUPPORTED(415, false),
    /** A byte range that the object does not have. */
    RANGE_NOT_SATISFIABLE(416, false),
    /** Somebody asked too often; comes with {@code Retry-After} where the wait is known. */
    THROTTLED(429, true),
    /** A provider or another service failed. */
    UPSTREAM(502, true),
    /** Something we own ran out: disk, time, workers. */
    EXHAUSTED(503, true),
    /** A fault of ours; the detail stays in the log. */
    INTERNAL(500, false);

    private final int status;
    private final boolean retryable;

    ErrorKind(int status, boolean retryable) {
        this.status = status;
        this.retryable = retryable;
    }

    /** The HTTP status of a failure of this kind. */
    public int status() {
        return status;
    }

    /** Whether the same request may succeed later. */
    public boolean retryable() {
        return retryable;
    }
}
