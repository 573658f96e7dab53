package io.moneyprinter.contracts.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Who something belongs to. Until accounts exist everything belongs to {@link #LOCAL}. */
public record UserId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** The one user of an installation without accounts. */
    public static final UserId LOCAL = new UserId("local");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UserId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("user id: '%s' (expected: %s)".formatted(value, FORM.pattern()));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
