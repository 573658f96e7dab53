package io.moneyprinter.language;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Counts syllables by the letters of vowels, which is right for a text as a whole and often wrong for a word. */
final class Syllables {

    /** What is written but not said, at the end of a word. */
    private static final Map<String, Pattern> SILENT = Map.of(
            "en", Pattern.compile("(?<![aeiouy]l|[^aeiouy]l|^.|^..)(?:e|es|ed)$(?<!ted|ded|ses|ces|ges|zes|xes|hes)"),
            "fr", Pattern.compile("(?<=.{2})(?:e|es|ent)$"));

    /** One syllable each. Vowels that are said apart stand apart. */
    private static final Map<String, Pattern> NUCLEI = Map.of(
            "en", Pattern.compile("[aeiouy]+"),
            "de", Pattern.compile("[aeiouäöüy]{1,2}"),
            "fr", Pattern.compile("[aeiouyàâéèêëîïôùûüÿœæ]+"),
            "es", Pattern.compile("[iuü]?[aeoáéó][iuy]?(?![áéíóú])|[íú]|[iuü]+|y$"),
            "it", Pattern.compile("[iu]?[aeoàèéò][iu]?|[ìù]|[iu]+"),
            "nl", Pattern.compile("ij|[aeiouyëïöü]+?(?=[ëïöü])|[aeiouyëïöü]+"),
            "pt", Pattern.compile("[iu]?[aeoáâãàéêóôõ][iu]?|[íú]|[iu]+"),
            "ru", Pattern.compile("[аеёиоуыэюя]"));

    private Syllables() {}

    static boolean countedIn(Language language) {
        return NUCLEI.containsKey(language.code());
    }

    /** At least one. */
    static int count(String word, Language language) {
        var code = language.code();
        var lower = word.toLowerCase(Locale.ROOT);
        var silent = SILENT.get(code);
        var spoken = silent == null ? lower : silent.matcher(lower).replaceFirst("");
        var nuclei = NUCLEI.get(code);
        if (nuclei == null) {
            throw new IllegalArgumentException("language: %s (expected: one of %s)".formatted(code, NUCLEI.keySet()));
        }
        return Math.max(1, (int) nuclei.matcher(spoken).results().count());
    }
}
