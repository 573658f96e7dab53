package io.moneyprinter.contracts.orchestration;

import io.moneyprinter.contracts.content.Edition;
import io.moneyprinter.contracts.content.Source;
import io.moneyprinter.contracts.content.Variation;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.video.VideoSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A video to make. Exactly one of {@code topic}, {@code script}, {@code article}, {@code sources} and {@code draft} is
 * given.
 *
 * @param title null to derive one
 * @param topic a subject for a language model to write about
 * @param script the words to speak: Markdown or plain text with headings, paragraphs and {@code [pause]}
 * @param article a text to summarise
 * @param language BCP 47; null to detect it
 * @param style for language models, default that of the template, or {@code engaging}
 * @param tone for language models, default that of the template, or {@code professional}
 * @param targetAudience for language models, default {@code general}
 * @param keywords to work in
 * @param produce how far it goes, default {@code video}; what is not made needs no settings, and ignores them
 * @param sources pages, documents, items of feeds and texts to summarise together; the description cites them
 * @param draft a script that the user keeps, to be spoken as it is when the video is accepted
 * @param template how a video of its kind is built; a language model then writes the script, of the topic or of the
 *     texts
 * @param variation how it is told; a language model then writes the script, of the topic or of the texts
 */
public record VideoRequest(
        @Nullable @Size(max = 200) String title,
        @Nullable @Size(min = 1, max = 2_000) String topic,
        @Nullable @Size(max = 50_000) String script,
        @Nullable @Size(max = 500_000) String article,
        @Nullable @Size(max = 35) String language,
        @Nullable @Size(max = 100) String style,
        @Nullable @Size(max = 100) String tone,
        @Nullable @Size(max = 200) String targetAudience,
        @Nullable @Size(max = 30) List<@Size(max = 100) String> keywords,
        @Nullable @Valid VoiceSettings voiceSettings,
        @Nullable @Valid VideoSettings videoSettings,
        @Nullable @Valid MaterialSettings materials,
        @Nullable Produce produce,
        @Nullable @Size(min = 1, max = 10) List<@Valid Source> sources,
        @Nullable @Valid Edition draft,
        @Nullable @Valid Edition template,
        @Nullable @Valid Variation variation) {

    /** A whole film. */
    public VideoRequest(
            @Nullable String title,
            @Nullable String topic,
            @Nullable String script,
            @Nullable String article,
            @Nullable String language,
            @Nullable String style,
            @Nullable String tone,
            @Nullable String targetAudience,
            @Nullable List<String> keywords,
            @Nullable VoiceSettings voiceSettings,
            @Nullable VideoSettings videoSettings,
            @Nullable MaterialSettings materials) {
        this(
                title,
                topic,
                script,
                article,
                language,
                style,
                tone,
                targetAudience,
                keywords,
                voiceSettings,
                videoSettings,
                materials,
                null,
                null,
                null,
                null,
                null);
    }

    /** How far it goes, the default filled in. */
    public Produce produced() {
        return Objects.requireNonNullElse(produce, Produce.VIDEO);
    }

    public VideoRequest withVoiceSettings(@Nullable VoiceSettings voiceSettings) {
        return copy(voiceSettings, videoSettings, produce, sources, draft, template, variation);
    }

    public VideoRequest withVideoSettings(@Nullable VideoSettings videoSettings) {
        return copy(voiceSettings, videoSettings, produce, sources, draft, template, variation);
    }

    public VideoRequest withProduce(@Nullable Produce produce) {
        return copy(voiceSettings, videoSettings, produce, sources, draft, template, variation);
    }

    public VideoRequest withSources(@Nullable List<Source> sources) {
        return copy(voiceSettings, videoSettings, produce, sources, draft, template, variation);
    }

    public VideoRequest withDraft(@Nullable Edition draft) {
        return copy(voiceSettings, videoSettings, produce, sources, draft, template, variation);
    }

    public VideoRequest withTemplate(@Nullable Edition template) {
        return copy(voiceSettings, videoSettings, produce, sources, draft, template, variation);
    }

    public VideoRequest withVariation(@Nullable Variation variation) {
        return copy(voiceSettings, videoSettings, produce, sources, draft, template, variation);
    }

    private VideoRequest copy(
            @Nullable VoiceSettings voice,
            @Nullable VideoSettings video,
            @Nullable Produce produced,
            @Nullable List<Source> sources,
            @Nullable Edition draft,
            @Nullable Edition template,
            @Nullable Variation variation) {
        return new VideoRequest(
                title,
                topic,
                script,
                article,
                language,
                style,
                tone,
                targetAudience,
                keywords,
                voice,
                video,
                materials,
                produced,
                sources,
                draft,
                template,
                variation);
    }
}
