package io.moneyprinter.tts.alignment;

import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.tts.alignment.Alignment.Found;
import io.moneyprinter.tts.alignment.Alignment.Rejected;
import io.moneyprinter.tts.audio.Activity;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.normalization.NormalizedText;
import io.moneyprinter.tts.timing.WordCuts;
import io.moneyprinter.tts.timing.WordTimes;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Times of words that the voice does not tell: found in the sound, else shared out over what is spoken of it. */
@Component
public class HeardWords {

    private static final Logger LOG = LoggerFactory.getLogger(HeardWords.class);

    private static final double SHARED_OUT = 0.3;

    private final References references;

    HeardWords(References references) {
        this.references = references;
    }

    /** One timing per written word, in order; their source says how they were found. */
    public List<WordTiming> of(NormalizedText text, String language, Pcm sound) {
        var reference = references.speak(text, language);
        if (reference != null) {
            switch (Aligner.align(reference, sound)) {
                case Found found -> {
                    return times(text, found, sound);
                }
                case Rejected rejected ->
                    LOG.info(
                            "The words of '{}' are timed by their letters: {}, {}",
                            text.written(),
                            rejected.reason(),
                            rejected.detail());
            }
        }
        var speech = Activity.of(sound).regions();
        return speech.isEmpty()
                ? WordTimes.of(text, List.of(), WordTiming.Source.ESTIMATED, sound.duration())
                : WordCuts.find(text, speech, 0, sound.samples().length, SHARED_OUT);
    }

    /** @param sound in which the words were found */
    public static List<WordTiming> times(NormalizedText text, Found found, Pcm sound) {
        return WordTimes.of(text, found.words(), found.confidences(), WordTiming.Source.ALIGNED, sound.duration());
    }
}
