package io.moneyprinter.bench;

import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.tts.alignment.Aligner;
import io.moneyprinter.tts.alignment.Alignment.Found;
import io.moneyprinter.tts.alignment.Alignment.Rejected;
import io.moneyprinter.tts.alignment.HeardWords;
import io.moneyprinter.tts.alignment.Reference;
import io.moneyprinter.tts.audio.Activity;
import io.moneyprinter.tts.normalization.NormalizedText;
import io.moneyprinter.tts.timing.WordCuts;
import io.moneyprinter.tts.timing.WordTimes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** By how many milliseconds word starts are off, one figure per word, and what became of the sentences. */
final class WordErrors {

    private final List<Double> found = new ArrayList<>();
    private final List<Double> used = new ArrayList<>();
    private final List<Double> shared = new ArrayList<>();
    private int aligned;
    private int rejected;
    private long nanos;
    private double seconds;

    static String heads() {
        return "%-42s %15s %15s %15s %15s%n".formatted("", "sentences", "if aligned", "as used", "weights alone")
                + "%-42s %7s %7s %7s %7s %7s %7s %7s %7s"
                        .formatted("", "aligned", "weights", "median", "p90", "median", "p90", "median", "p90");
    }

    /** Looks for the words of one sentence. */
    void measure(NormalizedText text, Reference reference, Disguise spoken) {
        var start = System.nanoTime();
        var alignment = Aligner.align(reference, spoken.sound());
        nanos += System.nanoTime() - start;
        seconds += spoken.sound().duration().toMillis() / 1000.0;
        var byWeights = errors(text, spoken, weights(text, spoken));
        shared.addAll(byWeights);
        switch (alignment) {
            case Found words -> {
                var errors = errors(text, spoken, HeardWords.times(text, words, spoken.sound()));
                found.addAll(errors);
                used.addAll(errors);
                aligned++;
            }
            case Rejected why -> {
                used.addAll(byWeights);
                rejected++;
            }
        }
    }

    private static List<WordTiming> weights(NormalizedText text, Disguise spoken) {
        var length = spoken.sound().samples().length;
        return WordCuts.find(text, Activity.of(spoken.sound()).regions(), 0, length, 0);
    }

    private static List<Double> errors(NormalizedText text, Disguise spoken, List<WordTiming> found) {
        var truth = WordTimes.of(
                text, spoken.words(), WordTiming.Source.ENGINE, spoken.sound().duration());
        var errors = new ArrayList<Double>();
        for (var i = 0; i < truth.size(); i++) {
            errors.add(
                    Math.abs(found.get(i).offset().minus(truth.get(i).offset()).toNanos()) / 1e6);
        }
        return errors;
    }

    void add(WordErrors other) {
        found.addAll(other.found);
        used.addAll(other.used);
        shared.addAll(other.shared);
        aligned += other.aligned;
        rejected += other.rejected;
        nanos += other.nanos;
        seconds += other.seconds;
    }

    /** @param what at most 42 characters */
    String row(String what) {
        return "%-42s %7d %7d %7.0f %7.0f %7.0f %7.0f %7.0f %7.0f"
                .formatted(
                        what,
                        aligned,
                        rejected,
                        percentile(found, 0.5),
                        percentile(found, 0.9),
                        percentile(used, 0.5),
                        percentile(used, 0.9),
                        percentile(shared, 0.5),
                        percentile(shared, 0.9));
    }

    String rejections() {
        return "falsely rejected: %d of %d (%.1f %%)"
                .formatted(rejected, aligned + rejected, 100.0 * rejected / (aligned + rejected));
    }

    double millisecondsToAlign(double length) {
        return nanos / 1e6 / seconds * length;
    }

    /** Whether the words that were found are as near as we promise; they are not when none were. */
    boolean areSmall(double median, double ninetieth) {
        return percentile(found, 0.5) <= median && percentile(found, 0.9) <= ninetieth;
    }

    private static double percentile(List<Double> values, double share) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
    }
}
