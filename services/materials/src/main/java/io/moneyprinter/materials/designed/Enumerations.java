package io.moneyprinter.materials.designed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds things that are named one after another, and two that are set against each other. */
final class Enumerations {

    private static final int MOST = 6;
    private static final int LONGEST = 32;
    private static final int MOST_WORDS = 4;

    private static final Pattern COMMAS = Pattern.compile("[,،、，]");

    private static final Set<String> AND =
            Set.of("and", "or", "und", "oder", "et", "ou", "y", "o", "u", "e", "ed", "и", "или", "و", "أو", "和", "及");

    /** How much of a thing: the thing goes without it. */
    private static final Set<String> AMOUNTS = Set.of(
            "some",
            "little",
            "few",
            "many",
            "much",
            "more",
            "lots",
            "plenty",
            "of",
            "good",
            "etwas",
            "wenig",
            "viele",
            "viel",
            "mehr",
            "peu",
            "quelques",
            "beaucoup",
            "poco",
            "pocos",
            "muchos",
            "mucha",
            "algo",
            "немного",
            "много",
            "一点",
            "一些");

    /** The last two of an enumeration, where no comma stands between them. */
    private static final Pattern LAST = Pattern.compile(
            "^(.+?)\\s+(?:and|or|und|oder|et|ou|y|o|e|ed|и|или|أو)\\s+(.+)$|^(.+?)\\s+و\\s?(.+)$|^(.+?)[和及](.+)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AGAINST = Pattern.compile(
            "\\s(vs\\.?|versus|gegen|contre|contra|frente a|contro|против|مقابل)\\s", Pattern.CASE_INSENSITIVE);

    /** Numbers have points, commas and colons in them, too. */
    private static final String NOT_IN_NUMBERS = "(?:(?<!\\p{Nd})[%1$s]|[%1$s](?!\\p{Nd}))";

    private static final Pattern ITEMS = Pattern.compile(NOT_IN_NUMBERS.formatted(",،、，"));
    private static final Pattern CLAUSES = Pattern.compile(NOT_IN_NUMBERS.formatted(",،、，:;.!?。！？؟"));

    private Enumerations() {}

    /** Three to six things; none when the commas part clauses. */
    static List<String> items(String text, String language) {
        var parts = new ArrayList<String>();
        for (var part : ITEMS.split(text.strip().replaceAll("[.!?。！？]+$", ""))) {
            parts.add(part.strip());
        }
        if (parts.size() < 2) {
            return List.of();
        }
        var last = LAST.matcher(parts.getLast());
        if (last.matches() && !AND.contains(first(parts.getLast(), language))) {
            parts.removeLast();
            for (var group = 1; group <= last.groupCount(); group++) {
                if (last.group(group) != null) {
                    parts.add(last.group(group).strip());
                }
            }
        }
        if (parts.size() < 3 || parts.size() > MOST + 1) {
            return List.of();
        }
        var items = new ArrayList<String>();
        var longest = 1;
        var shortest = MOST_WORDS;
        for (var part : parts.subList(1, parts.size())) {
            var words = item(part, language);
            if (words == null) {
                return List.of();
            }
            longest = part.equals(parts.getLast()) && !items.isEmpty() ? longest : Math.max(longest, words.size());
            shortest = Math.min(shortest, words.size());
            items.add(words.written());
        }
        var tail = item(parts.getLast(), language);
        if (tail != null && tail.size() > longest) {
            items.set(items.size() - 1, tail.first(longest).telling().written());
        }
        var head = head(parts.getFirst(), language, shortest);
        if (head == null) {
            return items.size() < 3 ? List.of() : List.copyOf(items);
        }
        items.addFirst(head);
        return items.size() < 3 || items.size() > MOST || items.stream().anyMatch(String::isBlank)
                ? List.of()
                : List.copyOf(items);
    }

    /** A thing, without its article and the word that joins it to the one before; null when it is a clause. */
    private static @Nullable Words item(String part, String language) {
        var words = Words.of(part, language);
        if (!words.isEmpty() && AND.contains(words.words().getFirst().text().toLowerCase(Locale.ROOT))) {
            words = words.last(words.size() - 1);
        }
        words = words.withoutArticle();
        while (words.size() > 1
                && AMOUNTS.contains(words.words().getFirst().text().toLowerCase(Locale.ROOT))) {
            words = words.last(words.size() - 1).withoutArticle();
        }
        if (words.isEmpty()
                || words.size() > MOST_WORDS
                || words.written().length() > LONGEST
                || words.words().getFirst().small()
                || words.words().getLast().small()
                || COMMAS.matcher(words.written()).find()) {
            return null;
        }
        return words;
    }

    /** The first thing: the end of what stands before the first comma. */
    private static @Nullable String head(String part, String language, int most) {
        var words = Words.of(part, language);
        var telling = words.telling();
        if (words.isEmpty() || words.words().getLast().small()) {
            return null;
        }
        var from = telling.size() - 1;
        while (from > 0
                && telling.size() - from < most
                && !telling.words().get(from - 1).small()) {
            from--;
        }
        // A name is not cut.
        while (from > 0
                && telling.size() - from < MOST_WORDS
                && telling.words().get(from).capital()
                && telling.words().get(from - 1).capital()
                && !telling.words().get(from - 1).small()) {
            from--;
        }
        var head = telling.last(telling.size() - from).written();
        return head.isEmpty() || head.length() > LONGEST || head.matches(".*[:;.!?].*") ? null : head;
    }

    /** Two things with a word between them that sets one against the other. */
    static Facts.@Nullable Pair pair(String text, String language) {
        var against = AGAINST.matcher(text);
        if (!against.find()) {
            return null;
        }
        var before = lastClause(text.substring(0, against.start()));
        var after = CLAUSES.split(text.substring(against.end()), 2)[0];
        var first = head(before, language, 3);
        var second = Words.of(after, language).withoutArticle().first(3).telling();
        if (first == null || second.isEmpty() || second.written().length() > LONGEST) {
            return null;
        }
        return new Facts.Pair(first, second.written(), against.group(1));
    }

    private static String lastClause(String text) {
        var parts = CLAUSES.split(text);
        return parts.length == 0 ? "" : parts[parts.length - 1];
    }

    private static String first(String part, String language) {
        var words = Words.of(part, language).words();
        return words.isEmpty() ? "" : words.getFirst().text().toLowerCase(Locale.ROOT);
    }
}
