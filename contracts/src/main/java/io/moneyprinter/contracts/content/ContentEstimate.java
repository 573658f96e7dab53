package io.moneyprinter.contracts.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a script before it is written.
 *
 * @param language BCP 47, detected when it was not given
 * @param title given, derived from the text, or the topic
 * @param sentences how many there will be, about
 * @param estimatedDuration of the narration, in seconds
 * @param characters how many there will be to speak, about; 0 where that is not kept
 * @param spoken all words, null before they are written
 * @param headings of its sections; none before they are written
 */
public record ContentEstimate(
        String language,
        String title,
        int sentences,
        int estimatedDuration,
        int characters,
        @Nullable String spoken,
        List<String> headings) {

    public ContentEstimate {
        headings = List.copyOf(headings);
    }

    /** Of words that are kept elsewhere. */
    public ContentEstimate(String language, String title, int sentences, int estimatedDuration) {
        this(language, title, sentences, estimatedDuration, 0, null, List.of());
    }
}
