package io.moneyprinter.content.article;

import io.moneyprinter.language.Language;
import io.moneyprinter.language.Lists;
import io.moneyprinter.language.Word;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is said around a summary, in its language: first what it is about, in the end where the rest is.
 *
 * @param opening null when there is none
 * @param ending null when there is none
 */
record Frame(@Nullable String opening, @Nullable String ending) {

    static final Frame NONE = new Frame(null, null);

    private static final Properties SENTENCES = Lists.read(Frame.class, "frame.properties");
    private static final Pattern EXPLAINS = Pattern.compile("(?:why|how)\\s.+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDED = Pattern.compile(".*[.!?…。！？।؟۔]", Pattern.DOTALL);

    /** A title of so few words names a subject and says nothing of it. */
    private static final double NAME = 3;

    private static final Map<String, String> FULL_STOPS = Map.ofEntries(
            Map.entry("zh", "。"),
            Map.entry("ja", "。"),
            Map.entry("yue", "。"),
            Map.entry("hi", "।"),
            Map.entry("mr", "।"),
            Map.entry("ne", "।"),
            Map.entry("bn", "।"),
            Map.entry("pa", "।"),
            Map.entry("ur", "۔"),
            Map.entry("am", "።"),
            Map.entry("hy", "։"),
            Map.entry("th", ""),
            Map.entry("lo", ""),
            Map.entry("km", "។"),
            Map.entry("my", "။"));

    static Frame of(@Nullable String title, boolean several, Language language) {
        return new Frame(
                title == null ? null : opening(title, language),
                SENTENCES.getProperty(language.code() + (several ? ".rests" : ".rest")));
    }

    /** Whether a sentence of a script with this title only frames it. */
    static boolean holds(String sentence, String title, Language language) {
        return Stream.of(".rest", ".rests")
                        .map(kind -> SENTENCES.getProperty(language.code() + kind))
                        .anyMatch(sentence::equals)
                || sentence.equals(opening(title, language));
    }

    double words(Language language) {
        return words(opening, language) + words(ending, language);
    }

    Frame withoutOpening() {
        return new Frame(null, ending);
    }

    private static double words(@Nullable String text, Language language) {
        return text == null ? 0 : Word.count(text, language);
    }

    /** The article's own promise: its title. */
    private static String opening(String title, Language language) {
        if (language.code().equals("en") && EXPLAINS.matcher(title).matches() && !title.endsWith("?")) {
            return "Here is %s%s.".formatted(title.substring(0, 1).toLowerCase(Locale.ROOT), title.substring(1));
        }
        if (ENDED.matcher(title).matches()) {
            return title;
        }
        var template = SENTENCES.getProperty(language.code() + ".short");
        return template != null && Word.count(title, language) <= NAME
                ? MessageFormat.format(template, title)
                : title + FULL_STOPS.getOrDefault(language.code(), ".");
    }
}
