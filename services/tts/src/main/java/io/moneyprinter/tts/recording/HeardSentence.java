package io.moneyprinter.tts.recording;

import io.moneyprinter.tts.alignment.Aligner;
import io.moneyprinter.tts.alignment.Alignment.Found;
import io.moneyprinter.tts.alignment.Reference;
import io.moneyprinter.tts.audio.Activity;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.recording.SentenceCuts.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence where it is thought to be, with the silence that belongs to it, and its words if they are heard there.
 *
 * @param from first sample in the recording
 * @param words with times from there
 */
record HeardSentence(
        Part part, int from, Pcm sound, @Nullable Found words) {

    private static final int LEAD = Activity.WINDOW * 4;
    private static final int TAIL = Activity.WINDOW * 8;

    /** @param references one per part; null where there is none */
    static List<HeardSentence> of(List<Part> parts, Pcm recording, List<@Nullable Reference> references) {
        var sentences = new ArrayList<HeardSentence>();
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var from = part.from() * Activity.WINDOW - Math.min(LEAD, part.before() * Activity.WINDOW);
            var to = part.to() * Activity.WINDOW + Math.min(TAIL, part.after() * Activity.WINDOW);
            var sound = recording.range(from, to);
            var reference = references.get(i);
            var found = reference != null && Aligner.align(reference, sound) instanceof Found words ? words : null;
            sentences.add(new HeardSentence(part, from, sound, found));
        }
        return sentences;
    }

    /** How well the sentences are heard where they are thought to be. */
    static double likeness(List<HeardSentence> sentences) {
        return sentences.stream()
                .mapToDouble(heard -> heard.words() == null ? 0 : heard.words().likeness())
                .sum();
    }
}
