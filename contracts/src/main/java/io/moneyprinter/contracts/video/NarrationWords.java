package io.moneyprinter.contracts.video;

import java.util.List;

/**
 * When each word of a video is spoken, as its file of words says it.
 *
 * @param language BCP 47
 * @param words as they are spoken
 */
public record NarrationWords(String language, List<Word> words) {

    public NarrationWords {
        words = List.copyOf(words);
    }

    /**
     * A spoken word.
     *
     * @param sentence its number, from 0
     * @param text as written, with the punctuation that clings to it
     * @param start seconds from the start of the file that it is spoken in
     * @param end seconds
     * @param source how the time is known: {@code provider}, {@code engine}, {@code aligned}, {@code interpolated} or
     *     {@code estimated}
     * @param confidence 0..1
     */
    public record Word(int sentence, String text, double start, double end, String source, double confidence) {}
}
