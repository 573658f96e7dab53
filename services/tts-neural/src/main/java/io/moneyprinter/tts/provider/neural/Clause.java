package io.moneyprinter.tts.provider.neural;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.moneyprinter.tts.normalization.WrittenWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Words up to a mark.
 *
 * @param line the words as a line of text
 * @param mark as most models know it; empty where there is none
 * @param endsSentence whether a sentence ends with it
 */
record Clause(List<String> words, String line, String mark, boolean endsSentence) {

    /** Longer ones are cut, before espeak-ng does so. */
    private static final int MOST_WORDS = 40;

    private static final Map<Integer, String> MARKS = Map.ofEntries(
            Map.entry((int) ',', ","),
            Map.entry((int) '،', ","),
            Map.entry((int) '、', ","),
            Map.entry((int) '，', ","),
            Map.entry((int) ';', ";"),
            Map.entry((int) '؛', ";"),
            Map.entry((int) '；', ";"),
            Map.entry((int) ':', ":"),
            Map.entry((int) '：', ":"),
            Map.entry((int) '.', "."),
            Map.entry((int) '。', "."),
            Map.entry((int) '।', "."),
            Map.entry((int) '۔', "."),
            Map.entry((int) '!', "!"),
            Map.entry((int) '！', "!"),
            Map.entry((int) '?', "?"),
            Map.entry((int) '？', "?"),
            Map.entry((int) '؟', "?"),
            Map.entry((int) '…', "…"),
            Map.entry((int) '—', "—"),
            Map.entry((int) '–', "—"));

    Clause {
        words = List.copyOf(words);
    }

    /** What models read for a mark that they do not know. */
    static String instead(String mark) {
        return switch (mark) {
            case "…", "!", "?" -> ".";
            case "—", ";", ":" -> ",";
            default -> "";
        };
    }

    /** All words of a text, in order. */
    static List<Clause> of(String text, ULocale locale) {
        var sentences = BreakIterator.getSentenceInstance(locale);
        sentences.setText(text);
        var clauses = new ArrayList<Clause>();
        var words = new ArrayList<String>();
        var line = new StringBuilder();
        var spans = WrittenWords.of(text, locale);
        for (var i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            var next = i + 1 < spans.size() ? spans.get(i + 1).start() : text.length();
            var core = core(text.substring(span.start(), span.end()));
            if (!core.isEmpty()) {
                if (i > 0 && spans.get(i - 1).end() < span.start()) {
                    line.append(' ');
                }
                line.append(core);
                words.add(core);
            }
            var mark = mark(text.substring(span.start(), span.end()), sentences.isBoundary(next));
            if (!words.isEmpty() && (!mark.isEmpty() || words.size() == MOST_WORDS)) {
                clauses.add(new Clause(words, line.toString().strip(), mark, ".!?…".contains(mark) && !mark.isEmpty()));
                words.clear();
                line.setLength(0);
            }
        }
        if (!words.isEmpty()) {
            clauses.add(new Clause(words, line.toString().strip(), "", false));
        }
        return clauses;
    }

    /** From the first letter to the last, on one line; espeak-ng takes brackets for the beginning of phonemes. */
    private static String core(String word) {
        var end = end(word);
        var start = 0;
        while (start < end && !UCharacter.isLetterOrDigit(word.codePointAt(start))) {
            start += Character.charCount(word.codePointAt(start));
        }
        return word.substring(start, end).replaceAll("[\\p{Cntrl}\\p{Cf}\\[\\]\\s]+", "");
    }

    /** After the last letter and what belongs to it. */
    private static int end(String word) {
        var end = 0;
        for (var at = 0; at < word.length(); at += Character.charCount(word.codePointAt(at))) {
            var c = word.codePointAt(at);
            var combines = end == at && end > 0 && isCombining(c);
            if (UCharacter.isLetterOrDigit(c) || combines) {
                end = at + Character.charCount(c);
            }
        }
        return end;
    }

    private static boolean isCombining(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** A full stop within a sentence is a part of the word before it. */
    private static String mark(String word, boolean sentenceEnds) {
        var after = word.substring(end(word));
        if (after.startsWith("..")) {
            return "…";
        }
        return after.codePoints()
                .mapToObj(c -> MARKS.getOrDefault(c, ""))
                .filter(mark -> !mark.isEmpty() && (sentenceEnds || !mark.equals(".")))
                .findFirst()
                .orElse("");
    }
}
