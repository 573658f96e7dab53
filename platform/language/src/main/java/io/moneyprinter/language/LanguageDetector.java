package io.moneyprinter.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tells the language of a text by its script and, where several languages share one, by its most frequent words and
 * by letters that only one of them writes; where those do not decide, by its sequences of letters. English when
 * nothing speaks for another.
 */
public final class LanguageDetector {

    /** More text than this does not change the answer. */
    private static final int SAMPLE = 20_000;

    /** So many words of a language, and so many times as many as of any other, need no second opinion. */
    private static final double CLEAR = 4;

    private static final double CLEARLY_MORE = 1.5;

    /** What sequences of letters count for without a single known word. */
    private static final double UNKNOWN = 1;

    /** What words count for in a language whose sequences of letters are not there. */
    private static final double UNLIKELY = 0.001;

    /** So few letters have no sequences to speak of. */
    private static final int TOO_SHORT = 11;

    /** Fewer do not say which language they are of. */
    private static final int ENOUGH_WORDS = 12;

    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}]+");

    private static final Pattern MARATHI = Pattern.compile("ळ|आहे|आहात|आणि|नाही");

    private static final Map<Integer, String> ONLY = Map.ofEntries(
            Map.entry(UScript.THAI, "th"),
            Map.entry(UScript.LAO, "lo"),
            Map.entry(UScript.KHMER, "km"),
            Map.entry(UScript.MYANMAR, "my"),
            Map.entry(UScript.BENGALI, "bn"),
            Map.entry(UScript.TAMIL, "ta"),
            Map.entry(UScript.TELUGU, "te"),
            Map.entry(UScript.GUJARATI, "gu"),
            Map.entry(UScript.GURMUKHI, "pa"),
            Map.entry(UScript.KANNADA, "kn"),
            Map.entry(UScript.MALAYALAM, "ml"),
            Map.entry(UScript.SINHALA, "si"),
            Map.entry(UScript.HEBREW, "he"),
            Map.entry(UScript.GREEK, "el"),
            Map.entry(UScript.ARMENIAN, "hy"),
            Map.entry(UScript.GEORGIAN, "ka"),
            Map.entry(UScript.ETHIOPIC, "am"),
            Map.entry(UScript.HANGUL, "ko"));

    /** Letters that tell one language from its neighbours. */
    private static final Map<String, String> MARKS = Map.ofEntries(
            Map.entry("de", "ßäöü"),
            Map.entry("es", "ñ¿¡"),
            Map.entry("pt", "ãõ"),
            Map.entry("fr", "œèêçù"),
            Map.entry("sv", "åäö"),
            Map.entry("da", "æøå"),
            Map.entry("nb", "æøå"),
            Map.entry("pl", "łąęśźż"),
            Map.entry("cs", "ěřůž"),
            Map.entry("tr", "ğış"),
            Map.entry("hu", "őű"),
            Map.entry("ro", "șțăâ"),
            Map.entry("vi", "đơưạảấầẩậắặẹếềểệịọốồổộớờởợụứừửự"),
            Map.entry("uk", "іїєґ"),
            Map.entry("ru", "ыэё"),
            Map.entry("sr", "ђјљњћџ"),
            Map.entry("bg", "ъщ"));

    private static final Set<String> CYRILLIC = Set.of("ru", "uk", "bg", "sr");
    private static final Map<String, Set<String>> PROFILES = profiles();

    private LanguageDetector() {}

    public static Language detect(String text) {
        var sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
        var scripts = new HashMap<Integer, Integer>();
        sample.codePoints()
                .filter(UCharacter::isLetter)
                .forEach(letter -> scripts.merge(UScript.getScript(letter), 1, Integer::sum));
        var kana = scripts.getOrDefault(UScript.HIRAGANA, 0) + scripts.getOrDefault(UScript.KATAKANA, 0);
        // A Chinese text may quote a Japanese name; a Japanese one is never without kana.
        if (kana > 0 && kana * 8 >= scripts.getOrDefault(UScript.HAN, 0)) {
            scripts.merge(UScript.HAN, kana, Integer::sum);
        } else {
            kana = 0;
        }
        var script = scripts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UScript.LATIN);
        return new Language(
                switch (script) {
                    case UScript.LATIN -> byWords(sample, false);
                    case UScript.CYRILLIC -> byWords(sample, true);
                    case UScript.ARABIC -> arabic(sample);
                    case UScript.DEVANAGARI -> MARATHI.matcher(sample).find() ? "mr" : "hi";
                    case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA -> kana > 0 ? "ja" : "zh";
                    default -> ONLY.getOrDefault(script, Language.ENGLISH.tag());
                });
    }

    private static String arabic(String text) {
        if (count(text, "ٹڈڑںے") > 0) {
            return "ur";
        }
        return count(text, "پچژگکی") > count(text, "كيىة") ? "fa" : "ar";
    }

    private static String byWords(String text, boolean cyrillic) {
        var scores = new TreeMap<String, Double>();
        var lower = text.toLowerCase(Locale.ROOT);
        var words = LETTERS.matcher(lower);
        while (words.find()) {
            var word = words.group();
            var users = PROFILES.entrySet().stream()
                    .filter(profile -> CYRILLIC.contains(profile.getKey()) == cyrillic)
                    .filter(profile -> profile.getValue().contains(word))
                    .map(Map.Entry::getKey)
                    .toList();
            users.forEach(language -> scores.merge(language, 1.0 / users.size(), Double::sum));
        }
        MARKS.forEach((language, letters) -> {
            if (CYRILLIC.contains(language) == cyrillic) {
                scores.merge(language, 0.4 * count(lower, letters), Double::sum);
            }
        });
        var fallback = cyrillic ? "ru" : Language.ENGLISH.tag();
        scores.merge(fallback, 0.1, Double::sum);
        var weighed = isClear(scores)
                        || text.codePoints().filter(UCharacter::isLetter).count() < TOO_SHORT
                ? scores
                : withSequences(scores, text, cyrillic);
        return weighed.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(fallback);
    }

    /** Whether a text that was to be put into another language seems to be in its old one still. */
    public static boolean remains(String text, String before, Language wanted) {
        var was = detect(before).code();
        return Word.of(text, wanted).size() >= ENOUGH_WORDS
                && !was.equals(wanted.code())
                && detect(text).code().equals(was);
    }

    private static Map<String, Double> withSequences(Map<String, Double> scores, String text, boolean cyrillic) {
        var weighed = new TreeMap<String, Double>();
        scores.forEach((language, score) -> weighed.put(language, score * UNLIKELY));
        LetterSequences.of(text).forEach((language, probability) -> {
            if (CYRILLIC.contains(language) == cyrillic) {
                weighed.put(language, probability * (scores.getOrDefault(language, 0.0) + UNKNOWN));
            }
        });
        return weighed;
    }

    private static boolean isClear(Map<String, Double> scores) {
        var best = scores.values().stream().sorted(Comparator.reverseOrder()).toList();
        return best.getFirst() >= CLEAR && (best.size() == 1 || best.getFirst() >= CLEARLY_MORE * best.get(1));
    }

    private static long count(String text, String letters) {
        return text.chars().filter(letter -> letters.indexOf(letter) >= 0).count();
    }

    private static Map<String, Set<String>> profiles() {
        var properties = Lists.read(LanguageDetector.class, "profiles.properties");
        var profiles = new HashMap<String, Set<String>>();
        properties
                .stringPropertyNames()
                .forEach(name -> profiles.put(
                        name, new HashSet<>(List.of(properties.getProperty(name).split(" ")))));
        return profiles;
    }
}
