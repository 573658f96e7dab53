package io.moneyprinter.content.draft;

import io.moneyprinter.content.script.Headline;
import io.moneyprinter.contracts.content.GeneratedContent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of a script that a user keeps.
 *
 * @param version counts up with each change
 * @param createdAt when this version was written
 */
public record Draft(String id, int version, Instant createdAt, GeneratedContent content) {

    /**
     * Its script, which tells where it comes from.
     *
     * @param title another one; null for its own
     * @param keywords to put first
     */
    public GeneratedContent toContent(@Nullable String title, List<String> keywords) {
        var metadata = new HashMap<>(content.metadata());
        metadata.put("draft", id);
        metadata.put("draft_version", Integer.toString(version));
        return new GeneratedContent(
                content.script(),
                title == null ? content.title() : title,
                content.description(),
                Headline.keywords(Stream.concat(keywords.stream(), content.keywords().stream())
                        .toList()),
                content.language(),
                content.estimatedDuration(),
                content.sections(),
                metadata,
                content.citations());
    }
}
