package io.moneyprinter.tts.provider.espeak;

import io.moneyprinter.tts.provider.http.Wave;
import io.moneyprinter.tts.spi.SpokenWord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** When each word is said in a text that was spoken with {@link Muting}. */
final class HeardRuns {

    /** Silence before a word that is shorter is the first part of its first consonant; no pause is so short. */
    private static final double LONGEST_CLOSURE_SECONDS = 0.09;

    /** What espeak-ng rests where the amplitude is set. */
    private static final double REST_SECONDS = 0.007;

    /** How much better a word without sound of its own has to fit to what precedes it; most are prepositions. */
    private static final double LEAN = 0.35;

    /** Where fewer words are heard one by one, something else is read than the words. */
    private static final double LEAST_HEARD = 2.0 / 3;

    private final Muting muting;
    private final List<Wave> runs;
    private final int sampleRate;

    private HeardRuns(Muting muting, List<Wave> runs) {
        this.muting = muting;
        this.runs = runs;
        this.sampleRate = runs.getFirst().sampleRate();
    }

    /** Samples that are heard in the same runs, with the silence between them. */
    private record Stretch(int code, int from, int to) {

        int length() {
            return to - from;
        }
    }

    /** @throws IOException why the words cannot be told apart, as part of a sentence */
    static List<SpokenWord> words(Muting muting, List<Wave> runs) throws IOException {
        for (var run : runs) {
            if (run.sampleRate() != runs.getFirst().sampleRate()
                    || run.samples().length != runs.getFirst().samples().length) {
                throw new IOException("the same words take another time when others are muted");
            }
        }
        var heard = new HeardRuns(muting, runs);
        var stretches = heard.stretches();
        return heard.words(stretches, heard.heard(stretches));
    }

    private List<Stretch> stretches() {
        var stretches = new ArrayList<Stretch>();
        var code = 0;
        var from = 0;
        var to = 0;
        for (var sample = 0; sample < runs.getFirst().samples().length; sample++) {
            var here = Muting.code(runs, sample);
            if (here == 0) {
                continue;
            }
            if (here != code && code != 0) {
                stretches.add(new Stretch(code, from, to));
            }
            from = here == code ? from : sample;
            to = sample + 1;
            code = here;
        }
        if (code != 0) {
            stretches.add(new Stretch(code, from, to));
        }
        return stretches;
    }

    /** The word that each stretch is of: every one later than the one before, some of them left out. */
    private int[] heard(List<Stretch> stretches) throws IOException {
        var words = new int[stretches.size()];
        var next = 0;
        for (var i = 0; i < words.length; i++) {
            words[i] = next + Math.floorMod(stretches.get(i).code() - Muting.code(next), Muting.CODES);
            next = words[i] + 1;
        }
        if (next > muting.words().size()
                || words.length < LEAST_HEARD * muting.words().size()) {
            throw new IOException("its sound has %d parts, and not those of the %d words"
                    .formatted(words.length, muting.words().size()));
        }
        return words;
    }

    private List<SpokenWord> words(List<Stretch> stretches, int[] heard) {
        var words = new ArrayList<SpokenWord>();
        var first = 0;
        for (var i = 0; i < heard.length; i++) {
            var end = i + 1 < heard.length
                    ? border(heard[i], heard[i + 1], stretches.get(i), stretches.get(i + 1))
                    : muting.words().size();
            var text = muting.text()
                    .substring(
                            muting.words().get(first).start(),
                            muting.words().get(end - 1).end());
            var start = i == 0 ? stretches.getFirst().from() : start(stretches.get(i - 1), stretches.get(i));
            words.add(new SpokenWord(
                    text, time(start), time(stretches.get(i).to()).minus(time(start))));
            first = end;
        }
        return words;
    }

    /**
     * Words that are not heard by themselves are run together with what follows or precedes them; what lasts long for
     * its letters has them.
     *
     * @return the first of the words that are run together with the second one
     */
    private int border(int one, int two, Stretch before, Stretch after) {
        if (two == one + 1) {
            return two;
        }
        var pace = Math.log((double) before.length() / after.length());
        var withAfter = Math.abs(pace - Math.log((double) letters(one, one + 1) / letters(one + 1, two + 1)));
        var withBefore = Math.abs(pace - Math.log((double) letters(one, two) / letters(two, two + 1)));
        return withBefore + LEAN < withAfter ? two : one + 1;
    }

    private int letters(int from, int to) {
        return muting.words().subList(from, to).stream()
                .mapToInt(word -> word.end() - word.start())
                .sum();
    }

    private int start(Stretch before, Stretch after) {
        var silence = after.from() - before.to();
        return silence < LONGEST_CLOSURE_SECONDS * sampleRate
                ? before.to() + Math.min(silence, (int) (REST_SECONDS * sampleRate))
                : after.from();
    }

    private Duration time(int samples) {
        return Duration.ofNanos(Math.round(samples * 1e9 / sampleRate));
    }
}
