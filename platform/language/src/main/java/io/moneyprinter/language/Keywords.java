package io.moneyprinter.language;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a text is about, in its own words: runs of telling words within a sentence (as RAKE has it), weighted by how
 * often a word is used here and how many sentences use it.
 */
public final class Keywords {

    private static final int LONGEST = 3;

    /** How much a name counts that begins and ends in capitals, so that it is not torn apart. */
    private static final double NAME = 1.3;

    private final Language language;
    private final Set<String> stopWords;
    private final List<List<Term>> runs = new ArrayList<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, Integer> sentencesWith = new HashMap<>();
    private final Map<String, Integer> phrases = new HashMap<>();
    private final Set<String> capitals = new HashSet<>();
    private final int sentences;

    private Keywords(Language language, Collection<String> sentences) {
        this.language = language;
        this.stopWords = StopWords.of(language);
        this.sentences = sentences.size();
        sentences.forEach(this::learn);
    }

    /** Everything of one text, so that its sentences can be told apart. */
    public static Keywords of(Collection<String> sentences, Language language) {
        return new Keywords(language, sentences);
    }

    /** What the whole text is about, most telling first. */
    public List<String> ofText(int limit) {
        var candidates = new LinkedHashMap<String, Candidate>();
        for (var run : runs) {
            for (var candidate : candidates(run)) {
                var weight = candidate.words().stream()
                                .mapToDouble(word -> uses.getOrDefault(word, 1) * rarity(word))
                                .sum()
                        / Math.pow(candidate.words().size(), 0.7)
                        * Math.sqrt(phrases.getOrDefault(candidate.key(), 1));
                candidates.putIfAbsent(candidate.key(), candidate.weighing(weight));
            }
        }
        return best(candidates.values(), limit);
    }

    /** What one sentence of the text shows, most telling first. */
    public List<String> ofSentence(String sentence, int limit) {
        var candidates = new ArrayList<Candidate>();
        for (var run : runs(sentence)) {
            for (var candidate : candidates(run)) {
                var weight = candidate.words().stream()
                                .mapToDouble(word -> rarity(word) * (1 + Math.log(uses.getOrDefault(word, 1)))
                                        + Math.min(word.length(), 10) * 0.05)
                                .sum()
                        / Math.pow(candidate.words().size(), 0.6)
                        * (phrases.getOrDefault(candidate.key(), 1) > 1 ? 1.4 : 1);
                candidates.add(candidate.weighing(weight));
            }
        }
        return best(candidates, limit);
    }

    /** The telling words of a sentence, singular and plural alike, for comparing sentences. */
    public List<String> terms(String sentence) {
        return runs(sentence).stream().flatMap(List::stream).map(Term::stem).toList();
    }

    private void learn(String sentence) {
        var here = new HashSet<String>();
        for (var run : runs(sentence)) {
            runs.add(run);
            for (var term : run) {
                uses.merge(term.stem(), 1, Integer::sum);
                here.add(term.stem());
                if (term.capitalInside()) {
                    capitals.add(term.text());
                }
            }
            candidates(run).forEach(candidate -> phrases.merge(candidate.key(), 1, Integer::sum));
        }
        here.forEach(word -> sentencesWith.merge(word, 1, Integer::sum));
    }

    private List<List<Term>> runs(String sentence) {
        var runs = new ArrayList<List<Term>>();
        var run = new ArrayList<Term>();
        var end = -1;
        for (var word : Word.of(sentence, language)) {
            var together =
                    end >= 0 && sentence.substring(end, word.start()).chars().allMatch(c -> c == ' ' || c == '-');
            if (!together && !run.isEmpty()) {
                runs.add(List.copyOf(run));
                run.clear();
            }
            var lower = UCharacter.toLowerCase(language.locale(), word.text());
            if (telling(lower)) {
                run.add(new Term(
                        word.text(),
                        lower,
                        stem(lower),
                        word.start() > 0 && UCharacter.isUpperCase(word.text().codePointAt(0))));
            } else if (!run.isEmpty()) {
                runs.add(List.copyOf(run));
                run.clear();
            }
            end = word.end();
        }
        if (!run.isEmpty()) {
            runs.add(List.copyOf(run));
        }
        return runs;
    }

    /** Only English plurals, as they are formed: enough to count "bees" with "bee". */
    private String stem(String lower) {
        if (!language.code().equals("en") || lower.length() < 4 || !lower.endsWith("s")) {
            return lower;
        }
        if (lower.endsWith("ies")) {
            return lower.substring(0, lower.length() - 3) + "y";
        }
        if (lower.matches(".*(?:s|x|z|ch|sh)es")) {
            return lower.substring(0, lower.length() - 2);
        }
        return lower.endsWith("us") || lower.endsWith("ss") || lower.endsWith("is")
                ? lower
                : lower.substring(0, lower.length() - 1);
    }

    private boolean telling(String lower) {
        return lower.codePointCount(0, lower.length()) > 1
                && UCharacter.isLetter(lower.codePointAt(0))
                && !stopWords.contains(lower)
                && !stopWords.contains(lower.replace('’', '\''));
    }

    private List<Candidate> candidates(List<Term> run) {
        var longest = language.withoutSpaces() ? 1 : LONGEST;
        var candidates = new ArrayList<Candidate>();
        for (var from = 0; from < run.size(); from++) {
            for (var to = from + 1; to <= Math.min(run.size(), from + longest); to++) {
                candidates.add(Candidate.of(run.subList(from, to)));
            }
        }
        return candidates;
    }

    private double rarity(String word) {
        return Math.log(1.5 + (double) sentences / sentencesWith.getOrDefault(word, 1));
    }

    private List<String> best(Collection<Candidate> candidates, int limit) {
        var chosen = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (var candidate : candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::weight).reversed().thenComparing(Candidate::key))
                .toList()) {
            if (chosen.size() == limit) {
                break;
            }
            if (candidate.words().stream().noneMatch(taken::contains)) {
                taken.addAll(candidate.words());
                chosen.add(candidate.spelled(capitals));
            }
        }
        return chosen;
    }

    /** {@code stem} is what the word is counted as. */
    private record Term(String text, String lower, String stem, boolean capitalInside) {}

    private record Candidate(String key, List<String> written, List<String> lower, List<String> words, double weight) {

        static Candidate of(List<Term> terms) {
            var words = terms.stream().map(Term::stem).toList();
            return new Candidate(
                    String.join(" ", words),
                    terms.stream().map(Term::text).toList(),
                    terms.stream().map(Term::lower).toList(),
                    words,
                    0);
        }

        Candidate weighing(double weight) {
            return new Candidate(key, written, lower, words, isName() ? weight * NAME : weight);
        }

        private boolean isName() {
            return written.size() > 1
                    && UCharacter.isUpperCase(written.getFirst().codePointAt(0))
                    && UCharacter.isUpperCase(written.getLast().codePointAt(0));
        }

        /** A capital is kept where it does not come from the start of a sentence. */
        String spelled(Set<String> capitals) {
            var spelled = new ArrayList<String>();
            // "Karl von Frisch" keeps its first capital at the start of a sentence, too.
            var name = written.subList(1, written.size()).stream().anyMatch(capitals::contains);
            for (var i = 0; i < words.size(); i++) {
                spelled.add(name || capitals.contains(written.get(i)) ? written.get(i) : lower.get(i));
            }
            return String.join(" ", spelled);
        }
    }
}
