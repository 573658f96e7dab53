package io.moneyprinter.tts.provider.silent;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import io.moneyprinter.tts.spi.SpokenWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * When each word of a caption is read, by somebody who looks at the picture, too: about 200 English words a minute.
 *
 * @param duration of the whole
 */
record Reading(List<SpokenWord> words, Duration duration) {

    /** A caption that is gone sooner is not read, however short. */
    private static final double SHORTEST = 1.2;

    /** Finding a word takes this long, and every letter some more. */
    private static final double WORD = 0.13;

    private static final double LETTER = 0.04;
    private static final double DIGIT = 0.1;

    /** Of scripts that write a word in one or two signs, and a syllable in one. */
    private static final double IDEOGRAPH = 0.16;

    private static final double SYLLABLE = 0.11;

    /** Of scripts without spaces, whose words have to be found first. */
    private static final double UNSPACED_LETTER = 0.06;

    private static final double SHORT_REST = 0.15;
    private static final double LONG_REST = 0.25;

    Reading {
        words = List.copyOf(words);
    }

    static Reading of(String text, double rate) {
        var breaks = BreakIterator.getWordInstance(Locale.ROOT);
        breaks.setText(text);
        var words = new ArrayList<SpokenWord>();
        var at = 0.0;
        var start = breaks.first();
        for (var end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            var piece = text.substring(start, end);
            if (breaks.getRuleStatus() == BreakIterator.WORD_NONE) {
                at += words.isEmpty() || end == text.length() ? 0 : rest(piece) / rate;
                continue;
            }
            var next = at + seconds(piece) / rate;
            words.add(new SpokenWord(piece, duration(at), duration(next).minus(duration(at))));
            at = next;
        }
        return new Reading(words, duration(Math.max(at, SHORTEST / rate)));
    }

    private static double seconds(String word) {
        var seconds = word.codePoints().mapToDouble(Reading::seconds).sum();
        return separated(word.codePointAt(0)) ? seconds : WORD + seconds;
    }

    private static double seconds(int codePoint) {
        if (Character.isDigit(codePoint)) {
            return DIGIT;
        }
        return switch (UScript.getScript(codePoint)) {
            case UScript.HAN -> IDEOGRAPH;
            case UScript.HIRAGANA, UScript.KATAKANA, UScript.HANGUL, UScript.BOPOMOFO -> SYLLABLE;
            case UScript.THAI, UScript.LAO, UScript.KHMER, UScript.MYANMAR -> UNSPACED_LETTER;
            default -> Character.isLetter(codePoint) ? LETTER : 0;
        };
    }

    /** Whether the script puts no spaces between words; what is a word there is for the dictionary to say. */
    private static boolean separated(int codePoint) {
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

    private static double rest(String mark) {
        var first = mark.codePointAt(0);
        if (",、，،".indexOf(first) >= 0) {
            return SHORT_REST;
        }
        return ";:.!?…–—。！？；：؛؟।".indexOf(first) >= 0 ? LONG_REST : 0;
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e6) * 1000);
    }
}
