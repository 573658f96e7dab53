package io.moneyprinter.contracts.orchestration;

import io.moneyprinter.contracts.tts.VoiceSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A language that a video is to be made in.
 *
 * @param language BCP 47
 * @param voiceSettings who speaks; null for a voice of that language, of the same gender where there is one
 * @param script the translation, with as many sentences as the video has, or with each in a line of its own; null to
 *     have it translated by a language model
 * @param title of the translated script; null for its first heading, or its first words
 * @param intro what the intro says; with {@code script}, where the intro of the video says something
 * @param outro as the intro
 */
public record Translation(
        @NotBlank(message = "missing (expected: a BCP 47 tag such as de or pt-BR)") @Size(max = 35)
        String language,

        @Nullable @Valid VoiceSettings voiceSettings,
        @Nullable @Size(max = 50_000) String script,
        @Nullable @Size(max = 200) String title,
        @Nullable @Valid Card intro,
        @Nullable @Valid Card outro) {

    /** Into a language, by a language model and in the voice that suits it. */
    public Translation(String language) {
        this(language, null, null, null, null, null);
    }

    /** What a card of the video says, translated. */
    public record Card(
            @Nullable @Size(max = 120) String title,
            @Nullable @Size(max = 200) String subtitle) {}
}
