package io.moneyprinter.contracts.orchestration;

import io.moneyprinter.contracts.tts.SpeechEstimate;
import org.jspecify.annotations.Nullable;

/**
 * What making a video would take; nothing was made to find out.
 *
 * @param title given, derived from the text, or the topic
 * @param language BCP 47, detected when it was not given
 * @param estimatedDuration of the narration, in seconds
 * @param exact whether the words are known; else the number of sentences and characters is guessed from the wanted
 *     length
 * @param speech null for a narration that is recorded, which nobody is asked to speak
 */
public record VideoEstimate(
        String title,
        String language,
        int estimatedDuration,
        boolean exact,
        @Nullable SpeechEstimate speech) {}
