package io.moneyprinter.tts.spi;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a cloned voice is called, here and at its provider: the provider's own list tells by it whether a voice was made
 * and nobody took note, and that it is nobody's but its owner's.
 */
public record CloneName(String value) {

    private static final Pattern FORM = Pattern.compile("clone-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public CloneName {
        if (!is(value)) {
            throw new IllegalArgumentException("name of a cloned voice: '%s' (expected: %s)".formatted(value, FORM));
        }
    }

    public static CloneName of(UUID id) {
        return new CloneName("clone-" + id);
    }

    public static boolean is(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
