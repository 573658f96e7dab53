package io.moneyprinter.service.web;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/** Says what is wrong with a JSON body, in the words of JSON and not in those of Java. */
final class UnreadableBody {

    private static final int MAX_SHOWN = 100;

    private final JsonMapper json;

    UnreadableBody(JsonMapper json) {
        this.json = json;
    }

    CodedException explain(HttpMessageNotReadableException failure) {
        @Nullable JacksonException malformed = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException large) {
                return new CodedException(CommonErrorCode.BODY_TOO_LARGE, String.valueOf(large.getMessage()), large);
            }
            if (malformed == null && cause instanceof JacksonException found) {
                malformed = found;
            }
        }
        return malformed == null
                ? new CodedException(CommonErrorCode.BODY_UNREADABLE, "The body is missing or cannot be read.", failure)
                : explain(malformed);
    }

    private CodedException explain(JacksonException malformed) {
        return switch (malformed) {
            case UnrecognizedPropertyException unknown -> atField(unknown, unknown(unknown));
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                atField(
                        format,
                        "%s is none of: %s".formatted(shown(format.getValue()), allowed(format.getTargetType())));
            case InvalidFormatException format ->
                atField(format, "%s is not %s".formatted(shown(format.getValue()), expected(format.getTargetType())));
            case ValueInstantiationException refused -> atField(refused, reason(refused));
            case MismatchedInputException mismatch ->
                atField(mismatch, "expected " + expected(mismatch.getTargetType()));
            case StreamConstraintsException bounds -> unreadable(bounds, bounds.getOriginalMessage());
            case DatabindException other when !other.getPath().isEmpty() -> atField(other, "cannot be read");
            default -> unreadable(malformed, malformed.getOriginalMessage());
        };
    }

    private static String unknown(UnrecognizedPropertyException unknown) {
        var known = unknown.getKnownPropertyIds();
        return known == null || known.isEmpty()
                ? "there is no such field"
                : "there is no such field (fields: %s)"
                        .formatted(known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")));
    }

    /** Our own value types say what they expect; others may tell too much about us. */
    private static String reason(ValueInstantiationException refused) {
        return refused.getCause() instanceof IllegalArgumentException own && own.getMessage() != null
                ? own.getMessage()
                : "the value is not allowed";
    }

    private String allowed(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> json.valueToTree(constant).asString())
                .collect(Collectors.joining(", "));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "another type";
        }
        if (type == String.class || type.isEnum()) {
            return "a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
            return "a list";
        }
        return switch (type.getName()) {
            case "java.time.Instant" -> "a time such as 2030-01-31T12:00:00Z";
            case "java.time.Duration" -> "a duration such as PT1.5S";
            default -> "an object";
        };
    }

    private static CodedException atField(DatabindException failure, String detail) {
        var pointer = new StringBuilder();
        for (var step : failure.getPath()) {
            pointer.append('/');
            if (step.getPropertyName() == null) {
                pointer.append(step.getIndex());
            } else {
                pointer.append(step.getPropertyName().replace("~", "~0").replace("/", "~1"));
            }
        }
        if (pointer.isEmpty()) {
            return new CodedException(CommonErrorCode.BODY_UNREADABLE, "The body: %s.".formatted(detail), failure);
        }
        var error = new FieldError(pointer.toString(), detail);
        return new CodedException(
                CommonErrorCode.FIELD_INVALID, "%s: %s".formatted(pointer, detail), List.of(error), null, failure);
    }

    private static CodedException unreadable(JacksonException malformed, String detail) {
        var location = malformed.getLocation();
        // After the first sentence Jackson explains its own settings.
        var what = detail.lines().findFirst().orElse("").replaceAll("\\s*\\(.*", "");
        var where = location == null || location.getLineNr() < 1
                ? ""
                : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
        return new CodedException(
                CommonErrorCode.BODY_UNREADABLE, "The body is not valid JSON%s: %s".formatted(where, what), malformed);
    }

    private static String shown(Object value) {
        var text = String.valueOf(value);
        return "'%s'".formatted(text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…");
    }
}
