package io.moneyprinter.contracts.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names an object in the store that all services share. Keys are made by us, never by a user:
 * {@code <namespace>/<sha-256 of everything the object depends on>.<extension>}, so equal keys are equal content.
 */
public record ObjectKey(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]+(/[A-Za-z0-9_-]+)*/[A-Za-z0-9_-]+(\\.[a-z0-9]+)+");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ObjectKey {
        if (value.length() > 300 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("object key: '%s' (expected: %s)".formatted(value, FORM.pattern()));
        }
    }

    /** The part after the last dot, such as {@code png}. */
    public String extension() {
        return value.substring(value.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
