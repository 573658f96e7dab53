package io.moneyprinter.content.api;

import io.moneyprinter.content.enhance.Enhancement;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A script to work on.
 *
 * @param script Markdown or plain text, with {@code [pause 0.5s]}
 * @param language BCP 47 of the script; null to detect it
 * @param targetLanguage for {@code translate}
 * @param durationTarget wanted length in seconds, for {@code shorten} and {@code lengthen}; null for half, or half as much
 *     again
 * @param style null as it is
 * @param tone null as it is
 * @param targetAudience null as it is
 * @param extract for {@code shorten}: whether to leave sentences out instead of asking a model; null to ask one where there
 *     is one
 * @param provider of the language model, null for the configured ones
 */
record EnhanceRequest(
        @NotNull Enhancement enhancement,
        @NotBlank @Size(max = 50_000) String script,
        @Nullable @Size(max = 35) String language,
        @Nullable @Size(max = 35) String targetLanguage,
        @Nullable @Min(3) @Max(600) Integer durationTarget,
        @Nullable @Size(max = 100) String style,
        @Nullable @Size(max = 100) String tone,
        @Nullable @Size(max = 200) String targetAudience,
        @Nullable Boolean extract,
        @Nullable @Size(max = 60) String provider) {}
