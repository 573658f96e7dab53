package io.moneyprinter.contracts.content;

import java.time.Duration;
import java.util.List;

/**
 * The unit of everything: of speech, retry, cache, shot and caption.
 *
 * @param text as written and as captioned, one line, never blank
 * @param pauseAfter silence before the next sentence
 * @param keywords what it is about, for finding pictures, most telling first
 */
public record Sentence(String text, Duration pauseAfter, List<String> keywords) {

    public Sentence {
        if (text.isBlank()) {
            throw new IllegalArgumentException("sentence: blank (expected: something to speak)");
        }
        keywords = List.copyOf(keywords);
    }
}
