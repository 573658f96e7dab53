package io.moneyprinter.tts.provider.neural;

import java.util.List;

/**
 * What a model says in one breath.
 *
 * @param endsSentence whether a sentence ends with it
 */
record Phrase(List<Sound> sounds, boolean endsSentence) {

    /** A mark, or a space between words. */
    static final int NO_WORD = -1;

    Phrase {
        sounds = List.copyOf(sounds);
    }

    /**
     * A symbol of the model's alphabet.
     *
     * @param word index of the word in the text that it is a part of, or {@link #NO_WORD}
     */
    record Sound(String symbol, int word) {}

    List<String> symbols() {
        return sounds.stream().map(Sound::symbol).toList();
    }
}
