package io.moneyprinter.contracts.tts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can speak.
 *
 * @param id unique within its provider
 * @param locale BCP 47
 * @param gender {@code female}, {@code male} or null
 * @param scripts ISO 15924 codes of the scripts it can read, such as {@code Latn}
 * @param offline whether it speaks without a network
 * @param needsKey whether it speaks only with a key of the operator
 */
public record Voice(
        String provider,
        String id,
        String name,
        String locale,
        @Nullable String gender,
        List<String> scripts,
        boolean offline,
        boolean needsKey) {

    public Voice {
        scripts = List.copyOf(scripts);
    }
}
