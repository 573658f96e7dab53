package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.video.NarrationWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a film with their times in it. */
final class SpokenWords {

    private SpokenWords() {}

    /** @param utterances one for each sentence */
    static NarrationWords of(String language, List<Utterance> utterances) {
        var words = new ArrayList<NarrationWords.Word>();
        for (var sentence = 0; sentence < utterances.size(); sentence++) {
            var utterance = utterances.get(sentence);
            for (var word : utterance.words()) {
                var start = utterance.start().plus(word.offset());
                words.add(new NarrationWords.Word(
                        sentence,
                        utterance.text().substring(word.start(), word.end()),
                        seconds(start),
                        seconds(start.plus(word.duration())),
                        word.source().name().toLowerCase(Locale.ROOT),
                        Math.round(word.confidence() * 1e3) / 1e3));
            }
        }
        return new NarrationWords(language, words);
    }

    /** To the millisecond. */
    private static double seconds(Duration time) {
        return Math.round(time.toNanos() / 1e6) / 1e3;
    }
}
