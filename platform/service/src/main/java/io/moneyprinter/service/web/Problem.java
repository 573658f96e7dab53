package io.moneyprinter.service.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.service.identity.RequestId;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The body of a failure, RFC 9457.
 *
 * @param type the entry of the code in {@code docs/errors.md}
 * @param instance the path that was asked for
 * @param code stable, for programs
 * @param retryable whether the same request may succeed later
 * @param traceId finds the request in the log
 * @param errors the fields at fault
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        boolean retryable,
        @Nullable String traceId,
        List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://moneyprinter.io/errors#";
    private static final String HIDDEN = "Something went wrong on our side; the trace id finds it in the log.";

    public Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(CodedException failure, String instance) {
        var code = failure.code();
        return of(code, code.kind().status(), String.valueOf(failure.getMessage()), instance, failure.errors());
    }

    /** For protocols that have statuses of their own. */
    public static Problem of(ErrorCode code, int status, String detail, String instance, List<FieldError> errors) {
        return new Problem(
                URI.create(TYPES + code.name()),
                title(code),
                status,
                // What went wrong inside is for the log only.
                code.kind() == ErrorKind.INTERNAL ? HIDDEN : detail,
                instance,
                code.name(),
                code.kind().retryable(),
                RequestId.trace(),
                errors);
    }

    private static String title(ErrorCode code) {
        var words = code.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
