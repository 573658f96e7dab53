package io.moneyprinter.tts.provider.espeak;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.tts.voice.Scripts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the table that {@code espeak-ng --voices} prints. */
final class EspeakVoices {

    /** Priority, language, age and gender, name, file and other languages. */
    private static final Pattern ROW =
            Pattern.compile("\\s*\\d+\\s+(\\S+)\\s+(?:\\S*/)?([MF-])\\s+(\\S+)\\s+(\\S+)\\s*(.*)");

    private static final Pattern OTHER = Pattern.compile("\\(([A-Za-z0-9-]+) \\d+\\)");

    /** A timbre that comes with the program and goes with every language. */
    private static final String FEMALE = "+f3";

    /** It reads Thai as no Thai does. */
    private static final Set<String> UNUSABLE = Set.of("th");

    /** What the program calls a language, where others call it something else. */
    private static final Map<String, String> USUAL = Map.of("cmn", "zh-CN", "piqd", "tlh");

    private EspeakVoices() {}

    /** The voices to go on with when the program does not list them. */
    static List<Voice> wellKnown() {
        return both("en-us", "English (America)", "en-US", "male");
    }

    /** Each language in the voice that the table has, and in a female one. */
    static List<Voice> read(String table) {
        var voices = new ArrayList<Voice>();
        var taken = new HashSet<String>();
        table.lines().forEach(line -> {
            var row = ROW.matcher(line);
            if (!row.matches()) {
                return;
            }
            // Two voices of one language differ in their files.
            var id = taken.add(row.group(1)) ? row.group(1) : row.group(4);
            var locale = locale(row.group(1), row.group(5));
            // It reads not only Latin letters but also Chinese characters as English.
            var garbles = row.group(3).contains("latin_as_English");
            if (EspeakProgram.isVoice(id) && !locale.isEmpty() && !garbles && !UNUSABLE.contains(locale)) {
                var gender = row.group(2).equals("F") ? "female" : "male";
                voices.addAll(both(id, row.group(3).replace('_', ' ').strip(), locale, gender));
            }
        });
        return List.copyOf(voices);
    }

    private static List<Voice> both(String id, String name, String locale, String gender) {
        var own = new Voice("espeak", id, name, locale, gender, scripts(locale), true, false);
        return gender.equals("female")
                ? List.of(own)
                : List.of(
                        own,
                        new Voice(
                                "espeak",
                                id + FEMALE,
                                name + ", female",
                                locale,
                                "female",
                                own.scripts(),
                                true,
                                false));
    }

    private static String locale(String language, String others) {
        var first = language.split("-")[0];
        var usual = USUAL.get(first);
        if (usual != null) {
            return usual;
        }
        // The table calls Portuguese of Portugal plainly Portuguese, and tells so only in its last column.
        var precise = OTHER.matcher(others)
                .results()
                .map(match -> match.group(1))
                .filter(other -> other.startsWith(language + "-"))
                .findFirst()
                .orElse(language);
        var locale = ULocale.forLanguageTag(precise);
        return locale.getLanguage().isEmpty() ? "" : locale.toLanguageTag();
    }

    private static List<String> scripts(String locale) {
        var one = ULocale.forLanguageTag(locale);
        if (one.getScript().equals("Latn")) {
            return List.of("Latn");
        }
        var scripts = Scripts.of(locale);
        // Of a Chinese character in Japanese it says nothing but that it is one.
        return one.getLanguage().equals("ja")
                ? scripts.stream().filter(script -> !script.equals("Hani")).toList()
                : scripts;
    }
}
