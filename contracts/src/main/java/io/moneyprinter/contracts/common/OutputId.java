package io.moneyprinter.contracts.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A further file of a video, opaque to everybody but its owner. */
public record OutputId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OutputId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("output id: '%s' (expected: %s)".formatted(value, FORM.pattern()));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
