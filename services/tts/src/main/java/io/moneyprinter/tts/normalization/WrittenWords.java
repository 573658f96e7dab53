package io.moneyprinter.tts.normalization;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.moneyprinter.tts.normalization.NormalizedText.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into the words that captions show one by one: at white space, at dashes between words, and by ICU's
 * dictionary where a script puts no spaces. Punctuation and symbols cling to a word.
 */
public final class WrittenWords {

    private final String text;
    private final List<Span> words = new ArrayList<>();

    private WrittenWords(String text) {
        this.text = text;
    }

    public static List<Span> of(String text, ULocale locale) {
        var words = new WrittenWords(text);
        words.cut(locale);
        return words.words;
    }

    private void cut(ULocale locale) {
        var breaks = BreakIterator.getWordInstance(locale);
        breaks.setText(text);
        var open = -1;
        var complete = false;
        var start = breaks.first();
        for (var end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            var first = text.codePointAt(start);
            if (UCharacter.isUWhiteSpace(first)) {
                close(open, start);
                // ICU joins a narrow space that does not break to the word after it, as in French quotes.
                open = afterSpace(start, end);
                complete = open >= 0 && isWord(open, end);
                continue;
            }
            if (open >= 0 && complete && (opens(first, open, start) || isSeparated(first))) {
                close(open, start);
                open = start;
                complete = isWord(start, end);
                continue;
            }
            if (open < 0) {
                open = start;
            }
            complete |= isWord(start, end);
        }
        close(open, text.length());
    }

    /** Where something else than white space begins; -1 when nothing does. */
    private int afterSpace(int start, int end) {
        for (var at = start; at < end; at++) {
            if (!UCharacter.isUWhiteSpace(text.charAt(at))) {
                return at;
            }
        }
        return -1;
    }

    /** Whether a new word begins although no space says so. */
    private boolean opens(int first, int open, int at) {
        var before = text.codePointBefore(at);
        if (UCharacter.isLetterOrDigit(first)) {
            return before == '—' || before == '…' || (isSeparated(before) && at > open);
        }
        var type = UCharacter.getType(first);
        return isSeparated(before)
                && (type == UCharacterCategory.START_PUNCTUATION || type == UCharacterCategory.INITIAL_PUNCTUATION);
    }

    private boolean isWord(int start, int end) {
        return text.substring(start, end).codePoints().anyMatch(UCharacter::isLetterOrDigit);
    }

    private void close(int open, int end) {
        if (open >= 0) {
            words.add(new Span(open, end));
        }
    }

    /** Whether the script of the letter is written without spaces between words. */
    static boolean isSeparated(int codePoint) {
        return switch (UScript.getScript(codePoint)) {
            case UScript.HAN,
                    UScript.HIRAGANA,
                    UScript.KATAKANA,
                    UScript.BOPOMOFO,
                    UScript.THAI,
                    UScript.LAO,
                    UScript.KHMER,
                    UScript.MYANMAR -> true;
            default -> false;
        };
    }
}
