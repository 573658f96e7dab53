package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.VoiceSettings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks a video from now on.
 *
 * @param generation counts the castings of a video, from 1
 * @param wanted what was asked for, see {@link #wanted(VoiceSettings)}
 * @param voice id of the voice
 * @param reason why it is not the voice that was to speak, for people; null when it is
 */
public record Casting(
        int generation,
        String wanted,
        String provider,
        String voice,
        @Nullable String reason) {

    /** The same for all settings that mean the same narrator, however fast or loud. */
    public static String wanted(VoiceSettings settings) {
        return "%s|%s|%s"
                .formatted(
                        Objects.requireNonNullElse(settings.provider(), ""),
                        Objects.requireNonNullElse(settings.voice(), ""),
                        Objects.requireNonNullElse(settings.language(), ""));
    }

    public boolean speaks(Speech speech) {
        return speech.provider().equals(provider) && speech.voice().equals(voice);
    }
}
