package io.moneyprinter.materials.words;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.StopWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Cuts texts into words that are equal where people take them for equal: whatever their case, their accents, and, in
 * Latin letters, a plural in s. Chinese, Japanese, Thai and the like are cut by dictionary.
 */
public final class SearchWords {

    private static final int LONGEST = 64;

    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 TAKEN_APART = Normalizer2.getNFDInstance();
    private static final Normalizer2 PUT_TOGETHER = Normalizer2.getNFCInstance();
    private static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII");
    private static final Transliterator LATIN =
            Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower; [^a-z0-9] Remove");
    /** Names of files and addresses have these in place of spaces. */
    private static final Pattern JOINED = Pattern.compile("_|(?<=\\p{L})\\.|\\.(?=\\p{L})");

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+");

    /** What English adds "es" to. After a single s or z one cannot tell: houses, buses. */
    private static final List<String> HISSING = List.of("che", "she", "xe", "sse", "zze");

    /** Longer words that end in "ie" where one is meant. */
    private static final Set<String> IE = Set.of(
            "birdie",
            "boogie",
            "bookie",
            "brownie",
            "budgie",
            "calorie",
            "collie",
            "cookie",
            "doggie",
            "eerie",
            "foodie",
            "genie",
            "goalie",
            "hippie",
            "hoodie",
            "indie",
            "kiddie",
            "lingerie",
            "menagerie",
            "movie",
            "newbie",
            "prairie",
            "pixie",
            "rookie",
            "selfie",
            "smoothie",
            "sortie",
            "talkie",
            "techie",
            "veggie",
            "walkie",
            "zombie");

    private SearchWords() {}

    /** In their order; a word that stands twice is there twice. */
    public static List<String> of(String text) {
        return of(text, word -> true);
    }

    /** Without those that say nothing in this language; all of them, where none would be left. */
    static List<String> telling(String text, Language language) {
        var common = StopWords.of(language);
        var telling = of(text, word -> !common.contains(UCharacter.toLowerCase(language.locale(), word)));
        return telling.isEmpty() ? of(text) : telling;
    }

    private static List<String> of(String text, Predicate<String> wanted) {
        var spaced = JOINED.matcher(text).replaceAll(" ");
        var breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(spaced);
        var words = new ArrayList<String>();
        var start = breaks.first();
        for (var end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            if (breaks.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT) {
                var found = spaced.substring(start, end);
                var word = wanted.test(found) ? word(FOLDED.normalize(found)) : "";
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    /** A word of {@link #of} in Latin letters without accents; empty where nothing of it can be written so. */
    public static String latin(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        var latin = LATIN.transliterate(word);
        return latin.substring(0, Math.min(LONGEST, latin.length()));
    }

    private static String word(String found) {
        var word = PLAIN.matcher(found).matches() ? found : plain(found);
        if (word.length() > LONGEST) {
            word = word.substring(0, word.offsetByCodePoints(0, word.codePointCount(0, LONGEST)));
        }
        return singular(word);
    }

    /** Without accents where those do not make another letter, and without anything else than letters and digits. */
    private static String plain(String found) {
        var apart = TAKEN_APART.normalize(found);
        var kept = new StringBuilder();
        var script = UScript.COMMON;
        for (var index = 0; index < apart.length(); index += Character.charCount(apart.codePointAt(index))) {
            var character = apart.codePointAt(index);
            var type = UCharacter.getType(character);
            var mark = type == Character.NON_SPACING_MARK;
            if (!mark) {
                script = UScript.getScript(character);
            }
            if (mark
                    ? !accented(script)
                    : Character.isLetterOrDigit(character) || type == Character.COMBINING_SPACING_MARK) {
                kept.appendCodePoint(character);
            }
        }
        var together = PUT_TOGETHER.normalize(kept.toString());
        return script == UScript.LATIN ? ASCII.transliterate(together) : together;
    }

    private static boolean accented(int script) {
        return switch (script) {
            case UScript.LATIN, UScript.GREEK, UScript.CYRILLIC, UScript.ARABIC, UScript.HEBREW -> true;
            default -> false;
        };
    }

    private static String singular(String word) {
        var length = word.length();
        if (length < 4
                || !word.endsWith("s")
                || word.endsWith("ss")
                || !PLAIN.matcher(word).matches()) {
            return word;
        }
        var one = word.substring(0, length - 1);
        if (one.endsWith("ie") && length > 5 && !IE.contains(one)) {
            return word.substring(0, length - 3) + "y";
        }
        return HISSING.stream().anyMatch(one::endsWith) ? word.substring(0, length - 2) : one;
    }
}
