package io.moneyprinter.tts.synthesis;

import io.moneyprinter.contracts.tts.SoundLevels;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.timing.StoredWord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept beside the sound of a sentence; its own shape, so that the contract may change without losing objects.
 *
 * @param samples exact length of the sound
 * @param levels null where nothing was polished, or where pauses lie between several sounds
 */
record SpokenSentence(
        long samples, List<StoredWord> words, @Nullable SoundLevels levels) {

    SpokenSentence {
        words = List.copyOf(words);
    }

    static SpokenSentence of(Pcm pcm, List<WordTiming> words, @Nullable SoundLevels levels) {
        return new SpokenSentence(
                pcm.samples().length, words.stream().map(StoredWord::of).toList(), levels);
    }

    List<WordTiming> timings() {
        return words.stream().map(StoredWord::timing).toList();
    }
}
