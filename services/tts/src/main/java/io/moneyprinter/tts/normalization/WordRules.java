package io.moneyprinter.tts.normalization;

import com.ibm.icu.lang.UCharacter;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Abbreviations and acronyms of languages other than English. */
final class WordRules {

    private static final String VOWELS = "AEIOUYÆØŒАЕЁИОУЫЭЮЯІЇЄΑΕΗΙΟΥΩ";

    private final Rules rules;

    WordRules(Rules rules) {
        this.rules = rules;
    }

    void add() {
        var abbreviations = rules.vocabulary.entries("abbreviations");
        if (!abbreviations.isEmpty()) {
            add(abbreviations);
        }
        var spelled = rules.vocabulary.words("spelled");
        rules.add(Rules.NO_WORD_BEFORE + "(\\p{Lu}{2,6})" + Rules.NO_WORD_AFTER, (match, speaking) -> {
            if (!isSpelled(match.group(1), spelled)) {
                return false;
            }
            speaking.say(String.join(" ", match.group(1).split("")), match.start(), match.end());
            return true;
        });
    }

    /** One rule for all of them, the longest first, because every rule is tried at every word. */
    private void add(Map<String, String> abbreviations) {
        var meanings = new HashMap<String, String>();
        abbreviations.forEach((written, meaning) -> meanings.put(unspaced(written), meaning));
        var any = abbreviations.keySet().stream()
                .sorted(Comparator.comparingInt(written -> -written.length()))
                .map(WordRules::pattern)
                .collect(Collectors.joining("|"));
        var atTheEnd = "(?<end>(?=[\\p{Pe}\\p{Pf}\"]*$))?";
        rules.add(Rules.NO_WORD_BEFORE + "(?:" + any + ")" + atTheEnd, (match, speaking) -> {
            var written = match.group();
            speaking.say(meanings.getOrDefault(unspaced(written), written), match);
            if (written.endsWith(".") && match.group("end") != null) {
                // Its full stop is that of the sentence, too.
                speaking.mark('.');
            }
            return true;
        });
    }

    private static String pattern(String abbreviation) {
        var letters = abbreviation.codePoints().filter(UCharacter::isLetter).count();
        // A letter alone is more often something else.
        var after = letters == 1 ? "(?=\\h\\p{Lu}|\\h?\\d)" : Rules.NO_WORD_AFTER;
        return Pattern.quote(abbreviation).replace(" ", "\\E\\h?\\Q") + after;
    }

    private static String unspaced(String abbreviation) {
        return abbreviation.replaceAll("\\h", "");
    }

    /** What cannot be read as a word, and what is not. */
    private static boolean isSpelled(String capitals, Set<String> spelled) {
        var bare = Normalizer.normalize(capitals, Normalizer.Form.NFD);
        return spelled.contains(capitals) || bare.codePoints().noneMatch(letter -> VOWELS.indexOf(letter) >= 0);
    }
}
