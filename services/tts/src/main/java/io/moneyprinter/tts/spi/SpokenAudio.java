package io.moneyprinter.tts.spi;

import io.moneyprinter.contracts.tts.WordTiming;
import java.nio.file.Path;
import java.util.List;

/**
 * What a provider said.
 *
 * @param file any audio file that ffmpeg reads; WAV of 48 kHz, mono, signed 16 bit needs no ffmpeg
 * @param words in order of time, as the provider cut the text up; empty when it does not say
 * @param source how the times of {@code words} are known
 */
public record SpokenAudio(Path file, List<SpokenWord> words, WordTiming.Source source) {

    public SpokenAudio {
        words = List.copyOf(words);
    }
}
