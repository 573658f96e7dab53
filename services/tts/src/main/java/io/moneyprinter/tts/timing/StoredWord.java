package io.moneyprinter.tts.timing;

import io.moneyprinter.contracts.tts.WordTiming;
import java.time.Duration;

/** A word as it is kept beside a sound; its own shape, so that the contract may change without losing objects. */
public record StoredWord(
        int start, int end, long offsetNanos, long durationNanos, WordTiming.Source source, double confidence) {

    public static StoredWord of(WordTiming word) {
        return new StoredWord(
                word.start(),
                word.end(),
                word.offset().toNanos(),
                word.duration().toNanos(),
                word.source(),
                word.confidence());
    }

    public WordTiming timing() {
        return new WordTiming(
                start, end, Duration.ofNanos(offsetNanos), Duration.ofNanos(durationNanos), source, confidence);
    }
}
