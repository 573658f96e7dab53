package io.moneyprinter.materials.designed;

import io.moneyprinter.language.Language;
import io.moneyprinter.language.Lists;
import io.moneyprinter.language.StopWords;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Words of a language that say nothing on their own: no phrase begins or ends with one. */
final class SmallWords {

    private static final Properties OWN = Lists.read(SmallWords.class, "small-words.properties");
    private static final Map<String, SmallWords> CACHE = new ConcurrentHashMap<>();

    private final Set<String> words;

    private SmallWords(Language language) {
        var all = new HashSet<>(StopWords.of(language));
        all.addAll(List.of(OWN.getProperty(language.code(), "").split(" ")));
        words = Set.copyOf(all);
    }

    static SmallWords of(Language language) {
        return CACHE.computeIfAbsent(language.code(), code -> new SmallWords(language));
    }

    /** In upper or lower case. */
    boolean contains(String word) {
        return words.contains(word.toLowerCase(Locale.ROOT).replace('’', '\''));
    }
}
