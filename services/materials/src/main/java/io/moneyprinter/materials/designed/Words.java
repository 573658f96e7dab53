package io.moneyprinter.materials.designed;

import io.moneyprinter.language.Language;
import io.moneyprinter.language.Numeral;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words of a text, with their places. */
record Words(String text, List<Word> words) {

    private static final Set<String> ARTICLES = Set.of(
            "the", "a", "an", "der", "die", "das", "den", "dem", "ein", "eine", "einen", "le", "la", "les", "un", "une",
            "des", "du", "de", "el", "los", "las", "una", "unos", "unas", "il", "lo", "gli", "i", "o", "os", "as", "um",
            "uma");

    /**
     * @param small whether it says nothing on its own
     * @param joined whether it is made of words with a hyphen or an apostrophe between them
     */
    record Word(String text, int start, int end, boolean small, boolean joined) {

        boolean capital() {
            return Character.isUpperCase(text.codePointAt(0));
        }

        boolean digits() {
            return Character.isDigit(text.codePointAt(0));
        }

        boolean article() {
            return ARTICLES.contains(text.toLowerCase(java.util.Locale.ROOT));
        }
    }

    static Words of(String text, String language) {
        var found = new ArrayList<Word>();
        var spoken = new Language(language);
        var small = SmallWords.of(spoken);
        var numerals = Numeral.in(text, spoken);
        for (var next : io.moneyprinter.language.Word.of(text, spoken)) {
            var last = found.isEmpty() ? null : found.getLast();
            // ICU parts "well-known", and "40 000".
            var joined = last != null
                    && next.start() == last.end() + 1
                    && ("-'’".indexOf(text.charAt(last.end())) >= 0
                            || numerals.stream()
                                    .anyMatch(numeral -> numeral.start() <= last.start()
                                            && next.end()
                                                    <= numeral.start()
                                                            + numeral.digits().length()));
            var start = joined ? found.removeLast().start() : next.start();
            var whole = text.substring(start, next.end());
            found.add(new Word(whole, start, next.end(), small.contains(whole), joined));
        }
        return new Words(text, List.copyOf(found));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    int size() {
        return words.size();
    }

    /** Without articles at its beginning. */
    Words withoutArticle() {
        var first = 0;
        while (first < words.size() - 1 && words.get(first).article()) {
            first++;
        }
        return new Words(text, words.subList(first, words.size()));
    }

    /** Without words at either end that say nothing on their own. */
    Words telling() {
        var first = 0;
        var last = words.size();
        while (first < last && words.get(first).small()) {
            first++;
        }
        while (last > first && words.get(last - 1).small()) {
            last--;
        }
        return new Words(text, words.subList(first, last));
    }

    Words first(int count) {
        return new Words(text, words.subList(0, Math.min(count, words.size())));
    }

    Words last(int count) {
        return new Words(text, words.subList(Math.max(0, words.size() - count), words.size()));
    }

    /** The words between two places of the text. */
    Words between(int start, int end) {
        return new Words(
                text,
                words.stream()
                        .filter(word -> word.start() >= start && word.end() <= end)
                        .toList());
    }

    /** As it is written, from its first word to its last. */
    String written() {
        return words.isEmpty()
                ? ""
                : text.substring(words.getFirst().start(), words.getLast().end());
    }
}
