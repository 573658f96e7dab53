package io.moneyprinter.contracts.content;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a script before a language model has written it.
 *
 * @param language BCP 47, detected when it was not given
 * @param title given, derived from the text, or the topic
 * @param sentences how many there will be, about
 * @param estimatedDuration of the narration, in seconds
 * @param characters how many there will be to speak, about; 0 where that is not kept
 * @param content the script itself, where no model is needed for it; else null, and where it is kept elsewhere
 * @param version of the draft or of the template that was named, the latest when the request left it open; else null
 */
public record ContentEstimate(
        String language,
        String title,
        int sentences,
        int estimatedDuration,
        int characters,
        @Nullable GeneratedContent content,
        @Nullable Integer version) {

    /** Of words that are kept elsewhere. */
    public ContentEstimate(String language, String title, int sentences, int estimatedDuration) {
        this(language, title, sentences, estimatedDuration, 0, null, null);
    }

    /** Of a script that is there. */
    public static ContentEstimate of(GeneratedContent content, @Nullable Integer version) {
        var script = content.script();
        return new ContentEstimate(
                content.language(),
                content.title(),
                content.sentences().size(),
                content.estimatedDuration(),
                script.codePointCount(0, script.length()),
                content,
                version);
    }

    /** All words, null before they are written. */
    public @Nullable String spoken() {
        return content == null ? null : content.script();
    }

    /** Of its sections; none before they are written. */
    public List<String> headings() {
        return content == null
                ? List.of()
                : content.sections().stream()
                        .map(Section::heading)
                        .filter(Objects::nonNull)
                        .toList();
    }
}
