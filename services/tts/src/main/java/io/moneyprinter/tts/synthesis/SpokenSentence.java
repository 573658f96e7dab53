package io.moneyprinter.tts.synthesis;

import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.tts.audio.Pcm;
import java.time.Duration;
import java.util.List;

/**
 * What is kept beside the sound of a sentence; its own shape, so that the contract may change without losing objects.
 *
 * @param samples exact length of the sound
 */
record SpokenSentence(long samples, List<Word> words) {

    SpokenSentence {
        words = List.copyOf(words);
    }

    static SpokenSentence of(Pcm pcm, List<WordTiming> words) {
        return new SpokenSentence(
                pcm.samples().length, words.stream().map(Word::of).toList());
    }

    List<WordTiming> timings() {
        return words.stream().map(Word::timing).toList();
    }

    record Word(int start, int end, long offsetNanos, long durationNanos, WordTiming.Source source, double confidence) {

        static Word of(WordTiming word) {
            return new Word(
                    word.start(),
                    word.end(),
                    word.offset().toNanos(),
                    word.duration().toNanos(),
                    word.source(),
                    word.confidence());
        }

        WordTiming timing() {
            return new WordTiming(
                    start, end, Duration.ofNanos(offsetNanos), Duration.ofNanos(durationNanos), source, confidence);
        }
    }
}
