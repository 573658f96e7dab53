package io.moneyprinter.tts.timing;

import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.tts.audio.Activity;
import io.moneyprinter.tts.audio.Activity.Region;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.normalization.NormalizedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Spreads the words of a sentence over the stretches of speech in it: whole words, so that none lies in a pause, with
 * the pauses at punctuation if that fits.
 */
public final class WordCuts {

    /** Shorter silence, in windows, is part of speech. */
    private static final int SHORTEST_PAUSE = 12;

    private static final double VARIANCE = 0.1;
    private static final double UNMARKED_PAUSE = 1;
    private static final String MARKS = ",;:.!?…–—、，。！？；：،؛؟।";

    private final NormalizedText text;
    private final double[] seconds;
    private final List<Region> stretches;

    private WordCuts(NormalizedText text, List<Region> stretches) {
        this.text = text;
        this.seconds = SpeakingTime.ofWords(text);
        this.stretches = stretches;
    }

    /** When a word is spoken, in windows. */
    private record Time(double from, double to) {}

    /**
     * One timing per word, in order, without overlaps; none when there is nothing to say.
     *
     * @param speech not empty
     * @param start of the audio, in samples from the first window
     * @param length of the audio, in samples
     * @param confidence of every word
     */
    public static List<WordTiming> find(
            NormalizedText text, List<Region> speech, int start, int length, double confidence) {
        if (text.isSilent()) {
            return List.of();
        }
        var stretches = new ArrayList<>(speech);
        join(stretches, text.words().size());
        var times = new WordCuts(text, stretches).times();
        var timings = new ArrayList<WordTiming>();
        for (var i = 0; i < times.size(); i++) {
            var span = text.words().get(i);
            var from = Math.clamp(Math.round(times.get(i).from() * Activity.WINDOW) - start, 0, length);
            var to = Math.clamp(Math.round(times.get(i).to() * Activity.WINDOW) - start, from, length);
            var offset = Pcm.time(from);
            timings.add(new WordTiming(
                    span.start(),
                    span.end(),
                    offset,
                    Pcm.time(to).minus(offset),
                    WordTiming.Source.ESTIMATED,
                    confidence));
        }
        return timings;
    }

    /** Joins what short pauses divide, and then what the shortest divide, until no stretch has to be empty. */
    private static void join(List<Region> stretches, int words) {
        while (stretches.size() > 1) {
            var shortest = 1;
            for (var i = 1; i < stretches.size(); i++) {
                if (pause(stretches, i) < pause(stretches, shortest)) {
                    shortest = i;
                }
            }
            if (pause(stretches, shortest) >= SHORTEST_PAUSE && stretches.size() <= words) {
                return;
            }
            var second = stretches.remove(shortest);
            var first = stretches.remove(shortest - 1);
            stretches.add(shortest - 1, new Region(first.from(), second.to()));
        }
    }

    private static int pause(List<Region> stretches, int before) {
        return stretches.get(before).from() - stretches.get(before - 1).to();
    }

    private List<Time> times() {
        var times = new ArrayList<Time>();
        var firsts = firsts();
        for (var i = 0; i < stretches.size(); i++) {
            var end = i + 1 < stretches.size() ? firsts[i + 1] : seconds.length;
            var sum = sum(firsts[i], end);
            var at = (double) stretches.get(i).from();
            for (var word = firsts[i]; word < end; word++) {
                var next = at + stretches.get(i).length() * seconds[word] / sum;
                times.add(new Time(at, next));
                at = next;
            }
        }
        return times;
    }

    /** The first word of each stretch. */
    private int[] firsts() {
        var words = seconds.length;
        var count = stretches.size();
        var pace = stretches.stream().mapToInt(Region::length).sum() / sum(0, words);
        var costs = new double[count + 1][words + 1];
        var origins = new int[count + 1][words + 1];
        for (var row : costs) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        costs[0][0] = 0;
        for (var i = 0; i < count; i++) {
            for (var first = i; first < words; first++) {
                for (var end = first + 1; end <= words; end++) {
                    var deviation = Math.log(stretches.get(i).length() / (pace * sum(first, end)));
                    var cost = costs[i][first] + deviation * deviation / (2 * VARIANCE) + penalty(end);
                    if (cost < costs[i + 1][end]) {
                        costs[i + 1][end] = cost;
                        origins[i + 1][end] = first;
                    }
                }
            }
        }
        var firsts = new int[count];
        var end = words;
        for (var i = count; i > 0; i--) {
            end = origins[i][end];
            firsts[i - 1] = end;
        }
        return firsts;
    }

    private double penalty(int end) {
        var word = text.word(end - 1);
        return end == seconds.length || MARKS.indexOf(word.charAt(word.length() - 1)) >= 0 ? 0 : UNMARKED_PAUSE;
    }

    private double sum(int from, int to) {
        var sum = 0.0;
        for (var word = from; word < to; word++) {
            sum += seconds[word];
        }
        return sum;
    }
}
