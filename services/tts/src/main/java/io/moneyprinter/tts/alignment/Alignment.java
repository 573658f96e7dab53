package io.moneyprinter.tts.alignment;

import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.spi.SpokenWord;
import java.time.Duration;
import java.util.List;

/** What comes of looking for a text in sound. */
public sealed interface Alignment {

    /**
     * The sound is the text.
     *
     * @param words of the reference, with the times at which they are heard in the sound
     * @param confidences one for each word, 0..1
     * @param likeness how much better the sound fits the text than other words in the same voice: 0 for not at all
     */
    record Found(List<SpokenWord> words, List<Double> confidences, double likeness) implements Alignment {

        public Found {
            words = List.copyOf(words);
            confidences = List.copyOf(confidences);
        }

        /** The same with all words so many samples later; none begins before the first sample. */
        public Found later(int samples) {
            var shift = Pcm.time(samples);
            var moved = words.stream().map(word -> {
                var start = notNegative(word.offset().plus(shift));
                var end = notNegative(word.offset().plus(word.duration()).plus(shift));
                return new SpokenWord(word.text(), start, end.minus(start));
            });
            return new Found(moved.toList(), confidences, likeness);
        }

        private static Duration notNegative(Duration time) {
            return time.isNegative() ? Duration.ZERO : time;
        }
    }

    /**
     * The sound cannot be trusted to be the text.
     *
     * @param detail what was found, and what was expected, for a log
     */
    record Rejected(Reason reason, String detail) implements Alignment {}

    /** Why nothing is said about the words. */
    enum Reason {
        /** Nobody speaks. */
        SILENCE,
        /** No one speaks that fast or slowly. */
        LENGTH,
        /** Other words, other sounds, or a voice that is not to be understood. */
        OTHER_TEXT
    }
}
