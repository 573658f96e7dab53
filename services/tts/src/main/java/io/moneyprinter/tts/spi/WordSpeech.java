package io.moneyprinter.tts.spi;

import io.moneyprinter.tts.normalization.NormalizedText.Span;
import java.nio.file.Path;
import java.util.List;

/**
 * Speaks so that it is known exactly when each word is said, whatever that does to how it sounds: for comparison, not
 * for listeners.
 */
public interface WordSpeech {

    /**
     * Returns once the whole utterance is spoken, with the times of its words. Words that the voice runs together are
     * one.
     *
     * @param words in the text of the utterance, in order, none within another
     * @param directory as for {@link SpeechSynthesizer#synthesize}
     * @throws io.moneyprinter.problem.CodedException {@code VOICE_ANSWER_UNUSABLE} when the voice does not read the
     *     text word by word, else as {@link SpeechSynthesizer#synthesize} does
     */
    SpokenAudio speak(Utterance utterance, List<Span> words, Path directory);
}
