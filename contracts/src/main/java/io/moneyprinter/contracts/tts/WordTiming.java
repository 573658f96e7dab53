package io.moneyprinter.contracts.tts;

import java.time.Duration;

/**
 * When a word of the written text is spoken.
 *
 * @param start offset of its first UTF-16 unit in the text of the request, without its marks
 * @param end offset after its last unit, punctuation that clings to the word included
 * @param offset from the start of the audio
 * @param source how the time is known
 * @param confidence 0..1
 */
public record WordTiming(int start, int end, Duration offset, Duration duration, Source source, double confidence) {

    /** In a sound that lasts so many times as long. */
    WordTiming times(double factor) {
        return new WordTiming(start, end, scaled(offset, factor), scaled(duration, factor), source, confidence);
    }

    private static Duration scaled(Duration time, double factor) {
        return Duration.ofNanos(Math.round(time.toNanos() * factor));
    }

    /** Where a time comes from, best first. */
    public enum Source {
        /** The provider said so. */
        PROVIDER,
        /** The engine's own phone durations. */
        ENGINE,
        /** Found in the sound, by comparing it with the same text in a voice whose times are known. */
        ALIGNED,
        /** Interpolated between words that are known. */
        INTERPOLATED,
        /** Shared out over the sentence by letters and syllables. */
        ESTIMATED
    }
}
