package io.moneyprinter.contracts.tts;

import io.moneyprinter.contracts.common.UserId;

/**
 * One sentence to speak.
 *
 * @param text as written: numbers, currency, URLs and emoji are made speakable by the service
 * @param language BCP 47 of the text
 * @param idempotencyKey the same for every attempt at the same piece of work; providers are asked once for it
 */
public record SpeechRequest(
        UserId userId, String text, String language, VoiceSettings voiceSettings, String idempotencyKey) {}
