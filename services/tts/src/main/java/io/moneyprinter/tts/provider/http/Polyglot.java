package io.moneyprinter.tts.provider.http;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.tts.voice.Scripts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A voice that speaks many languages is listed once for each, because a {@link Voice} has one locale: under its own
 * name for the first language, and as {@code name@locale} for the others. All read the scripts of all.
 */
public final class Polyglot {

    private final List<String> locales;
    private final List<String> scripts;

    /** @param locales BCP 47, the one that it speaks best first */
    public Polyglot(List<String> locales) {
        this.locales = List.copyOf(locales);
        var all = new LinkedHashSet<String>();
        locales.forEach(locale -> all.addAll(Scripts.of(locale)));
        this.scripts = List.copyOf(all);
    }

    /** @param offline whether it speaks without a network */
    public List<Voice> voices(
            String provider, String id, String name, @Nullable String gender, boolean offline, boolean needsKey) {
        var voices = new ArrayList<Voice>();
        for (var locale : locales) {
            voices.add(new Voice(
                    provider,
                    voices.isEmpty() ? id : "%s@%s".formatted(id, locale),
                    name,
                    locale,
                    gender,
                    scripts,
                    offline,
                    needsKey));
        }
        return voices;
    }

    /** What the provider calls the voice. */
    public static String id(Voice voice) {
        var suffix = "@" + voice.locale();
        return voice.id().endsWith(suffix)
                ? voice.id().substring(0, voice.id().length() - suffix.length())
                : voice.id();
    }

    /** Whether it was chosen for a language that is not its first. */
    public static boolean isAbroad(Voice voice) {
        return voice.id().endsWith("@" + voice.locale());
    }
}
