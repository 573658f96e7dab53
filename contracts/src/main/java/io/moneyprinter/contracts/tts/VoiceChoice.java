package io.moneyprinter.contracts.tts;

import io.moneyprinter.contracts.common.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Which voice would speak a text?
 *
 * @param language BCP 47 of the text
 * @param sample some of the text: its script must be one that the voice reads
 * @param gender of the voice, where the settings name none and there is one: {@code female}, {@code male} or null for any
 */
public record VoiceChoice(
        UserId userId,
        VoiceSettings voiceSettings,
        String language,
        String sample,
        @Nullable String gender) {

    /** Of any gender. */
    public VoiceChoice(UserId userId, VoiceSettings voiceSettings, String language, String sample) {
        this(userId, voiceSettings, language, sample, null);
    }
}
