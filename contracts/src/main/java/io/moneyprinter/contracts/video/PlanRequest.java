package io.moneyprinter.contracts.video;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.tts.Speech;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a film is made of.
 *
 * @param language BCP 47, decides on fonts and line breaks
 * @param seed decides on the generated music
 * @param music an audio file to use instead of the generated bed, null for none
 */
public record PlanRequest(
        UserId userId,
        VideoId videoId,
        String title,
        String language,
        Canvas canvas,
        VideoSettings settings,
        long seed,
        @Nullable ObjectKey music,
        List<SpokenSentence> sentences) {

    public PlanRequest {
        sentences = List.copyOf(sentences);
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("sentences: none (expected: at least one)");
        }
    }

    /**
     * A sentence with what is heard and seen meanwhile.
     *
     * @param text as spoken; the offsets in {@code speech.words()} point into it
     * @param caption what is shown instead of the text; null for the text, blank for nothing
     */
    public record SpokenSentence(
            String text,
            Duration pauseAfter,
            Speech speech,
            Shot shot,
            @Nullable String caption) {

        /** Captioned as it is spoken. */
        public SpokenSentence(String text, Duration pauseAfter, Speech speech, Shot shot) {
            this(text, pauseAfter, speech, shot, null);
        }
    }
}
