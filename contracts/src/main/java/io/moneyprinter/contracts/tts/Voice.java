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
 * @param styles how its provider says that it sounds, or can be asked to sound, such as {@code cheerful}; empty when it
 *     does not say
 * @param paid whether it costs money
 */
public record Voice(
        String provider,
        String id,
        String name,
        String locale,
        @Nullable String gender,
        List<String> scripts,
        boolean offline,
        boolean needsKey,
        List<String> styles,
        boolean paid) {

    public Voice {
        scripts = List.copyOf(scripts);
        styles = List.copyOf(styles);
    }

    /** One whose provider says nothing about styles, and which costs nothing. */
    public Voice(
            String provider,
            String id,
            String name,
            String locale,
            @Nullable String gender,
            List<String> scripts,
            boolean offline,
            boolean needsKey) {
        this(provider, id, name, locale, gender, scripts, offline, needsKey, List.of(), false);
    }

    public Voice withStyles(List<String> styles) {
        return new Voice(provider, id, name, locale, gender, scripts, offline, needsKey, styles, paid);
    }

    public Voice withPaid(boolean paid) {
        return new Voice(provider, id, name, locale, gender, scripts, offline, needsKey, styles, paid);
    }

    /** Whether its provider says that it sounds like that. */
    public boolean hasStyle(String style) {
        return styles.stream().anyMatch(style::equalsIgnoreCase);
    }
}
