package io.moneyprinter.content.article;

import io.moneyprinter.content.language.Keywords;
import io.moneyprinter.content.language.Language;
import io.moneyprinter.content.language.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Chooses the sentences that carry an article: TextRank over the cosine of their TF-IDF vectors, with what editors
 * know on top (leads matter, numbers hold attention, "he" needs somebody before it), and no sentence that says what a
 * chosen one said. Nothing is reworded.
 */
final class Summary {

    private static final double DAMPING = 0.85;
    private static final int ROUNDS = 30;

    /** How much being like a chosen sentence takes away, and being in the same paragraph. */
    private static final double REDUNDANCY = 0.7;

    private static final double SAME_PARAGRAPH = 0.25;

    private static final double FEWEST_WORDS = 5;
    private static final double MOST_WORDS = 35;

    /** What pages say of themselves. */
    private static final Pattern ABOUT_THE_PAGE = Pattern.compile(
            "click here|subscribe|newsletter|sign up|log ?in|cookie|all rights reserved|©|copyright|advertis|sponsored|"
                    + "read more|follow us|share this|privacy policy|terms of (?:use|service)|photo(?:graph)?(?: credit)?:|"
                    + "related articles?|abonnier|hier klicken|weiterlesen|datenschutz|abonnez|cliquez ici|lire la suite|"
                    + "suscríb|haz clic|leer más|iscriviti|clicca qui|inscreva-se|clique aqui|подписывайтесь|点击|订阅",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What a sentence loses that speaks of "them" while nobody has said who that is. */
    private static final double UNRESOLVED = 0.6;

    private static final Pattern NEEDS_WHAT_WAS_BEFORE = Pattern.compile(
            "(?:but|however|and|or|so|also|then|such|instead|meanwhile|therefore|strangely|aber|jedoch|mais|pero|ma|mas)\\b.*"
                    + "|(?:[\\p{L}\\p{N}'’-]+[\\s]+){0,4}(?:he|she|it|they|them|him|his|her|its|their|this|that|these|those|"
                    + "er|sie|es|dies|diese|dieser|davon|deren|il|elle|ils|elles|ce|cette|leur|leurs|él|ella|ellos|esto|esta|"
                    + "egli|questo|questa|loro|ele|ela|eles|isso|он|она|они|это)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern STRIKING = Pattern.compile(
            "\\p{Nd}|\\b(?:most|largest|biggest|smallest|fastest|oldest|deepest|highest|first|only|never|half|twice|million|billion)\\b",
            Pattern.CASE_INSENSITIVE);

    private final List<Candidate> candidates;
    private final List<Map<String, Double>> vectors;
    private final double[] words;

    /** Whether a sentence needs the one before it, by index. */
    private final boolean[] leans;

    private Summary(List<Candidate> candidates, Keywords keywords, Language language) {
        this.candidates = candidates;
        this.vectors = vectors(candidates, keywords);
        this.words = candidates.stream()
                .mapToDouble(candidate -> Word.count(candidate.text(), language))
                .toArray();
        this.leans = new boolean[candidates.size()];
        for (var i = 1; i < leans.length; i++) {
            leans[i] = !candidates.get(i).first()
                    && NEEDS_WHAT_WAS_BEFORE.matcher(candidates.get(i).text()).matches();
        }
    }

    /**
     * @param paragraph index of the paragraph it stands in
     * @param first whether the paragraph begins with it
     */
    record Candidate(String text, int paragraph, boolean first) {}

    /** Everything that could be said: sentences of a speakable length that are not about the page itself. */
    static List<Candidate> candidates(List<List<String>> paragraphs, Language language) {
        var candidates = new ArrayList<Candidate>();
        for (var paragraph = 0; paragraph < paragraphs.size(); paragraph++) {
            var first = true;
            for (var sentence : paragraphs.get(paragraph)) {
                var words = Word.count(sentence, language);
                if (words >= FEWEST_WORDS && !ABOUT_THE_PAGE.matcher(sentence).find()) {
                    candidates.add(new Candidate(sentence, paragraph, first));
                    first = false;
                }
            }
        }
        return candidates;
    }

    /** The chosen sentences in the order of the article, of at most {@code budget} words together if that can be. */
    static List<Candidate> choose(List<Candidate> candidates, double budget, Language language) {
        var keywords = Keywords.of(candidates.stream().map(Candidate::text).toList(), language);
        return new Summary(candidates, keywords, language).choose(budget);
    }

    private List<Candidate> choose(double budget) {
        var scores = scores();
        var chosen = new HashSet<Integer>();
        var left = budget;
        while (chosen.size() < candidates.size()) {
            var best = best(scores, chosen, left);
            if (best < 0) {
                break;
            }
            chosen.add(best);
            left -= words[best];
        }
        return chosen.stream().sorted().map(candidates::get).toList();
    }

    private int best(double[] scores, Set<Integer> chosen, double left) {
        var best = -1;
        var bestScore = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < scores.length; i++) {
            // The first one is taken even if it is too long, so that there is a summary at all.
            if (chosen.contains(i) || words[i] > left && !chosen.isEmpty()) {
                continue;
            }
            var candidate = i;
            var likeness = chosen.stream()
                    .mapToDouble(other -> cosine(candidate, other))
                    .max()
                    .orElse(0);
            var neighbours = chosen.stream()
                    .filter(other -> candidates.get(other).paragraph()
                            == candidates.get(candidate).paragraph())
                    .count();
            var score = scores[i] - REDUNDANCY * likeness;
            if (!leans[i]) {
                score -= SAME_PARAGRAPH * neighbours;
            } else if (!chosen.contains(i - 1)) {
                score -= UNRESOLVED;
            }
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        return best;
    }

    private double[] scores() {
        var ranks = ranks();
        var highest = Arrays.stream(ranks).max().orElse(1);
        var scores = new double[candidates.size()];
        for (var i = 0; i < scores.length; i++) {
            var candidate = candidates.get(i);
            var score = ranks[i] / highest;
            score += candidate.paragraph() == 0 ? 0.35 : 0;
            score += candidate.first() ? 0.25 : 0;
            score += STRIKING.matcher(candidate.text()).find() ? 0.12 : 0;
            score -= candidate.text().endsWith("?") ? 0.2 : 0;
            score -= words[i] > MOST_WORDS ? 0.4 : 0;
            scores[i] = score;
        }
        return scores;
    }

    private double[] ranks() {
        var size = candidates.size();
        var likeness = new double[size][size];
        var outgoing = new double[size];
        for (var i = 0; i < size; i++) {
            for (var j = 0; j < size; j++) {
                likeness[i][j] = i == j ? 0 : cosine(i, j);
                outgoing[i] += likeness[i][j];
            }
        }
        var ranks = new double[size];
        Arrays.fill(ranks, 1.0 / size);
        for (var round = 0; round < ROUNDS; round++) {
            var next = new double[size];
            for (var i = 0; i < size; i++) {
                var incoming = 0.0;
                for (var j = 0; j < size; j++) {
                    incoming += outgoing[j] > 0 ? ranks[j] * likeness[j][i] / outgoing[j] : 0;
                }
                next[i] = (1 - DAMPING) / size + DAMPING * incoming;
            }
            ranks = next;
        }
        return ranks;
    }

    private double cosine(int i, int j) {
        var one = vectors.get(i);
        var other = vectors.get(j);
        return one.entrySet().stream()
                .mapToDouble(term -> term.getValue() * other.getOrDefault(term.getKey(), 0.0))
                .sum();
    }

    /** TF-IDF, each of length 1. */
    private static List<Map<String, Double>> vectors(List<Candidate> candidates, Keywords keywords) {
        var terms = candidates.stream()
                .map(candidate -> keywords.terms(candidate.text()))
                .toList();
        var sentencesWith = new HashMap<String, Integer>();
        terms.forEach(words -> new HashSet<>(words).forEach(word -> sentencesWith.merge(word, 1, Integer::sum)));
        var vectors = new ArrayList<Map<String, Double>>();
        for (var words : terms) {
            var vector = new HashMap<String, Double>();
            words.forEach(word -> vector.merge(
                    word, Math.log(1.0 + (double) terms.size() / sentencesWith.getOrDefault(word, 1)), Double::sum));
            var length = Math.sqrt(
                    vector.values().stream().mapToDouble(value -> value * value).sum());
            vector.replaceAll((word, value) -> value / length);
            vectors.add(vector);
        }
        return vectors;
    }
}
