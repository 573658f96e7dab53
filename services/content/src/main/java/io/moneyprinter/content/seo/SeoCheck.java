package io.moneyprinter.content.seo;

import io.moneyprinter.content.prompt.AnswerText;
import io.moneyprinter.content.prompt.Prompt;
import io.moneyprinter.content.prompt.Verdict;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.language.Figures;
import io.moneyprinter.language.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Looks at what a model would write beside a video. */
final class SeoCheck implements Function<String, Verdict<SeoCheck.Suggested>> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_DESCRIPTION = 5_000;
    private static final int LONGEST_KEYWORD = 50;
    private static final int MOST_KEYWORDS = 30;

    private final GeneratedContent content;
    private final List<Platform> platforms;
    private final Language language;
    private final Prompt prompt;

    SeoCheck(GeneratedContent content, List<Platform> platforms, Language language, Prompt prompt) {
        this.content = content;
        this.platforms = platforms;
        this.language = language;
        this.prompt = prompt;
    }

    /**
     * What can be used.
     *
     * @param faults why one of them should not be, by platform
     */
    record Suggested(Map<Platform, PlatformText> texts, Map<Platform, String> faults) {}

    @Override
    public Verdict<Suggested> apply(String answer) {
        SeoAnswer read;
        try {
            read = JSON.readValue(answer, SeoAnswer.class);
        } catch (JacksonException notJson) {
            return new Verdict.Unusable<>("it is not a JSON object of the shape that was asked for");
        }
        if (read == null || read.platforms() == null) {
            return new Verdict.Unusable<>("it has no list \"platforms\"");
        }
        var texts = new EnumMap<Platform, PlatformText>(Platform.class);
        var faults = new EnumMap<Platform, String>(Platform.class);
        var text = new AnswerText(prompt, content.title() + "\n" + content.script(), language);
        for (var platform : platforms) {
            var one = find(read.platforms(), platform, text);
            if (one == null) {
                faults.put(platform, "it is missing, or has no title");
                continue;
            }
            texts.put(platform, one);
            var fault = fault(one);
            if (fault != null) {
                faults.put(platform, fault);
            }
        }
        var told = new ArrayList<String>();
        faults.forEach((platform, fault) -> told.add(platform.id() + ": " + fault));
        return new Verdict.Usable<>(new Suggested(texts, faults), told);
    }

    private @Nullable PlatformText find(List<SeoAnswer.@Nullable One> given, Platform platform, AnswerText text) {
        for (var one : given) {
            if (one != null && platform.id().equals(one.platform())) {
                var title = text.line(one.title(), LONGEST_TITLE);
                if (!title.isEmpty()) {
                    return new Layout(platform, language)
                            .of(
                                    title,
                                    text.line(one.description(), LONGEST_DESCRIPTION),
                                    text.lines(one.hashtags(), LONGEST_KEYWORD, MOST_KEYWORDS),
                                    text.lines(one.keywords(), LONGEST_KEYWORD, MOST_KEYWORDS),
                                    "model",
                                    null);
                }
            }
        }
        return null;
    }

    private @Nullable String fault(PlatformText text) {
        var all = text.title() + "\n" + text.description();
        if (new Stuffing(all, language).stuffedWith(text.keywords())) {
            return "title and description repeat a keyword";
        }
        var figures = Figures.beyond(all, content.title() + "\n" + content.script());
        return figures.isEmpty() ? null : "it states figures that are not in the script: " + String.join(", ", figures);
    }
}
