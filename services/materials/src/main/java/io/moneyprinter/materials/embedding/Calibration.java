package io.moneyprinter.materials.embedding;

import java.util.List;

/**
 * What a cosine is worth. Each model has a scale of its own: what has nothing in common is at 0.1 for one and at 0.75 for
 * another. So each is asked for the same pairs of texts, of which we know.
 *
 * @param unrelated texts that have nothing in common are hardly ever above this
 * @param same texts that mean about the same are here on average
 */
record Calibration(double unrelated, double same) {

    /** Deviations from the mean of unrelated texts, that few of them reach. */
    private static final double DEVIATIONS = 2.5;

    /** Where there is less between the two, a model does not tell them apart. */
    private static final double LEAST_BETWEEN = 0.02;

    record Pair(String wanted, String found) {}

    /** No pair has anything in common with any other. */
    static final List<Pair> PAIRS = List.of(
            new Pair("heavy traffic", "cars stuck in a jam"),
            new Pair("doctor examining a patient", "physician treating a sick man"),
            new Pair("mountain hike", "trekking up a steep peak"),
            new Pair("stock market crash", "falling share prices"),
            new Pair("cooking pasta", "preparing spaghetti in a kitchen"),
            new Pair("space launch", "rocket lifting off"),
            new Pair("wheat harvest", "farmer reaping grain in a field"),
            new Pair("soccer fans", "football supporters cheering"),
            new Pair("programmer at work", "developer typing code on a laptop"),
            new Pair("ocean waves", "surf rolling onto the shore"),
            new Pair("old church", "medieval cathedral"),
            new Pair("crying baby", "infant in tears"));

    /**
     * From what the model says of {@link #PAIRS}.
     *
     * @throws IllegalArgumentException where it does not tell the same from the unrelated
     */
    static Calibration of(List<Embedding> wanted, List<Embedding> found) {
        var same = 0.0;
        var sum = 0.0;
        var squares = 0.0;
        for (var i = 0; i < wanted.size(); i++) {
            for (var j = 0; j < found.size(); j++) {
                var cosine = wanted.get(i).cosine(found.get(j));
                if (i == j) {
                    same += cosine / wanted.size();
                } else {
                    sum += cosine;
                    squares += cosine * cosine;
                }
            }
        }
        var others = wanted.size() * (found.size() - 1);
        var mean = sum / others;
        var unrelated = mean + DEVIATIONS * Math.sqrt(Math.max(0, squares / others - mean * mean));
        if (same - unrelated < LEAST_BETWEEN) {
            throw new IllegalArgumentException(
                    "texts that mean the same are at %.3f, and others up to %.3f".formatted(same, unrelated));
        }
        return new Calibration(unrelated, same);
    }

    /** How much two texts have in common: 0 nothing, 1 as much as texts that mean the same. */
    double of(double cosine) {
        return Math.clamp((cosine - unrelated) / (same - unrelated), 0, 1);
    }
}
