package io.moneyprinter.problem;

import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one exception that crosses a package border. The message is for the person who asked. */
public final class CodedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final transient List<FieldError> errors;
    private final transient @Nullable Duration retryAfter;

    public CodedException(ErrorCode code, String message) {
        this(code, message, List.of(), null, null);
    }

    public CodedException(ErrorCode code, String message, @Nullable Throwable cause) {
        this(code, message, List.of(), null, cause);
    }

    public CodedException(
            ErrorCode code,
            String message,
            List<FieldError> errors,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /** A failure that one field of the request caused; {@code pointer} is a JSON pointer such as {@code /topic}. */
    public static CodedException ofField(ErrorCode code, String pointer, String detail) {
        return new CodedException(code, detail, List.of(new FieldError(pointer, detail)), null, null);
    }

    /** A failure that several fields of the request caused, told one after another. */
    public static CodedException ofFields(ErrorCode code, List<FieldError> errors) {
        var detail = errors.stream().map(FieldError::detail).collect(Collectors.joining("; "));
        return new CodedException(code, detail, errors, null, null);
    }

    public ErrorCode code() {
        return code;
    }

    /** The fields at fault, empty when the failure is not about a field. */
    public List<FieldError> errors() {
        return errors;
    }

    /** How long to wait before asking again, when the one who refused said so. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
