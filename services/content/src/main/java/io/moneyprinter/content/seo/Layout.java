package io.moneyprinter.content.seo;

import io.moneyprinter.content.script.Headline;
import io.moneyprinter.content.script.SentenceSplitter;
import io.moneyprinter.language.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fits words into the fields of a platform. */
final class Layout {

    private static final int LONGEST_HASHTAG = 30;

    private final Platform platform;
    private final Language language;

    Layout(Platform platform, Language language) {
        this.platform = platform;
        this.language = language;
    }

    /**
     * @param hashtags in any form, best first
     * @param keywords best first
     * @param by {@code model} or {@code local}
     */
    PlatformText of(
            String title,
            String description,
            List<String> hashtags,
            List<String> keywords,
            String by,
            @Nullable String reason) {
        var head = Headline.shorten(plain(title), platform.longestTitle());
        var tags = hashtags(hashtags);
        var words = tags(keywords);
        var body = plain(description);
        var text = text(head, body, tags);
        // Hashtags are found by, so the description gives way first, by whole sentences as long as there are several.
        while (platform.length(text) > platform.longestText() && !body.isEmpty()) {
            body = shorter(body);
            text = text(head, body, tags);
        }
        var all = head + "\n" + body;
        return new PlatformText(
                platform,
                head,
                body,
                tags,
                words,
                text,
                platform.length(text),
                platform.longestText(),
                new Stuffing(all, language).share(words),
                by,
                reason);
    }

    private String text(String title, String description, List<String> hashtags) {
        var parts = new ArrayList<String>();
        if (!platform.titled()) {
            parts.add(title);
        }
        parts.add(description);
        parts.add(String.join(" ", hashtags));
        parts.removeIf(String::isEmpty);
        return String.join("\n\n", parts);
    }

    private String shorter(String description) {
        var sentences = new SentenceSplitter(language).sentences(description);
        return sentences.size() > 1
                ? String.join(language.withoutSpaces() ? "" : " ", sentences.subList(0, sentences.size() - 1))
                : Headline.shorten(description, Math.max(1, description.codePointCount(0, description.length()) / 2))
                        .replaceFirst("^…$", "");
    }

    /** YouTube takes no angle brackets; a hashtag stands among hashtags. */
    private static String plain(String text) {
        return text.replaceAll("[<>]", "").replaceAll("#(?=\\p{L})", "").strip();
    }

    private List<String> hashtags(List<String> given) {
        var tags = new LinkedHashMap<String, String>();
        for (var one : given) {
            var tag = hashtag(one);
            if (!tag.isEmpty() && tags.size() < platform.mostHashtags()) {
                tags.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag);
            }
        }
        return List.copyOf(tags.values());
    }

    /** Words run together, each with a capital; empty where that is none. */
    private static String hashtag(String text) {
        var tag = new StringBuilder("#");
        var words = text.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip().split(" ");
        for (var word : words) {
            if (!word.isEmpty()) {
                tag.append(words.length == 1 ? word : Character.toString(Character.toTitleCase(word.codePointAt(0))))
                        .append(words.length == 1 ? "" : word.substring(word.offsetByCodePoints(0, 1)));
            }
        }
        var letters = tag.codePoints().anyMatch(Character::isLetter);
        return letters && tag.length() <= LONGEST_HASHTAG ? tag.toString() : "";
    }

    private List<String> tags(List<String> keywords) {
        var tidy = Headline.keywords(keywords);
        if (platform.longestTags() == 0) {
            return tidy;
        }
        var fitting = new ArrayList<String>();
        var length = 0;
        for (var keyword : tidy) {
            // YouTube puts what has a space into quotation marks, and counts them.
            length += keyword.length() + 1 + (keyword.contains(" ") ? 2 : 0);
            if (length <= platform.longestTags()) {
                fitting.add(keyword);
            }
        }
        return List.copyOf(fitting);
    }
}
