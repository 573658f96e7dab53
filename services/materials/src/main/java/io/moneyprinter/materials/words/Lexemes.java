package io.moneyprinter.materials.words;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What something is found by, as PostgreSQL writes it: words with what they weigh, marks that are filtered by, and its
 * owner. PostgreSQL's own parser sees none of it.
 */
public final class Lexemes {

    /** How much a word tells, by where it stands. The names are PostgreSQL's. */
    public enum Weight {
        /** Titles and tags. */
        A,
        /** Categories. */
        B,
        /** Descriptions. */
        C,
        /** What was measured. */
        D
    }

    private final Map<String, Weight> words = new LinkedHashMap<>();
    private final Set<String> marks = new LinkedHashSet<>();

    /** Where a word stands twice, it tells as much as where it tells more. */
    public Lexemes words(String text, Weight weight) {
        SearchWords.of(text)
                .forEach(word -> words.merge(word, weight, (one, other) -> one.compareTo(other) < 0 ? one : other));
        return this;
    }

    /** Such as {@code type:video}. */
    public Lexemes mark(String kind, String value) {
        marks.add(named(kind, value));
        return this;
    }

    public Set<String> words() {
        return Set.copyOf(words.keySet());
    }

    public List<String> marks() {
        return List.copyOf(marks);
    }

    /** A {@code tsvector}. */
    public String vector(String owner) {
        var all = new StringBuilder(quoted("=" + owner));
        marks.forEach(mark -> all.append(' ').append(quoted(mark)));
        words.forEach((word, weight) ->
                all.append(' ').append(quoted(word)).append(":1").append(weight.name()));
        return all.toString();
    }

    /** A {@code tsquery} for what somebody owns. */
    public static String owner(String owner) {
        return quoted("=" + owner);
    }

    /** A {@code tsquery} for a mark. */
    public static String marked(String kind, String value) {
        return quoted(named(kind, value));
    }

    /** A {@code tsquery} for any of these words. */
    public static String any(Collection<String> words) {
        return words.stream().map(Lexemes::quoted).collect(Collectors.joining(" | ", "(", ")"));
    }

    private static String named(String kind, String value) {
        return kind + ":" + value.strip().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
