package io.moneyprinter.contracts.tts;

import io.moneyprinter.contracts.common.UserId;
import java.util.List;

/**
 * What would be spoken?
 *
 * @param language BCP 47 of the sentences
 * @param sentences in order, as in {@link SpeechRequest#text()}; all of them in one voice
 */
public record EstimateRequest(UserId userId, VoiceSettings voiceSettings, String language, List<String> sentences) {

    public EstimateRequest {
        sentences = List.copyOf(sentences);
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("sentences: none (expected: at least one)");
        }
    }
}
