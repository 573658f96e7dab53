package io.moneyprinter.language;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How easily a text is followed.
 *
 * @param sentences how many there are
 * @param words as they are counted for speaking: a number counts for as many words as it is said in
 * @param wordsPerSentence on average
 * @param longestSentence in words
 * @param ease from 0 (hard) to 100 (easy), after Flesch in the form that was found for the language; null where there is
 *     none
 */
public record Readability(
        int sentences,
        int words,
        double wordsPerSentence,
        int longestSentence,
        @Nullable Double ease) {

    /** English by Flesch, the others by those who measured their language anew, in the order of the map. */
    private static final Map<String, Formula> FORMULAS = Map.of(
            "en", new Formula(206.835, 1.015, 84.6),
            // Amstad
            "de", new Formula(180, 1, 58.5),
            // Kandel and Moles
            "fr", new Formula(207, 1.015, 73.6),
            // Fernández Huerta
            "es", new Formula(206.84, 1.02, 60),
            // Franchina and Vacca
            "it", new Formula(217, 1.3, 60),
            // Douma
            "nl", new Formula(206.84, 0.93, 77),
            // Martins and others
            "pt", new Formula(248.835, 1.015, 84.6),
            // Oborneva
            "ru", new Formula(206.835, 1.3, 60.1));

    /** What is taken away for each word of a sentence and for each syllable of a word, on average. */
    private record Formula(double best, double perWord, double perSyllable) {}

    public static Readability of(List<String> sentences, Language language) {
        var words = 0.0;
        var longest = 0.0;
        var counted = 0;
        var syllables = 0;
        for (var sentence : sentences) {
            var length = Word.count(sentence, language);
            words += length;
            longest = Math.max(longest, length);
            for (var word : Word.of(sentence, language)) {
                if (Syllables.countedIn(language)
                        && Character.isLetter(word.text().codePointAt(0))) {
                    counted++;
                    syllables += Syllables.count(word.text(), language);
                }
            }
        }
        var perSentence = sentences.isEmpty() ? 0 : words / sentences.size();
        return new Readability(
                sentences.size(),
                (int) Math.round(words),
                rounded(perSentence),
                (int) Math.round(longest),
                counted == 0 ? null : ease(perSentence, (double) syllables / counted, language));
    }

    private static @Nullable Double ease(double wordsPerSentence, double syllablesPerWord, Language language) {
        var formula = FORMULAS.get(language.code());
        return formula == null
                ? null
                : rounded(Math.clamp(
                        formula.best()
                                - formula.perWord() * wordsPerSentence
                                - formula.perSyllable() * syllablesPerWord,
                        0,
                        100));
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
