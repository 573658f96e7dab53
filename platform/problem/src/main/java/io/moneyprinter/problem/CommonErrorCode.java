package io.moneyprinter.problem;

/** Failures that any service may have. */
public enum CommonErrorCode implements ErrorCode {
    BODY_UNREADABLE(ErrorKind.UNREADABLE, "The body is not JSON of the documented shape; the detail says where."),
    FIELD_INVALID(ErrorKind.INVALID, "A field has a value that is not allowed; the errors list names each field."),
    IDEMPOTENCY_KEY_INVALID(ErrorKind.UNREADABLE, "The Idempotency-Key is empty or longer than 255 characters."),
    IDEMPOTENCY_KEY_REUSED(ErrorKind.INVALID, "The Idempotency-Key was used with another body; use a new key."),
    NOT_AUTHENTICATED(ErrorKind.UNAUTHENTICATED, "The call carries no valid credential."),
    HOST_NOT_ALLOWED(
            ErrorKind.FORBIDDEN, "The Host header names no address of this server; allow it by configuration."),
    ORIGIN_NOT_ALLOWED(ErrorKind.FORBIDDEN, "A page of another site may not change anything here."),
    RESOURCE_NOT_FOUND(ErrorKind.NOT_FOUND, "There is nothing at this address."),
    METHOD_NOT_ALLOWED(ErrorKind.UNREADABLE, "The address exists, but not with this method."),
    BODY_TOO_LARGE(ErrorKind.TOO_LARGE, "The body is larger than the documented limit."),
    MEDIA_TYPE_UNSUPPORTED(ErrorKind.UNSUPPORTED, "The Content-Type is not one that this address takes."),
    RANGE_INVALID(ErrorKind.RANGE_NOT_SATISFIABLE, "The Range header asks for bytes that the object does not have."),
    OBJECT_NOT_FOUND(ErrorKind.NOT_FOUND, "The stored object does not exist (any more)."),
    SERVICE_UNREACHABLE(ErrorKind.UPSTREAM, "Another of our services did not answer; the call is tried again."),
    CANCELLED(ErrorKind.CONFLICT, "The work was cancelled before it was done."),
    INTERNAL_ERROR(ErrorKind.INTERNAL, "A fault of ours; the trace id finds it in the log.");

    private final ErrorKind kind;
    private final String meaning;

    CommonErrorCode(ErrorKind kind, String meaning) {
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
