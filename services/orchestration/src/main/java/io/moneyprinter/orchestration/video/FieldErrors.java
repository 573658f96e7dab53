package io.moneyprinter.orchestration.video;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Gathers all that is wrong with a request, to be said in one answer. */
final class FieldErrors {

    private final List<FieldError> errors = new ArrayList<>();

    void add(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }

    void add(ConstraintViolation<?> violation) {
        add(pointer(violation.getPropertyPath()), violation.getMessage());
    }

    /** Whether something is wrong with this field or below it. */
    boolean at(String pointer) {
        return errors.stream()
                .anyMatch(error ->
                        error.pointer().equals(pointer) || error.pointer().startsWith(pointer + "/"));
    }

    List<FieldError> all() {
        return List.copyOf(errors);
    }

    void throwIfAny() {
        if (errors.isEmpty()) {
            return;
        }
        var sorted = errors.stream()
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::detail))
                .toList();
        var first = sorted.getFirst();
        var detail = sorted.size() == 1
                ? "%s: %s".formatted(first.pointer(), first.detail())
                : "%d fields are wrong, the first is %s: %s".formatted(sorted.size(), first.pointer(), first.detail());
        throw new CodedException(CommonErrorCode.FIELD_INVALID, detail, sorted, null, null);
    }

    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        for (var node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(snakeCase(node.getName()));
            }
        }
        return pointer.toString();
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
