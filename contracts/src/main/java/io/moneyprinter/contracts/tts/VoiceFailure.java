package io.moneyprinter.contracts.tts;

/**
 * Why somebody who was to speak did not.
 *
 * @param voice id of the voice that was to speak
 * @param code of the failure, such as {@code VOICE_PROVIDER_THROTTLED}
 * @param reason for people
 */
public record VoiceFailure(String provider, String voice, String code, String reason) {}
