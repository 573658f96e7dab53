package io.moneyprinter.content.article;

import com.ibm.icu.lang.UCharacter;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.Lists;
import io.moneyprinter.language.StopWords;
import io.moneyprinter.language.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which sentences lean on the one before: "They" is nobody when nobody was named. */
final class Leaning {

    private static final Properties LISTS = Lists.read(Leaning.class, "leaning.properties");
    private static final Pattern BEFORE_WORDS = Pattern.compile("^[^\\p{L}\\p{N}]+");

    private static final Pattern COMMA = Pattern.compile("[,،]\\s");

    /** So many words may stand before a pointer that still points out of the sentence. */
    private static final int FIRST_WORDS = 6;

    private static final int FIRST_CHARACTERS = 8;

    private final Language language;
    private final List<String> starts;
    private final Set<String> near;
    private final List<String> inside;
    private final List<String> free;
    private final Set<String> stopWords;

    private Leaning(Language language) {
        this.language = language;
        starts = list("starts");
        near = new HashSet<>(list("near"));
        inside = list("inside");
        free = list("free");
        stopWords = StopWords.of(language);
    }

    static Leaning of(Language language) {
        return new Leaning(language);
    }

    private List<String> list(String kind) {
        return List.of(LISTS.getProperty(language.code() + "." + kind, "\u0000").split("\\|"));
    }

    /** @param isItem whether it is an item of a list, where "it" is what all items are about */
    boolean leans(String sentence, boolean isItem) {
        var text = BEFORE_WORDS
                .matcher(UCharacter.toLowerCase(language.locale(), sentence).replace('’', '\''))
                .replaceFirst("");
        if (language.withoutSpaces()) {
            var head = text.substring(0, Math.min(text.length(), FIRST_CHARACTERS));
            return free.stream().noneMatch(text::startsWith)
                    && (starts.stream().anyMatch(text::startsWith)
                            || inside.stream().anyMatch(head::contains));
        }
        if (begins(text, free)) {
            return false;
        }
        return begins(text, starts) || !isItem && points(text);
    }

    private List<String> firstWords(String text) {
        return Word.of(text, language).stream()
                .limit(FIRST_WORDS)
                .map(Word::text)
                .toList();
    }

    /** Whether nothing but function words comes before what points. */
    private boolean pointsAtOnce(List<String> words) {
        for (var word : words) {
            if (near.contains(word)) {
                return true;
            }
            if (!stopWords.contains(word)) {
                return false;
            }
        }
        return false;
    }

    private static boolean begins(String text, List<String> phrases) {
        return phrases.stream()
                .anyMatch(phrase -> text.startsWith(phrase)
                        && (text.length() == phrase.length()
                                || !Character.isLetterOrDigit(phrase.charAt(phrase.length() - 1))
                                || !continues(text, phrase.length())));
    }

    /** A mark on a letter belongs to the word, too. */
    private static boolean continues(String text, int at) {
        var next = text.codePointAt(at);
        return Character.isLetterOrDigit(next)
                || Character.getType(next) == Character.NON_SPACING_MARK
                || Character.getType(next) == Character.COMBINING_SPACING_MARK;
    }

    private boolean points(String text) {
        var first = firstWords(text);
        if (pointsAtOnce(first)) {
            return true;
        }
        // "For the time being, that line": the sentence begins after the comma.
        var comma = COMMA.matcher(text);
        if (comma.find()
                && firstWords(text.substring(0, comma.start())).size() < FIRST_WORDS
                && pointsAtOnce(firstWords(text.substring(comma.end())))) {
            return true;
        }
        var head = " " + String.join(" ", first) + " ";
        return inside.stream().anyMatch(phrase -> head.contains(" " + phrase + " "));
    }
}
