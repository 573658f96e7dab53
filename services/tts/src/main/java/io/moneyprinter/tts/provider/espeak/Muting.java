package io.moneyprinter.tts.provider.espeak;

import io.moneyprinter.tts.normalization.NormalizedText.Span;
import io.moneyprinter.tts.provider.http.Wave;
import java.util.List;

/**
 * One text, spoken several times with other words muted each time. Muting changes nothing else, not even by a sample,
 * so the runs in which a sample is heard tell of which word it is.
 *
 * @param text without anything that espeak-ng takes for a command
 * @param words of the text, in order
 */
record Muting(String text, List<Span> words) {

    static final int RUNS = 3;

    /** Each word is heard in other runs than the six before it, and in one at least. */
    static final int CODES = (1 << RUNS) - 1;

    /** Two words that espeak-ng would otherwise run together, as "in the", stay apart with a space of no width. */
    private static final String APART = "\u200b";

    /** Sets the amplitude, of which 100 is the usual one. */
    private static final String ALOUD = APART + "\u0001100A";

    private static final String MUTE = APART + "\u00010A";

    Muting {
        words = List.copyOf(words);
    }

    /** What is said in one run. */
    String text(int run) {
        var out = new StringBuilder();
        var at = 0;
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            out.append(text, at, word.start());
            out.append((code(i) >> run & 1) == 1 ? ALOUD : MUTE);
            out.append(text, word.start(), word.end());
            at = word.end();
        }
        return out.append(text, at, text.length()).toString();
    }

    /** The set of runs in which a word is heard, in bits. */
    static int code(int word) {
        return word % CODES + 1;
    }

    /** The set of runs in which a sample is heard; 0 for silence. */
    static int code(List<Wave> runs, int sample) {
        var code = 0;
        for (var run = 0; run < RUNS; run++) {
            code |= runs.get(run).samples()[sample] == 0 ? 0 : 1 << run;
        }
        return code;
    }

    /** With no word muted. */
    static Wave whole(List<Wave> runs) {
        var first = runs.getFirst();
        var samples = first.samples().clone();
        for (var run : runs) {
            for (var i = 0; i < samples.length; i++) {
                samples[i] = samples[i] == 0 ? run.samples()[i] : samples[i];
            }
        }
        return new Wave(first.sampleRate(), samples);
    }
}
