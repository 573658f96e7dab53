package io.moneyprinter.contracts.tts;

import io.moneyprinter.contracts.common.SoundFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several texts to speak in the same way, each into a file of its own.
 *
 * @param texts as in {@link SynthesisRequest}, like all that follows
 */
public record SynthesisBatch(
        @NotEmpty List<@NotBlank String> texts,
        @Nullable @Size(max = 35) String language,
        @Nullable @Valid VoiceSettings voiceSettings,
        @Nullable SoundFormat format,
        @Nullable Integer sampleRate) {

    public SynthesisRequest request(int index) {
        return new SynthesisRequest(texts.get(index), language, voiceSettings, format, sampleRate);
    }
}
