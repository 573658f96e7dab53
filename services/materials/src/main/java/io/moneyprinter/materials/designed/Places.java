package io.moneyprinter.materials.designed;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.moneyprinter.language.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the country or the city that a sentence names, by the names that ICU has for them in its language. */
final class Places {

    private static final Map<String, Set<String>> NAMES = new ConcurrentHashMap<>();

    private static final int MOST_WORDS = 3;

    private Places() {}

    /** The place as it is written; null when none is named, or when its name may be a person's. */
    static @Nullable String in(String text, String language) {
        var names = NAMES.computeIfAbsent(language, Places::names);
        var words = Words.of(text, language).words();
        for (var length = MOST_WORDS; length >= 1; length--) {
            for (var first = 0; first + length <= words.size(); first++) {
                var last = first + length - 1;
                var name =
                        text.substring(words.get(first).start(), words.get(last).end());
                if (names.contains(name) && !(first > 0 && name(words, first - 1)) && !name(words, last + 1)) {
                    return name;
                }
            }
        }
        return null;
    }

    static boolean named(String name, String language) {
        return NAMES.computeIfAbsent(language, Places::names).contains(name);
    }

    /** Whether the word beside a place makes another name of it: Paris Hilton, New Jersey. */
    private static boolean name(List<Words.Word> words, int index) {
        return index > 0
                && index < words.size()
                && words.get(index).capital()
                && !words.get(index).small();
    }

    private static Set<String> names(String language) {
        var locale = ULocale.forLanguageTag(language);
        var found = new HashSet<String>();
        for (var country : Locale.getISOCountries()) {
            found.add(new ULocale("", country).getDisplayCountry(locale));
        }
        var small = SmallWords.of(new Language(language));
        var zones = TimeZoneNames.getInstance(locale);
        TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream()
                .map(zones::getExemplarLocationName)
                .filter(name -> name != null)
                .forEach(found::add);
        found.removeIf(name -> name.isBlank()
                || name.codePointAt(0) < 0x2e80 && name.length() < 4
                || Character.isLowerCase(name.codePointAt(0))
                || small.contains(name));
        return Set.copyOf(found);
    }
}
