package io.moneyprinter.contracts.tts;

import io.moneyprinter.contracts.common.UserId;

/**
 * Which voice would speak a text?
 *
 * @param language BCP 47 of the text
 * @param sample some of the text: its script must be one that the voice reads
 */
public record VoiceChoice(UserId userId, VoiceSettings voiceSettings, String language, String sample) {}
