package io.moneyprinter.contracts.tts;

import io.moneyprinter.contracts.common.SoundFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A text to speak.
 *
 * @param text read as the script of a video is: Markdown or plain text, with {@code [pause 0.5s]}; headings are not
 *     spoken
 * @param language BCP 47 of the text; null to detect it
 * @param voiceSettings null for the best voice of the language
 * @param format null for that of the Accept header, or MP3
 * @param sampleRate in hertz; null for 48000
 */
public record SynthesisRequest(
        @NotBlank String text,
        @Nullable @Size(max = 35) String language,
        @Nullable @Valid VoiceSettings voiceSettings,
        @Nullable SoundFormat format,
        @Nullable Integer sampleRate) {}
