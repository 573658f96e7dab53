package io.moneyprinter.tts.alignment;

import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.spi.SpokenWord;
import java.util.ArrayList;
import java.util.List;

/**
 * A text in a voice that knows when it says each word.
 *
 * @param words in order of time, as the voice cut the text up
 */
public record Reference(Pcm sound, List<SpokenWord> words) {

    private static final int REST = Pcm.SAMPLE_RATE * 3 / 10;

    public Reference {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("words: none (expected: at least one)");
        }
    }

    /** All of them, one after the other, with a rest between. */
    public static Reference joined(List<Reference> references) {
        var sound = new float
                [references.stream()
                        .mapToInt(reference -> reference.sound().samples().length + REST)
                        .sum()];
        var words = new ArrayList<SpokenWord>();
        var at = 0;
        for (var reference : references) {
            var samples = reference.sound().samples();
            System.arraycopy(samples, 0, sound, at, samples.length);
            for (var word : reference.words()) {
                words.add(new SpokenWord(word.text(), word.offset().plus(Pcm.time(at)), word.duration()));
            }
            at += samples.length + REST;
        }
        return new Reference(new Pcm(sound), words);
    }
}
