package io.moneyprinter.video.caption;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the words of a text that nobody has timed, as they are timed elsewhere: punctuation clings to its word, and
 * scripts that write no spaces are cut by their dictionaries.
 */
final class WordBreaks {

    /** UTF-16 offsets, the end exclusive. */
    record Word(int start, int end) {

        String in(String text) {
            return text.substring(start, end);
        }
    }

    private WordBreaks() {}

    static List<Word> of(String text, String language) {
        var locale = ULocale.forLanguageTag(language);
        var lineBreaks = ends(BreakIterator.getLineInstance(locale), text);
        var wordEnds = ends(BreakIterator.getWordInstance(locale), text);
        var words = new ArrayList<Word>();
        var start = 0;
        for (var end = 1; end <= text.length(); end++) {
            if (end == text.length() || lineBreaks.contains(end) && wordEnds.contains(end) && parts(text, end)) {
                add(words, text, start, end);
                start = end;
            }
        }
        if (words.isEmpty() && !text.isBlank()) {
            // Nothing to say, such as an emoji, is still something to show.
            var from = text.length() - text.stripLeading().length();
            words.add(new Word(from, from + text.strip().length()));
        }
        return List.copyOf(words);
    }

    private static void add(List<Word> words, String text, int start, int end) {
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            return;
        }
        var spoken = text.substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit);
        if (spoken) {
            words.add(new Word(start, end));
        }
    }

    /** A hyphen allows a line to end, but does not make two words of one. */
    private static boolean parts(String text, int offset) {
        return Character.isWhitespace(text.charAt(offset - 1))
                || spaceless(text.codePointBefore(offset))
                || spaceless(text.codePointAt(offset));
    }

    /** Whether a letter belongs to a script that is broken without spaces. */
    static boolean spaceless(int character) {
        return UCharacter.hasBinaryProperty(character, UProperty.IDEOGRAPHIC)
                || switch (Character.UnicodeScript.of(character)) {
                    case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
                    default ->
                        UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH)
                                        == UCharacter.EastAsianWidth.WIDE
                                && !Character.isLetterOrDigit(character);
                };
    }

    private static Set<Integer> ends(BreakIterator breaks, String text) {
        var ends = new HashSet<Integer>();
        breaks.setText(text);
        breaks.first();
        for (var end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            ends.add(end);
        }
        return ends;
    }
}
