package io.moneyprinter.materials.words;

import io.moneyprinter.language.Language;
import io.moneyprinter.language.Stems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which words of {@link SearchWords} are forms of the same one, as {@code pilze} and {@code pilzen} are in German. Only a
 * language tells, and nobody says which one a title is in: it is taken for the one that is looked for in. For one search:
 * it keeps what it was asked for, for one thread.
 */
public final class Forms {

    /** Shorter ones have too much in common with others. */
    private static final int SHORTEST = 3;

    /** Of its stems: Korean is compared by pairs of syllables, the last of which is a particle. */
    private static final double MOST = 0.6;

    private final Language language;
    private final Map<String, List<String>> stems = new HashMap<>();

    public Forms(Language language) {
        this.language = language;
    }

    Language language() {
        return language;
    }

    /** Whether a word is another form of the one that is looked for, or the same. */
    public boolean same(String wanted, String word) {
        if (wanted.equals(word)) {
            return true;
        }
        var sought = stems(wanted);
        var found = stems(word);
        return sought.stream().filter(found::contains).count() >= Math.max(1, MOST * sought.size());
    }

    /** What all forms of a word begin with; empty where that would be too short to tell them from other words. */
    public String beginning(String word) {
        var common =
                stems(word).stream().findFirst().map(stem -> common(stem, word)).orElse("");
        return common.length() < SHORTEST ? "" : common;
    }

    private List<String> stems(String word) {
        return stems.computeIfAbsent(word, each -> Stems.of(each, language));
    }

    private static String common(String one, String other) {
        var length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }
}
