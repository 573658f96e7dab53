package io.moneyprinter.drawing;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Where a text may be taken apart. Offsets are UTF-16 units. */
final class Graphemes {

    /** A stretch of text that is, or is not, made of emoji. */
    record Run(int start, int end, boolean emoji) {}

    private Graphemes() {}

    /** The text as runs of emoji and of everything else. */
    static List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        var characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(text);
        var start = characters.first();
        for (var end = characters.next(); end != BreakIterator.DONE; start = end, end = characters.next()) {
            var emoji = isEmoji(text, start, end);
            if (!runs.isEmpty() && runs.getLast().emoji() == emoji) {
                runs.add(new Run(runs.removeLast().start(), end, emoji));
            } else {
                runs.add(new Run(start, end, emoji));
            }
        }
        return runs;
    }

    /** Ends of the pieces between which a line may be broken. */
    static List<Integer> lineBreaks(String text, String language) {
        return ends(BreakIterator.getLineInstance(lineLocale(language)), text);
    }

    /** Ends of words and of what lies between them. */
    static List<Integer> wordEnds(String text, String language) {
        return ends(BreakIterator.getWordInstance(ULocale.forLanguageTag(language)), text);
    }

    /** Whether a line may be broken inside words, as Chinese rules allow. */
    static boolean hasHan(String text) {
        return text.codePoints()
                .anyMatch(character -> Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN);
    }

    /** Ends of what a reader takes for one character. */
    static List<Integer> characters(String text) {
        return ends(BreakIterator.getCharacterInstance(ULocale.ROOT), text);
    }

    private static ULocale lineLocale(String language) {
        var locale = ULocale.forLanguageTag(language);
        return switch (locale.getLanguage()) {
            case "ko" -> locale.setKeywordValue("lw", "keepall");
            case "ja" -> locale.setKeywordValue("lw", "phrase");
            default -> locale;
        };
    }

    private static List<Integer> ends(BreakIterator breaks, String text) {
        var ends = new ArrayList<Integer>();
        breaks.setText(text);
        breaks.first();
        for (var end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            ends.add(end);
        }
        return ends;
    }

    private static boolean isEmoji(String text, int start, int end) {
        var emoji = false;
        for (var i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
            var character = text.codePointAt(i);
            if (character == 0xfe0e) {
                return false;
            }
            emoji |= character == 0xfe0f || UCharacter.hasBinaryProperty(character, UProperty.EMOJI_PRESENTATION);
        }
        return emoji;
    }
}
