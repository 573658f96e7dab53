package io.moneyprinter.contracts.content;

import io.moneyprinter.contracts.tts.SpeechText;
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
 * @param marked the text with marks for whoever speaks it, such as {@code [pause 500ms]}; null when it has none
 * @param spare how soon it may be left out of a script that is too long, 1 before all others; 0 never
 */
public record Sentence(
        String text,
        Duration pauseAfter,
        List<String> keywords,
        @Nullable String caption,
        @Nullable VoiceSettings voice,
        @Nullable String marked,
        int spare) {

    public Sentence {
        if (text.isBlank()) {
            throw new IllegalArgumentException("sentence: blank (expected: something to speak)");
        }
        keywords = List.copyOf(keywords);
    }

    /** As it is written: captioned with its own words, spoken by the voice of the video. */
    public Sentence(String text, Duration pauseAfter, List<String> keywords) {
        this(SpeechText.of(text), pauseAfter, keywords);
    }

    /** As it is written, with marks for whoever speaks it. */
    public Sentence(SpeechText text, Duration pauseAfter, List<String> keywords) {
        this(text.plain(), pauseAfter, keywords, null, null, marked(text), 0);
    }

    private static @Nullable String marked(SpeechText text) {
        return text.marks().isEmpty() ? null : text.marked();
    }

    /** What is given to whoever speaks it. */
    public String script() {
        return marked == null ? text : marked;
    }

    /** Other words; a caption that stood for the old ones is gone. */
    public Sentence withText(SpeechText text) {
        return new Sentence(text.plain(), pauseAfter, keywords, null, voice, marked(text), spare);
    }

    public Sentence withPauseAfter(Duration pauseAfter) {
        return new Sentence(text, pauseAfter, keywords, caption, voice, marked, spare);
    }

    public Sentence withCaption(@Nullable String caption) {
        return new Sentence(text, pauseAfter, keywords, caption, voice, marked, spare);
    }

    public Sentence withVoice(@Nullable VoiceSettings voice) {
        return new Sentence(text, pauseAfter, keywords, caption, voice, marked, spare);
    }

    public Sentence withSpare(int spare) {
        return new Sentence(text, pauseAfter, keywords, caption, voice, marked, spare);
    }
}
