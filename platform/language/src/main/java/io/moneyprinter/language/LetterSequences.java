package io.moneyprinter.language;

import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How probable languages are by the sequences of letters in a text. */
final class LetterSequences {

    /** Those in Latin and Cyrillic script, without the closest relatives of larger ones. */
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "hu", "ro", "tr", "cs", "sk", "pl", "id",
            "vi", "ca", "hr", "sl", "et", "lt", "lv", "ru", "uk", "bg", "sr");

    /** Texts of fewer characters are short: single sequences count for more in them. */
    private static final int SHORT = 200;

    private LetterSequences() {}

    /** Read when it is first needed, which takes about a second. */
    private static final class Profiles {

        private static final com.optimaize.langdetect.LanguageDetector DETECTOR = read();

        private static com.optimaize.langdetect.LanguageDetector read() {
            try {
                return LanguageDetectorBuilder.create(NgramExtractors.standard())
                        .withProfiles(new LanguageProfileReader().read(LANGUAGES))
                        .shortTextAlgorithm(SHORT)
                        .probabilityThreshold(0.001)
                        .seed(1)
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the profiles of languages", e);
            }
        }
    }

    /** Those of some probability, by BCP 47. */
    static Map<String, Double> of(String text) {
        var probabilities = new HashMap<String, Double>();
        for (var detected : Profiles.DETECTOR.getProbabilities(text)) {
            var language = detected.getLocale().getLanguage();
            probabilities.put(language.equals("no") ? "nb" : language, detected.getProbability());
        }
        return probabilities;
    }
}
