package io.moneyprinter.service.web;

import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;

/** The code of a failure of which only the HTTP status is known. */
final class ProblemCodes {

    private ProblemCodes() {}

    static ErrorCode ofStatus(int status) {
        return switch (status) {
            case 401 -> CommonErrorCode.NOT_AUTHENTICATED;
            case 404 -> CommonErrorCode.RESOURCE_NOT_FOUND;
            case 405 -> CommonErrorCode.METHOD_NOT_ALLOWED;
            case 406, 415 -> CommonErrorCode.MEDIA_TYPE_UNSUPPORTED;
            case 413 -> CommonErrorCode.BODY_TOO_LARGE;
            case 416 -> CommonErrorCode.RANGE_INVALID;
            case 422 -> CommonErrorCode.FIELD_INVALID;
            default -> status >= 400 && status < 500 ? CommonErrorCode.BODY_UNREADABLE : CommonErrorCode.INTERNAL_ERROR;
        };
    }

    /** The kind whose status this is, or the nearest. */
    static ErrorKind kind(int status) {
        for (var kind : ErrorKind.values()) {
            if (kind.status() == status) {
                return kind;
            }
        }
        return status >= 400 && status < 500 ? ErrorKind.UNREADABLE : ErrorKind.UPSTREAM;
    }
}
