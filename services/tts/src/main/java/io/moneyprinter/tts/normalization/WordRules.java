package io.moneyprinter.tts.normalization;

import com.ibm.icu.lang.UCharacter;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Abbreviations and acronyms of languages other than English. */
final class WordRules {

    private static final String VOWELS = "AEIOUYÆØŒАЕЁИОУЫЭЮЯІЇЄΑΕΗΙΟΥΩ";

    private final Rules rules;

    WordRules(Rules rules) {
        this.rules = rules;
    }

    void add() {
        rules.vocabulary.entries("abbreviations").entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getKey().length()))
                .forEach(this::abbreviation);
        var spelled = rules.vocabulary.words("spelled");
        rules.add(Rules.NO_WORD_BEFORE + "(\\p{Lu}{2,6})" + Rules.NO_WORD_AFTER, (match, speaking) -> {
            if (!isSpelled(match.group(1), spelled)) {
                return false;
            }
            speaking.say(String.join(" ", match.group(1).split("")), match.start(), match.end());
            return true;
        });
    }

    private void abbreviation(Map.Entry<String, String> entry) {
        var written = entry.getKey();
        var letters = written.codePoints().filter(UCharacter::isLetter).count();
        // A letter alone is more often something else.
        var what = letters == 1 ? "(?=\\h\\p{Lu}|\\h?\\d)" : Rules.NO_WORD_AFTER;
        var pattern = Rules.NO_WORD_BEFORE + Pattern.quote(written).replace(" ", "\\E\\h?\\Q") + what;
        if (written.endsWith(".")) {
            // Its full stop is that of the sentence, too.
            rules.add(pattern + "(?=[\\p{Pe}\\p{Pf}\"]*$)", (match, speaking) -> {
                speaking.say(entry.getValue(), match.start(), match.end());
                speaking.mark('.');
                return true;
            });
        }
        rules.add(pattern, (match, speaking) -> {
            speaking.say(entry.getValue(), match.start(), match.end());
            return true;
        });
    }

    /** What cannot be read as a word, and what is not. */
    private static boolean isSpelled(String capitals, Set<String> spelled) {
        var bare = Normalizer.normalize(capitals, Normalizer.Form.NFD);
        return spelled.contains(capitals) || bare.codePoints().noneMatch(letter -> VOWELS.indexOf(letter) >= 0);
    }
}
