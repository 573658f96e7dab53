package io.moneyprinter.sound.music;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A motif of two bars, its answer, and silence enough between them for a voice to be heard.
 *
 * @param phrase four bars
 */
record Melody(List<List<Step>> phrase) {

    private static final List<List<Integer>> RHYTHMS = List.of(
            List.of(0, 3, 4), List.of(2, 3, 4, 6), List.of(0, 1, 2), List.of(0, 4), List.of(1, 2, 4), List.of(0, 3, 6));

    Melody {
        phrase = phrase.stream().map(List::copyOf).toList();
    }

    /**
     * One tone.
     *
     * @param eighth where it starts in its bar
     * @param degree of the scale, 0 is the tonic
     * @param eighths how long it is
     */
    record Step(int eighth, int degree, int eighths) {}

    static Melody random(int degrees, SplittableRandom random) {
        var question = RHYTHMS.get(random.nextInt(RHYTHMS.size()));
        var close = random.nextBoolean() ? List.of(0) : List.of(0, 4);
        var start = random.nextInt(3);
        var rise = random.nextBoolean() ? 1 : -1;
        var first = line(question, start, rise, random);
        var second = line(close, last(first) - rise, -rise, random);
        var third = first.stream()
                .map(tone -> new Step(
                        tone.eighth(), Math.min(degrees, tone.degree() + (tone.eighth() > 2 ? 1 : 0)), tone.eighths()))
                .toList();
        return new Melody(List.of(first, second, third, List.of(new Step(0, 0, 6))));
    }

    List<Step> bar(int bar) {
        return phrase.get(bar % phrase.size());
    }

    private static List<Step> line(List<Integer> rhythm, int start, int direction, SplittableRandom random) {
        var tones = new ArrayList<Step>();
        var degree = start;
        for (var i = 0; i < rhythm.size(); i++) {
            var end = i + 1 < rhythm.size() ? rhythm.get(i + 1) : 8;
            tones.add(new Step(rhythm.get(i), Math.clamp(degree, -2, 5), end - rhythm.get(i)));
            degree += random.nextInt(4) == 0 ? -direction : direction;
        }
        return tones;
    }

    private static int last(List<Step> tones) {
        return tones.getLast().degree();
    }
}
