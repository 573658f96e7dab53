package io.moneyprinter.materials.designed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a sentence is worth being written large. Captions have the whole sentence; a picture has its point.
 *
 * @param phrase the words that matter most, a few
 * @param word the one that matters most; part of {@code phrase}
 * @param support another phrase of the sentence, null without one
 * @param number what the sentence counts, null when it counts nothing
 * @param label what the number counts, null when that is not said
 * @param brief whether the phrase is the whole sentence
 */
record Gist(
        String phrase,
        String word,
        @Nullable String support,
        @Nullable NumberFact number,
        @Nullable String label,
        boolean brief,
        boolean question) {

    private static final int MAX_WORDS = 4;
    private static final int MAX_COLUMNS = 30;

    /** A sentence this short is its own point. */
    private static final int BRIEF = 29;

    private static final Set<String> LINKS = Set.of(
            "of", "the", "and", "a", "an", "in", "for", "to", "her", "his", "its", "their", "de", "la", "le", "du",
            "des", "et", "del", "y", "der", "die", "das", "und", "di", "da", "do", "e");

    /** After a price these say what it is for; anything else comes before it. */
    private static final Set<String> PER = Set.of("per", "a", "an", "each", "for", "pro", "por", "par", "al");

    /** A word of the sentence: offsets, how much it matters, and whether a phrase may run on to the next. */
    private record Token(int start, int end, String text, double weight, boolean runsOn) {

        boolean empty() {
            return weight <= 0;
        }
    }

    private record Candidate(int first, int last, double score) {}

    static Gist of(String text, List<String> keywords, String language) {
        var tokens = tokens(text, keywords, language);
        var candidates = candidates(tokens);
        var numbers = NumberFact.all(text, language);
        var number = NumberFact.in(text, language);
        var question = text.strip().endsWith("?")
                || text.strip().endsWith("？")
                || text.strip().endsWith("؟");
        if (candidates.isEmpty()) {
            var beginning = shortened(text, tokens);
            return new Gist(beginning, beginning, null, number, null, true, question);
        }
        var best = candidates.getFirst();
        var support = candidates.stream()
                .filter(other -> other.last() < best.first() || other.first() > best.last())
                .findFirst();
        var word = tokens.subList(best.first(), best.last() + 1).stream()
                .max(Comparator.comparingDouble((Token token) -> token.weight())
                        .thenComparingInt(token -> token.text().length()))
                .orElseThrow();
        var whole = text.strip().replaceAll("[.。!！]+$", "");
        var brief = whole.length() <= (spaced(whole) ? BRIEF : BRIEF / 4);
        return new Gist(
                brief ? whole : written(text, tokens, best.first(), best.last(), numbers),
                word.text(),
                support.map(other -> written(text, tokens, other.first(), other.last(), numbers))
                        .orElse(null),
                number,
                number == null ? null : label(text, tokens, candidates, number, numbers),
                brief,
                question);
    }

    /** The words alone, as they are. */
    static Gist ofWords(String text) {
        return new Gist(text.strip(), text.strip(), null, null, null, true, false);
    }

    /** Runs of words that matter, best first; a small word inside is kept ("map of the sky"). */
    private static List<Candidate> candidates(List<Token> tokens) {
        var found = new ArrayList<Candidate>();
        for (var first = 0; first < tokens.size(); first++) {
            if (tokens.get(first).empty()) {
                continue;
            }
            var score = 0.0;
            var small = 0;
            for (var last = first; last < Math.min(tokens.size(), first + MAX_WORDS); last++) {
                var token = tokens.get(last);
                score += token.weight();
                if (token.empty() && !links(token.text())) {
                    break;
                }
                small += token.empty() ? 1 : 0;
                var columns = token.end() - tokens.get(first).start();
                if (columns > MAX_COLUMNS || small > 2) {
                    break;
                }
                if (!token.empty()) {
                    var words = last - first + 1;
                    var natural = (natural(tokens, first - 1) ? 0.6 : 0) + (natural(tokens, last + 1) ? 0.6 : 0);
                    var length = words == 2 || words == 3 ? 0.7 : words == 1 ? 0.2 : 0;
                    found.add(new Candidate(first, last, score + natural + length - 0.3 * small));
                }
                if (!token.runsOn()) {
                    break;
                }
            }
        }
        found.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparingInt(Candidate::first));
        return found;
    }

    /** Small words that hold a phrase together; letters above Latin are those of languages with other rules. */
    private static boolean links(String word) {
        return word.codePointAt(0) >= 0x370 || LINKS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a phrase may end beside this token: there is none, or it is a small word. */
    private static boolean natural(List<Token> tokens, int index) {
        return index < 0 || index >= tokens.size() || tokens.get(index).empty();
    }

    private static List<Token> tokens(String text, List<String> keywords, String language) {
        var tokens = new ArrayList<Token>();
        var words = Words.of(text, language).words();
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var next = i + 1 < words.size() ? words.get(i + 1).start() : text.length();
            var runsOn = text.substring(word.end(), next).isBlank();
            var weight = weight(word, keywords) + (word.joined() ? 0.3 : 0);
            tokens.add(new Token(word.start(), word.end(), word.text(), weight, runsOn));
        }
        return tokens;
    }

    private static boolean spaced(String text) {
        return text.codePoints().noneMatch(character -> switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        });
    }

    private static double weight(Words.Word told, List<String> keywords) {
        var word = told.text();
        if (told.small() || !Character.isLetterOrDigit(word.codePointAt(0))) {
            return 0;
        }
        var lower = word.toLowerCase(Locale.ROOT);
        for (var i = 0; i < keywords.size(); i++) {
            var keyword = keywords.get(i).toLowerCase(Locale.ROOT);
            if (keyword.equals(lower) || List.of(keyword.split("\\s+")).contains(lower) || alike(keyword, lower)) {
                return 3.0 - Math.min(1.6, 0.3 * i);
            }
        }
        if (Character.isDigit(word.codePointAt(0))) {
            return 0.4;
        }
        // Words of one or two Latin letters are hardly ever what a sentence is about.
        var letters = word.codePointCount(0, word.length());
        if (letters > 4 && lower.endsWith("ly")) {
            return 0;
        }
        if (letters <= 2 && word.charAt(0) < 0x250) {
            return 0;
        }
        // Where keywords are known, any other word may as well be a verb.
        return keywords.isEmpty() ? 0.8 + Math.min(0.6, 0.06 * letters) : 0.35 + Math.min(0.35, 0.035 * letters);
    }

    /** The same word with another ending. */
    private static boolean alike(String one, String other) {
        var common = 0;
        while (common < Math.min(one.length(), other.length()) && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common >= 4 && Math.max(one.length(), other.length()) - common <= 2;
    }

    private static @Nullable String label(
            String text, List<Token> tokens, List<Candidate> candidates, NumberFact number, List<NumberFact> numbers) {
        // What is counted mostly comes right after the number.
        var first = -1;
        var last = -1;
        for (var i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.start() < number.end()) {
                continue;
            }
            if (first < 0 && token.empty() && !spaced(text)) {
                continue;
            }
            if (first < 0
                    && spaced(text)
                    && !text.substring(number.end(), token.start()).isBlank()) {
                break;
            }
            first = first < 0 ? i : first;
            last = token.empty() ? last : i;
            if (!token.runsOn()
                    || i - first >= 3
                    || token.end() - tokens.get(first).start() > 28) {
                break;
            }
        }
        var priced = number.kind() == NumberFact.Kind.MONEY
                && (first < 0 || !PER.contains(tokens.get(first).text().toLowerCase(Locale.ROOT)));
        if (first >= 0 && last >= first && number.kind() != NumberFact.Kind.YEAR && !priced) {
            return written(text, tokens, first, last, numbers);
        }
        return candidates.stream()
                .filter(other -> tokens.get(other.last()).end() <= number.start()
                        || tokens.get(other.first()).start() >= number.end())
                .findFirst()
                .map(other -> written(text, tokens, other.first(), other.last(), numbers))
                .orElse(null);
    }

    /** Words as they are written; a number at either end is not cut from its sign, its unit or its other half. */
    private static String written(String text, List<Token> tokens, int first, int last, List<NumberFact> numbers) {
        var start = tokens.get(first).start();
        var end = tokens.get(last).end();
        for (var number : numbers) {
            if (number.start() < start && start < number.end()) {
                start = number.start();
            }
            if (number.start() < end && end < number.end()) {
                end = number.end();
            }
        }
        return text.substring(start, end);
    }

    /** A sentence of small words only: its beginning. */
    private static String shortened(String text, List<Token> tokens) {
        if (tokens.isEmpty()) {
            return text.strip();
        }
        var last = 0;
        while (last + 1 < Math.min(tokens.size(), 5)
                && tokens.get(last + 1).end() - tokens.getFirst().start() <= MAX_COLUMNS) {
            last++;
        }
        return written(text, tokens, 0, last, List.of());
    }
}
