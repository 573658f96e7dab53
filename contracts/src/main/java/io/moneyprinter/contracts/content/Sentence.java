package io.moneyprinter.contracts.content;

import io.moneyprinter.contracts.tts.VoiceSettings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The unit of everything: of speech, retry, cache, shot and caption.
 *
 * @param text as written and as captioned, one line, never blank
 * @param pauseAfter silence before the next sentence
 * @param keywords what it is about, for finding pictures, most telling first
 * @param caption shown instead of the text; null for the text
 * @param voice who speaks it; null for the voice of the whole video
 */
public record Sentence(
        String text,
        Duration pauseAfter,
        List<String> keywords,
        @Nullable String caption,
        @Nullable VoiceSettings voice) {

    public Sentence {
        if (text.isBlank()) {
            throw new IllegalArgumentException("sentence: blank (expected: something to speak)");
        }
        keywords = List.copyOf(keywords);
    }

    /** As it is written: captioned with its own words, spoken by the voice of the video. */
    public Sentence(String text, Duration pauseAfter, List<String> keywords) {
        this(text, pauseAfter, keywords, null, null);
    }

    /** Other words; a caption that stood for the old ones is gone. */
    public Sentence withText(String text) {
        return new Sentence(text, pauseAfter, keywords, null, voice);
    }

    public Sentence withPauseAfter(Duration pauseAfter) {
        return new Sentence(text, pauseAfter, keywords, caption, voice);
    }

    public Sentence withCaption(@Nullable String caption) {
        return new Sentence(text, pauseAfter, keywords, caption, voice);
    }

    public Sentence withVoice(@Nullable VoiceSettings voice) {
        return new Sentence(text, pauseAfter, keywords, caption, voice);
    }
}
