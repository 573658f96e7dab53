package io.moneyprinter.content.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** How much sentences have in common: the cosine of their TF-IDF vectors, and TextRank over it. */
final class Likeness {

    private static final double DAMPING = 0.85;
    private static final int ROUNDS = 30;

    private final Map<String, Integer> sentencesWith = new HashMap<>();
    private final List<Map<String, Double>> vectors = new ArrayList<>();
    private final int size;

    private Likeness(List<List<String>> sentences) {
        size = sentences.size();
        sentences.forEach(words -> new HashSet<>(words).forEach(word -> sentencesWith.merge(word, 1, Integer::sum)));
        sentences.forEach(words -> vectors.add(vector(words)));
    }

    /** @param sentences the words of each, as they are compared */
    static Likeness of(List<List<String>> sentences) {
        return new Likeness(sentences);
    }

    /** From 0 to 1. */
    double of(int sentence, int other) {
        return cosine(vectors.get(sentence), vectors.get(other));
    }

    double of(int sentence, Collection<String> words) {
        return cosine(vectors.get(sentence), vector(words));
    }

    /** How central each sentence is; together they are 1. */
    double[] ranks() {
        var alike = new double[size][size];
        var outgoing = new double[size];
        for (var i = 0; i < size; i++) {
            for (var j = 0; j < size; j++) {
                alike[i][j] = i == j ? 0 : of(i, j);
                outgoing[i] += alike[i][j];
            }
        }
        var ranks = new double[size];
        Arrays.fill(ranks, 1.0 / size);
        for (var round = 0; round < ROUNDS; round++) {
            var next = new double[size];
            for (var i = 0; i < size; i++) {
                var incoming = 0.0;
                for (var j = 0; j < size; j++) {
                    incoming += outgoing[j] > 0 ? ranks[j] * alike[j][i] / outgoing[j] : 0;
                }
                next[i] = (1 - DAMPING) / size + DAMPING * incoming;
            }
            ranks = next;
        }
        return ranks;
    }

    /** Of length 1. */
    private Map<String, Double> vector(Collection<String> words) {
        var vector = new HashMap<String, Double>();
        words.forEach(word ->
                vector.merge(word, Math.log(1.0 + (double) size / sentencesWith.getOrDefault(word, 1)), Double::sum));
        var length = Math.sqrt(
                vector.values().stream().mapToDouble(value -> value * value).sum());
        vector.replaceAll((word, value) -> value / length);
        return vector;
    }

    private static double cosine(Map<String, Double> one, Map<String, Double> other) {
        return one.entrySet().stream()
                .mapToDouble(term -> term.getValue() * other.getOrDefault(term.getKey(), 0.0))
                .sum();
    }
}
