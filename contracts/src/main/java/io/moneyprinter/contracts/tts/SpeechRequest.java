package io.moneyprinter.contracts.tts;

import io.moneyprinter.contracts.common.UserId;
import org.jspecify.annotations.Nullable;

/**
 * One sentence to speak.
 *
 * @param text as written: numbers, currency, URLs and emoji are made speakable by the service; may have the marks of
 *     {@link SpeechText}
 * @param language BCP 47 of the text
 * @param idempotencyKey the same for every attempt at the same piece of work; providers are asked once for it
 * @param narrator who speaks the other sentences of the video, and is asked first; null when nobody does yet
 */
public record SpeechRequest(
        UserId userId,
        String text,
        String language,
        VoiceSettings voiceSettings,
        String idempotencyKey,
        @Nullable Narrator narrator) {

    /** A sentence that belongs to no video, or is the first of it. */
    public SpeechRequest(
            UserId userId, String text, String language, VoiceSettings voiceSettings, String idempotencyKey) {
        this(userId, text, language, voiceSettings, idempotencyKey, null);
    }

    public SpeechRequest withText(String text) {
        return new SpeechRequest(userId, text, language, voiceSettings, idempotencyKey, narrator);
    }
}
