package io.moneyprinter.contracts.content;

import io.moneyprinter.contracts.common.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to speak about. Exactly one of {@code topic}, {@code script}, {@code article} and {@code sources} is given.
 *
 * @param title wanted title; null to derive one
 * @param topic a subject for a language model to write about
 * @param script the words to speak, as Markdown or plain text: headings, paragraphs, {@code [pause]}, {@code [pause 0.5s]}
 * @param article a text (Markdown, HTML or plain) to summarise
 * @param style such as {@code engaging}; for language models
 * @param durationTarget wanted length in seconds; no word of a given script is left out
 * @param language BCP 47; null to detect it from the text
 * @param keywords to work in
 * @param tone such as {@code professional}; for language models
 * @param includeHook whether to open with a question or a number that makes people stay
 * @param targetAudience such as {@code general}; for language models
 * @param idempotencyKey the same for every attempt at the same piece of work, such as the video's id: a language
 *     model is then paid once for it; null to ask anew each time
 * @param sources texts to summarise together, the most important first; empty for none
 */
public record ContentRequest(
        UserId userId,
        @Nullable String title,
        @Nullable String topic,
        @Nullable String script,
        @Nullable String article,
        String style,
        int durationTarget,
        @Nullable String language,
        List<String> keywords,
        String tone,
        boolean includeHook,
        String targetAudience,
        @Nullable String idempotencyKey,
        List<Source> sources) {

    public ContentRequest {
        keywords = List.copyOf(keywords);
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    /** Of what was sent itself. */
    public ContentRequest(
            UserId userId,
            @Nullable String title,
            @Nullable String topic,
            @Nullable String script,
            @Nullable String article,
            String style,
            int durationTarget,
            @Nullable String language,
            List<String> keywords,
            String tone,
            boolean includeHook,
            String targetAudience,
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
                List.of());
    }

    public ContentRequest withDurationTarget(int seconds) {
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
                sources);
    }
}
