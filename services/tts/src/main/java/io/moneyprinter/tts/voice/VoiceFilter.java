package io.moneyprinter.tts.voice;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.contracts.tts.Voice;
import java.util.HashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which voices are looked for. Whatever is null does not matter.
 *
 * @param language of all regions when it is one alone, such as {@code en}; with a region, such as {@code en-GB}, only
 *     that one
 * @param locale exactly as voices have it
 * @param style one that a voice has of its own or can be asked for
 */
record VoiceFilter(
        @Nullable String language,
        @Nullable String locale,
        @Nullable String gender,
        @Nullable String provider,
        @Nullable String style,
        @Nullable Boolean paid,
        @Nullable Boolean needsKey,
        @Nullable Boolean offline) {

    /**
     * For one thread.
     *
     * @param voices to be asked whether a voice has a style
     */
    Predicate<Voice> in(Voices voices) {
        var wanted = language == null ? null : ULocale.forLanguageTag(language);
        // Thousands of voices share a few hundred locales, and reading one takes a while.
        var speaking = new HashMap<String, Boolean>();
        return voice -> is(gender, voice.gender())
                && is(provider, voice.provider())
                && is(locale, voice.locale())
                && is(paid, voice.paid())
                && is(needsKey, voice.needsKey())
                && is(offline, voice.offline())
                && (wanted == null || speaking.computeIfAbsent(voice.locale(), locale -> speaks(locale, wanted)))
                && (style == null || voices.hasStyle(voice, style));
    }

    private static boolean is(@Nullable String wanted, @Nullable String found) {
        return wanted == null || wanted.equalsIgnoreCase(found);
    }

    private static boolean is(@Nullable Boolean wanted, boolean found) {
        return wanted == null || wanted == found;
    }

    private static boolean speaks(String tag, ULocale wanted) {
        var locale = ULocale.forLanguageTag(tag);
        return locale.getLanguage().equals(wanted.getLanguage())
                && (wanted.getCountry().isEmpty() || wanted.getCountry().equals(locale.getCountry()));
    }
}
