package io.moneyprinter.content.seo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a video on one platform.
 *
 * @param hashtags with their signs, best first
 * @param keywords best first
 * @param text all that is pasted into the field for text: title where it has no field, description, hashtags
 * @param length of the text, as the platform counts
 * @param limit of the length
 * @param keywordShare share of the words of title and description that belong to the keyword they say most, 0..1
 * @param by {@code model} or {@code local}
 * @param reason why it is not the model's, where there is one; null otherwise
 */
public record PlatformText(
        Platform platform,
        String title,
        String description,
        List<String> hashtags,
        List<String> keywords,
        String text,
        int length,
        int limit,
        double keywordShare,
        String by,
        @Nullable String reason) {

    public PlatformText {
        hashtags = List.copyOf(hashtags);
        keywords = List.copyOf(keywords);
    }
}
