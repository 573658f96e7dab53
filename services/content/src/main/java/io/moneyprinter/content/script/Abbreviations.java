package io.moneyprinter.content.script;

import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.UResourceBundle;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.Lists;
import java.util.HashSet;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;

/**
 * Words that end in a full stop and no sentence. Our own lists know which always go on; those of CLDR do not, and so
 * the word after them tells. (ICU's filter over sentence breaks takes the same lists, but compares endings: to it,
 * "aunt." ends in an abbreviation.)
 */
final class Abbreviations {

    /** German writes it at the end of names. */
    private static final String STREET = "str.";

    private static final Properties LISTS = Lists.read(Abbreviations.class, "abbreviations.properties");

    private final Set<String> neverLast = new HashSet<>();
    private final Set<String> perhapsLast = new HashSet<>();
    private final Set<String> beforeNumbers = new HashSet<>();
    private final boolean ordinals;

    private Abbreviations(Language language) {
        var code = language.code();
        var latin =
                List.of(ULocale.addLikelySubtags(language.locale()).getScript()).contains("Latn");
        if (latin) {
            neverLast.addAll(list("all"));
            perhapsLast.addAll(list("all.perhaps"));
        }
        perhapsLast.addAll(ofCldr(language.locale()));
        perhapsLast.addAll(list(code + ".perhaps"));
        neverLast.addAll(list(code));
        neverLast.removeAll(list(code + ".perhaps"));
        beforeNumbers.addAll(list(code + ".number"));
        ordinals = list("ordinals").contains(code);
    }

    static Abbreviations of(Language language) {
        return new Abbreviations(language);
    }

    boolean goesOn(String word) {
        return neverLast.contains(word);
    }

    boolean goesOnBeforeNumbers(String word) {
        return beforeNumbers.contains(word) || word.endsWith(STREET);
    }

    /** Whether it goes on, unless a word follows that begins sentences. */
    boolean mayGoOn(String word) {
        return perhapsLast.contains(word) || (ordinals && word.matches("\\p{Nd}{1,3}\\."));
    }

    private static Set<String> ofCldr(ULocale locale) {
        var words = new HashSet<String>();
        try {
            var list = UResourceBundle.getBundleInstance("com/ibm/icu/impl/data/icudata/brkitr", locale.getLanguage())
                    .get("exceptions")
                    .get("SentenceBreak");
            for (var index = 0; index < list.getSize(); index++) {
                words.add(list.getString(index));
            }
        } catch (MissingResourceException none) {
            // CLDR has lists for a few languages only.
        }
        return words;
    }

    private static Set<String> list(String key) {
        return Set.copyOf(new HashSet<>(List.of(LISTS.getProperty(key, "").split(" "))));
    }
}
