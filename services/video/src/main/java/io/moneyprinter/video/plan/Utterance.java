package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.tts.WordTiming;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence at its place in the film.
 *
 * @param start when its audio begins
 * @param length of its audio
 * @param words with times from the start of the audio and offsets into {@code text}
 * @param caption what is shown instead of the text; null for the text, blank for nothing
 * @param pauses where in the text its author wants silence, as offsets
 */
public record Utterance(
        String text,
        Duration start,
        Duration length,
        List<WordTiming> words,
        @Nullable String caption,
        List<Integer> pauses) {

    public Utterance {
        words = List.copyOf(words);
        pauses = List.copyOf(pauses);
    }

    /** Said without a pause. */
    public Utterance(String text, Duration start, Duration length, List<WordTiming> words, @Nullable String caption) {
        this(text, start, length, words, caption, List.of());
    }
}
