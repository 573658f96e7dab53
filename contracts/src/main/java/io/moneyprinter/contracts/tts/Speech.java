package io.moneyprinter.contracts.tts;

import io.moneyprinter.contracts.common.ObjectKey;
import java.time.Duration;
import java.util.List;

/**
 * A spoken sentence.
 *
 * @param audio WAV, PCM signed 16 bit, mono, at {@code sampleRate}; head and tail silence are trimmed
 * @param sampleRate samples per second: 48000
 * @param samples exact length of the audio
 * @param words in reading order; every word of the text is there
 * @param provider who spoke, such as {@code marytts}
 * @param voice id of the voice that spoke
 * @param cached whether it was there already
 */
public record Speech(
        ObjectKey audio,
        int sampleRate,
        long samples,
        List<WordTiming> words,
        String provider,
        String voice,
        boolean cached) {

    public Speech {
        words = List.copyOf(words);
    }

    public Duration duration() {
        return Duration.ofNanos(Math.round(samples * 1e9 / sampleRate));
    }
}
