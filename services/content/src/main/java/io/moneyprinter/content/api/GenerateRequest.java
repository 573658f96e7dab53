package io.moneyprinter.content.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A script to write. Exactly one of {@code topic}, {@code script} and {@code article} is given.
 *
 * @param topic a subject for a language model
 * @param style default that of the template, or {@code engaging}
 * @param durationTarget wanted length in seconds, as long as a video may be, default 60
 * @param language BCP 47; null to detect it
 * @param keywords to work in
 * @param tone default that of the template, or {@code professional}
 * @param includeHook default true
 * @param targetAudience default {@code general}
 * @param title null to derive one
 * @param script words that are there already
 * @param article a text to shorten to its own sentences
 * @param material with a topic: the text that all facts come from
 * @param template id of a template, with a topic
 * @param templateVersion null for the latest
 * @param provider of the language model, null for the configured ones
 */
record GenerateRequest(
        @Nullable @Size(min = 1, max = 2_000) String topic,
        @Nullable @Size(max = 100) String style,
        @Nullable @Min(5) @Max(600) Integer durationTarget,
        @Nullable @Size(max = 35) String language,
        @Nullable @Size(max = 30) List<@NotNull @Size(max = 100) String> keywords,
        @Nullable @Size(max = 100) String tone,
        @Nullable Boolean includeHook,
        @Nullable @Size(max = 200) String targetAudience,
        @Nullable @Size(max = 200) String title,
        @Nullable @Size(max = 50_000) String script,
        @Nullable @Size(max = 500_000) String article,
        @Nullable @Size(max = 30_000) String material,
        @Nullable @Size(max = 60) String template,
        @Nullable Integer templateVersion,
        @Nullable @Size(max = 60) String provider) {

    int seconds() {
        return Objects.requireNonNullElse(durationTarget, 60);
    }

    List<String> wanted() {
        return Objects.requireNonNullElse(keywords, List.of());
    }

    GenerateRequest with(String template) {
        return new GenerateRequest(
                topic,
                style,
                durationTarget,
                language,
                keywords,
                tone,
                includeHook,
                targetAudience,
                title,
                script,
                article,
                material,
                template,
                templateVersion,
                provider);
    }
}
