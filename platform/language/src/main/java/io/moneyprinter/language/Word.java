package io.moneyprinter.language;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A word where it stands.
 *
 * @param start offset of its first UTF-16 unit
 * @param end offset after its last unit
 */
public record Word(String text, int start, int end) {

    /** Words of one second of narration. */
    public static final double PER_SECOND = 2.5;

    /** Written syllables of one second, for scripts that write one character per syllable. */
    private static final double SYLLABLES_PER_SECOND = 4.2;

    /** Of an ordinary word with the space after it. */
    private static final double CHARACTERS = 6;

    /** The words of a text, numbers included, by dictionary where there are no spaces. */
    public static List<Word> of(String text, Language language) {
        var breaks = BreakIterator.getWordInstance(language.locale());
        breaks.setText(text);
        var words = new ArrayList<Word>();
        var start = breaks.first();
        for (var end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            if (breaks.getRuleStatus() != BreakIterator.WORD_NONE) {
                words.add(new Word(text.substring(start, end), start, end));
            }
        }
        return words;
    }

    /** How many ordinary words take as long to say as this text: the unit that budgets are counted in. */
    public static double count(String text, Language language) {
        return of(text, language).stream().mapToDouble(Word::weight).sum();
    }

    /** How long a text takes to say. */
    public static double seconds(String text, Language language) {
        return count(text, language) / PER_SECOND;
    }

    /** About how many characters a second of narration has, spaces and punctuation included. */
    public static double charactersPerSecond(Language language) {
        return syllabic(language) ? SYLLABLES_PER_SECOND : PER_SECOND * CHARACTERS;
    }

    /** Whether its script writes one character per syllable, so that lengths are told in characters and not in words. */
    public static boolean syllabic(Language language) {
        var scripts = UScript.getCode(language.locale());
        return scripts != null && Arrays.stream(scripts).anyMatch(Word::syllabic);
    }

    private double weight() {
        var characters = text.codePointCount(0, text.length());
        var first = text.codePointAt(0);
        if (syllabic(UScript.getScript(first))) {
            return characters / SYLLABLES_PER_SECOND * PER_SECOND;
        }
        // "1973" is said as three words or so, "12" as one.
        return Character.isDigit(first) ? Math.max(1, characters / 1.5) : 1;
    }

    private static boolean syllabic(int script) {
        return script == UScript.HAN
                || script == UScript.HIRAGANA
                || script == UScript.KATAKANA
                || script == UScript.HANGUL;
    }
}
