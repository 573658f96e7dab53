package io.moneyprinter.content.seo;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.prompt.Dialogue;
import io.moneyprinter.content.prompt.Mark;
import io.moneyprinter.content.prompt.Prompt;
import io.moneyprinter.content.topic.ScriptPrompt;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.language.Keywords;
import io.moneyprinter.language.Language;
import io.moneyprinter.problem.CodedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Titles, descriptions, hashtags and keywords: of the script's own words, and in better ones where there is a model. */
@Component
public class SeoWriter {

    private static final int MOST_KEYWORDS = 20;

    private final Dialogue dialogue;

    SeoWriter(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    /**
     * @param content the script
     * @param wanted keywords to put first, in their order
     * @param local whether to do without a model; null without one only where there is none
     * @param provider the only one to ask, null for the configured chain
     * @return one for each platform, in the order of the platforms
     */
    public List<PlatformText> write(
            UserId user,
            GeneratedContent content,
            List<String> wanted,
            List<Platform> platforms,
            @Nullable Boolean local,
            @Nullable String provider) {
        var language = new Language(content.language());
        var keywords = keywords(content, wanted, language);
        if (local == null ? !dialogue.possible(provider) : local) {
            return platforms.stream()
                    .map(platform -> local(content, keywords, platform, language, null))
                    .toList();
        }
        var suggested = suggested(user, content, keywords, platforms, language, provider);
        return platforms.stream()
                .map(platform -> {
                    var fault = suggested.faults().get(platform);
                    return fault == null
                            ? Objects.requireNonNull(suggested.texts().get(platform))
                            : local(content, keywords, platform, language, fault);
                })
                .toList();
    }

    /** An answer that is of no use is no reason to have nothing. */
    private SeoCheck.Suggested suggested(
            UserId user,
            GeneratedContent content,
            List<String> keywords,
            List<Platform> platforms,
            Language language,
            @Nullable String provider) {
        var prompt = prompt(content, keywords, platforms, language);
        try {
            return dialogue.ask(
                            prompt,
                            new Dialogue.Client(user, "seo", provider),
                            new SeoCheck(content, platforms, language, prompt),
                            null)
                    .value();
        } catch (CodedException unusable) {
            if (unusable.code() != ContentErrorCode.LLM_ANSWER_UNUSABLE) {
                throw unusable;
            }
            var reason = String.valueOf(unusable.getMessage());
            return new SeoCheck.Suggested(
                    Map.of(), platforms.stream().collect(Collectors.toMap(platform -> platform, platform -> reason)));
        }
    }

    private static List<String> keywords(GeneratedContent content, List<String> wanted, Language language) {
        var texts =
                new ArrayList<>(content.sentences().stream().map(Sentence::text).toList());
        texts.add(content.title());
        var all = new LinkedHashMap<String, String>();
        wanted.forEach(keyword -> all.putIfAbsent(keyword.toLowerCase(Locale.ROOT), keyword));
        content.keywords().forEach(keyword -> all.putIfAbsent(keyword.toLowerCase(Locale.ROOT), keyword));
        Keywords.of(texts, language)
                .ofText(MOST_KEYWORDS)
                .forEach(keyword -> all.putIfAbsent(keyword.toLowerCase(Locale.ROOT), keyword));
        return List.copyOf(all.values());
    }

    /** The first whole sentences that fit, without those that would say a keyword too often. */
    private static PlatformText local(
            GeneratedContent content,
            List<String> keywords,
            Platform platform,
            Language language,
            @Nullable String reason) {
        var between = language.withoutSpaces() ? "" : " ";
        var description = "";
        for (var sentence : content.sentences()) {
            var longer = description.isEmpty() ? sentence.text() : description + between + sentence.text();
            if (longer.length() > platform.wantedDescription()) {
                break;
            }
            if (!stuffed(content, longer, keywords, language)) {
                description = longer;
            }
        }
        if (description.isEmpty() && !stuffed(content, content.description(), keywords, language)) {
            description = content.description();
        }
        return new Layout(platform, language).of(content.title(), description, keywords, keywords, "local", reason);
    }

    private static boolean stuffed(
            GeneratedContent content, String description, List<String> keywords, Language language) {
        return new Stuffing(content.title() + "\n" + description, language).stuffedWith(keywords);
    }

    private static Prompt prompt(
            GeneratedContent content, List<String> keywords, List<Platform> platforms, Language language) {
        var lines = new ArrayList<String>();
        for (var platform : platforms) {
            lines.add("- %s: title of at most %d characters, description of about %d characters, at most %d hashtags"
                    .formatted(
                            platform.id(),
                            platform.longestTitle(),
                            platform.wantedDescription(),
                            platform.mostHashtags()));
        }
        var data = new LinkedHashMap<String, Object>();
        data.put("title", content.title());
        data.put("script", content.script());
        data.put("keywords", keywords);
        return Prompt.of(
                "seo",
                Map.of(
                        "platforms",
                        String.join("\n", lines),
                        "language",
                        ScriptPrompt.name(language),
                        "wishes",
                        keywords.isEmpty()
                                ? ""
                                : "What the script is about, most telling first, is in \"keywords\" of the data."),
                data,
                Mark.random());
    }
}
