package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.tts.WordTiming;
import java.time.Duration;
import java.util.List;

/**
 * A sentence at its place in the film.
 *
 * @param start when its audio begins
 * @param words with times from the start of the audio and offsets into {@code text}
 */
public record Utterance(String text, Duration start, List<WordTiming> words) {

    public Utterance {
        words = List.copyOf(words);
    }
}
