package io.moneyprinter.content.enhance;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.article.ArticleSummarizer;
import io.moneyprinter.content.prompt.Dialogue;
import io.moneyprinter.content.prompt.Manners;
import io.moneyprinter.content.prompt.Mark;
import io.moneyprinter.content.prompt.Prompt;
import io.moneyprinter.content.prompt.PromptFiles;
import io.moneyprinter.content.script.Manuscript;
import io.moneyprinter.content.script.Markup;
import io.moneyprinter.content.script.Narration;
import io.moneyprinter.content.source.SourceText;
import io.moneyprinter.content.topic.ScriptPrompt;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.Readability;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does to scripts what is wished. */
@Component
public class Enhancer {

    private static final Map<String, String> TASKS = PromptFiles.texts("enhancements.yaml");

    private static final double SHORTER = 0.5;
    private static final double LONGER = 1.5;

    private final Dialogue dialogue;
    private final ArticleSummarizer articles;

    Enhancer(Dialogue dialogue, ArticleSummarizer articles) {
        this.dialogue = dialogue;
        this.articles = articles;
    }

    /** @throws CodedException {@code FIELD_INVALID}, {@code SCRIPT_TOO_SHORT} or one of the {@code LLM_} codes */
    public Enhanced enhance(Wish wish) {
        var manuscript = Manuscript.of(Markup.read(wish.script()), wish.language(), "/script");
        var before = manuscript.toContent(manuscript.titleOr(null), null, List.of(), Map.of("source", "script"));
        if (wish.enhancement() == Enhancement.FACT_FLAG) {
            return enhanced(before, before, "rules", manuscript.language());
        }
        var seconds = seconds(wish, before.estimatedDuration());
        if (extracts(wish)) {
            return enhanced(
                    before, extracted(wish, before, seconds, manuscript.language()), "extract", manuscript.language());
        }
        var language = into(wish, manuscript.language());
        return enhanced(before, written(wish, before, seconds, language), "model", language);
    }

    private boolean extracts(Wish wish) {
        if (wish.enhancement() != Enhancement.SHORTEN) {
            if (Boolean.TRUE.equals(wish.extract())) {
                throw CodedException.ofField(
                        CommonErrorCode.FIELD_INVALID, "/extract", "true (expected: for shorten only)");
            }
            return false;
        }
        return wish.extract() == null ? !dialogue.possible(wish.provider()) : wish.extract();
    }

    private static Language into(Wish wish, Language language) {
        if (wish.enhancement() != Enhancement.TRANSLATE) {
            return language;
        }
        if (wish.into() == null) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    "/target_language",
                    "missing (expected: the language to translate into)");
        }
        if (wish.into().tag().equals(language.tag())) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    "/target_language",
                    "%s (expected: another language than that of the script)"
                            .formatted(wish.into().tag()));
        }
        return wish.into();
    }

    private static double seconds(Wish wish, int before) {
        var wanted = wish.seconds();
        return switch (wish.enhancement()) {
            case SHORTEN -> {
                if (wanted != null && wanted >= before) {
                    throw wrongLength(wanted, "less than the %d seconds that it takes now", before);
                }
                yield wanted == null ? before * SHORTER : wanted;
            }
            case LENGTHEN -> {
                if (wanted != null && wanted <= before) {
                    throw wrongLength(wanted, "more than the %d seconds that it takes now", before);
                }
                yield wanted == null ? before * LONGER : wanted;
            }
            case REWRITE, SIMPLIFY, TRANSLATE, FACT_FLAG -> before;
        };
    }

    private static CodedException wrongLength(int wanted, String expected, int before) {
        return CodedException.ofField(
                CommonErrorCode.FIELD_INVALID,
                "/duration_target",
                "%d (expected: %s)".formatted(wanted, expected.formatted(before)));
    }

    /** Its own sentences, the most telling ones. */
    private GeneratedContent extracted(Wish wish, GeneratedContent before, double seconds, Language language) {
        Manuscript shorter;
        try {
            shorter = articles.summarize(
                    List.of(SourceText.ofMarkup(wish.script())), "/script", (int) Math.round(seconds), language, false);
        } catch (CodedException tooShort) {
            throw tooShort.code() == ContentErrorCode.ARTICLE_TOO_SHORT ? tooShort() : tooShort;
        }
        if (shorter.estimatedDuration() >= before.estimatedDuration()) {
            throw tooShort();
        }
        return shorter.toContent(before.title(), null, List.of(), Map.of("source", "script", "provider", "local"));
    }

    private static CodedException tooShort() {
        return CodedException.ofField(
                ContentErrorCode.SCRIPT_TOO_SHORT,
                "/script",
                "too short to leave whole sentences out (expected: at least 3 sentences of 40 words together)");
    }

    private GeneratedContent written(Wish wish, GeneratedContent before, double seconds, Language language) {
        var prompt = prompt(wish, before, seconds, language);
        var reply = dialogue.ask(
                prompt,
                new Dialogue.Client(wish.user(), name(wish.enhancement()), wish.provider()),
                new EnhanceCheck(wish.enhancement(), before, language, seconds, prompt),
                null);
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("source", "script");
        metadata.put("enhancement", name(wish.enhancement()));
        metadata.putAll(reply.metadata());
        var manuscript = reply.value();
        var translated = wish.enhancement() == Enhancement.TRANSLATE;
        return manuscript.toContent(translated ? manuscript.titleOr(null) : before.title(), null, List.of(), metadata);
    }

    private static Prompt prompt(Wish wish, GeneratedContent before, double seconds, Language language) {
        var task = String.valueOf(TASKS.get(name(wish.enhancement())))
                .replace("{{words}}", ScriptPrompt.length(seconds, language));
        var values = new HashMap<String, String>();
        values.put("task", task);
        values.put("language", ScriptPrompt.name(language));
        values.put("wishes", wishes(wish));
        var data = new LinkedHashMap<String, Object>();
        data.put("style", or(wish.style()));
        data.put("tone", or(wish.tone()));
        data.put("target_audience", or(wish.audience()));
        data.put("scenes", scenes(before));
        return Prompt.of("enhance", values, data, Mark.random());
    }

    private static List<Map<String, String>> scenes(GeneratedContent content) {
        var narrations = Narration.of(content.sections(), new Language(content.language()));
        return IntStream.range(0, narrations.size())
                .mapToObj(
                        i -> Map.of("heading", or(content.sections().get(i).heading()), "narration", narrations.get(i)))
                .toList();
    }

    private static String wishes(Wish wish) {
        var manners = Manners.all();
        var wishes = new ArrayList<String>();
        if (wish.style() != null) {
            wishes.add("Style: " + manners.style(wish.style()).guidance());
        }
        if (wish.tone() != null) {
            wishes.add("Tone: " + manners.tone(wish.tone()).guidance());
        }
        if (wish.audience() != null) {
            wishes.add("Audience: " + manners.audience(wish.audience()).guidance());
        }
        return String.join("\n", wishes);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String name(Enhancement enhancement) {
        return enhancement.name().toLowerCase(Locale.ROOT);
    }

    private static Enhanced enhanced(GeneratedContent before, GeneratedContent after, String by, Language language) {
        return new Enhanced(
                after,
                by,
                measures(before, new Language(before.language())),
                measures(after, language),
                flags(after, Facts.of(language)));
    }

    private static Enhanced.Measures measures(GeneratedContent content, Language language) {
        return new Enhanced.Measures(
                content.estimatedDuration(),
                Readability.of(content.sentences().stream().map(Sentence::text).toList(), language));
    }

    private static List<Enhanced.Flag> flags(GeneratedContent content, Facts facts) {
        var flags = new ArrayList<Enhanced.Flag>();
        for (var section = 0; section < content.sections().size(); section++) {
            var sentences = content.sections().get(section).sentences();
            for (var i = 0; i < sentences.size(); i++) {
                var text = sentences.get(i).text();
                var kinds = facts.in(text);
                if (!kinds.isEmpty()) {
                    flags.add(new Enhanced.Flag(section, i, text, kinds));
                }
            }
        }
        return flags;
    }
}
