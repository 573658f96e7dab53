package io.moneyprinter.testing.edge;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A word and when it is spoken, at the pace of a calm narrator. */
public record EdgeWord(String text, Duration offset, Duration duration) {

    private static final Duration HEAD = Duration.ofMillis(100);
    /** The real service is silent for about this long at the end. */
    static final Duration TAIL = Duration.ofMillis(800);

    private static final Duration PAUSE = Duration.ofMillis(250);

    Duration end() {
        return offset.plus(duration);
    }

    /** @param rate 1 is normal */
    static List<EdgeWord> of(String text, String language, double rate) {
        var words = new ArrayList<EdgeWord>();
        var breaks = BreakIterator.getWordInstance(ULocale.forLanguageTag(language));
        breaks.setText(text);
        var at = HEAD;
        var start = breaks.first();
        for (var end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            var word = text.substring(start, end);
            if (word.codePoints().anyMatch(UCharacter::isLetterOrDigit)) {
                var duration = duration(word, rate);
                words.add(new EdgeWord(word, at, duration));
                at = at.plus(duration);
            } else if (!word.isBlank()) {
                at = at.plus(Duration.ofMillis(Math.round(PAUSE.toMillis() / rate)));
            }
        }
        return words;
    }

    private static Duration duration(String word, double rate) {
        var wide = word.codePoints()
                .filter(c -> UCharacter.hasBinaryProperty(c, UProperty.IDEOGRAPHIC))
                .count();
        return Duration.ofMillis(Math.round((80 + 62.0 * word.length() + 130 * wide) / rate));
    }
}
