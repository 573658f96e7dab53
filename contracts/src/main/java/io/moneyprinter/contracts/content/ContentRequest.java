package io.moneyprinter.contracts.content;

import io.moneyprinter.contracts.common.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to speak about. Exactly one of {@code topic}, {@code script}, {@code article}, {@code sources} and {@code draft}
 * is given.
 *
 * @param title wanted title; null to derive one
 * @param topic a subject for a language model to write about
 * @param script the words to speak, as Markdown or plain text: headings, paragraphs, {@code [pause]}, {@code [pause 0.5s]}
 * @param article a text (Markdown, HTML or plain) to summarise
 * @param style for language models; null for that of the template, or {@code engaging}
 * @param durationTarget wanted length in seconds; a given script is never shortened
 * @param language BCP 47; null to detect it from the text
 * @param keywords to work in
 * @param tone for language models; null for that of the template, or {@code professional}
 * @param includeHook whether to open with a question or a number that makes people stay
 * @param targetAudience for language models; null for {@code general}
 * @param idempotencyKey the same for every attempt at the same piece of work, such as the video's id: a language
 *     model is then paid once for it; null to ask anew each time
 * @param sources texts to summarise together, the most important first; empty for none
 * @param draft a script that the user keeps, to be spoken as it is
 * @param template how a video of its kind is built; a language model then writes it, of the topic or of the texts
 * @param variation how it is told; a language model then writes it, of the topic or of the texts
 */
public record ContentRequest(
        UserId userId,
        @Nullable String title,
        @Nullable String topic,
        @Nullable String script,
        @Nullable String article,
        @Nullable String style,
        int durationTarget,
        @Nullable String language,
        List<String> keywords,
        @Nullable String tone,
        boolean includeHook,
        @Nullable String targetAudience,
        @Nullable String idempotencyKey,
        List<Source> sources,
        @Nullable Edition draft,
        @Nullable Edition template,
        @Nullable Variation variation) {

    public ContentRequest {
        keywords = List.copyOf(keywords);
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    /** Of what was sent itself, told as usual. */
    public ContentRequest(
            UserId userId,
            @Nullable String title,
            @Nullable String topic,
            @Nullable String script,
            @Nullable String article,
            @Nullable String style,
            int durationTarget,
            @Nullable String language,
            List<String> keywords,
            @Nullable String tone,
            boolean includeHook,
            @Nullable String targetAudience,
            @Nullable String idempotencyKey) {
        this(
                userId,
                title,
                topic,
                script,
                article,
                style,
                durationTarget,
                language,
                keywords,
                tone,
                includeHook,
                targetAudience,
                idempotencyKey,
                List.of(),
                null,
                null,
                null);
    }

    /** Whether a language model writes it. */
    public boolean written() {
        return topic != null || template != null || variation != null;
    }

    public ContentRequest withDurationTarget(int seconds) {
        return copy(seconds, sources, draft, template, variation);
    }

    public ContentRequest withSources(List<Source> sources) {
        return copy(durationTarget, sources, draft, template, variation);
    }

    public ContentRequest withDraft(@Nullable Edition draft) {
        return copy(durationTarget, sources, draft, template, variation);
    }

    public ContentRequest withTemplate(@Nullable Edition template) {
        return copy(durationTarget, sources, draft, template, variation);
    }

    public ContentRequest withVariation(@Nullable Variation variation) {
        return copy(durationTarget, sources, draft, template, variation);
    }

    private ContentRequest copy(
            int seconds,
            List<Source> sources,
            @Nullable Edition draft,
            @Nullable Edition template,
            @Nullable Variation variation) {
        return new ContentRequest(
                userId,
                title,
                topic,
                script,
                article,
                style,
                seconds,
                language,
                keywords,
                tone,
                includeHook,
                targetAudience,
                idempotencyKey,
                sources,
                draft,
                template,
                variation);
    }
}
