package io.moneyprinter.content.api;

import io.moneyprinter.content.prompt.AnswerText;
import io.moneyprinter.content.prompt.Manners;
import io.moneyprinter.content.script.Headline;
import io.moneyprinter.content.source.SourceText;
import io.moneyprinter.content.template.Template;
import io.moneyprinter.content.template.Templates;
import io.moneyprinter.content.topic.Brief;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ContentRequest;
import io.moneyprinter.contracts.content.Variation;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.LanguageDetector;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills in what a request leaves open. */
@Component
class Briefs {

    private static final String STYLE = "engaging";
    private static final String TONE = "professional";
    private static final String AUDIENCE = "general";
    private static final String ORDER = "straight";

    /** Of the texts that a model may be shown. */
    private static final int MOST_MATERIAL = 30_000;

    private final Templates templates;

    Briefs(Templates templates) {
        this.templates = templates;
    }

    /** @throws CodedException {@code FIELD_INVALID} or {@code TEMPLATE_NOT_FOUND} */
    Brief of(UserId user, GenerateRequest request) {
        var topic = request.topic();
        if (topic == null || topic.isBlank() || request.script() != null || request.article() != null) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, "/topic", "expected: something to write about, and nothing else");
        }
        var named = request.template();
        var template = named == null ? null : templates.find(user, named, request.templateVersion());
        return new Brief(
                user,
                topic,
                blankToNull(request.title()),
                request.material() == null || request.material().isBlank() ? null : request.material(),
                style(request.style(), template),
                tone(request.tone(), template),
                audience(request.targetAudience()),
                Objects.requireNonNullElse(request.includeHook(), true),
                request.seconds(),
                language(request.language(), topic),
                request.wanted(),
                template,
                blankToNull(request.provider()),
                null);
    }

    /**
     * What a model writes about a topic.
     *
     * @throws CodedException {@code FIELD_INVALID} or {@code TEMPLATE_NOT_FOUND}
     */
    Brief ofTopic(ContentRequest request) {
        var topic = blankToNull(request.topic());
        if (topic == null) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, "/topic", "blank (expected: something to write about)");
        }
        return brief(request, topic, null, language(request.language(), topic));
    }

    /**
     * What a model makes of texts, all of whose facts come from them.
     *
     * @param language of the script
     * @throws CodedException {@code FIELD_INVALID} or {@code TEMPLATE_NOT_FOUND}
     */
    Brief ofTexts(ContentRequest request, List<SourceText> texts, Language language) {
        var room = MOST_MATERIAL / texts.size();
        var material =
                texts.stream().map(text -> Headline.shorten(titled(text), room)).collect(Collectors.joining("\n\n"));
        return brief(request, subject(request, texts), material, language);
    }

    private static String titled(SourceText text) {
        return text.title() == null ? text.text() : text.title() + "\n" + text.text();
    }

    /** In the user's words, or in those of the texts, which are not his: no address is taken over from them. */
    private static String subject(ContentRequest request, List<SourceText> texts) {
        var given = blankToNull(request.title());
        if (given != null) {
            return given;
        }
        var first = texts.getFirst();
        return Stream.concat(
                        Stream.ofNullable(first.title()),
                        first.passages().stream().map(SourceText.Passage::text))
                .map(Headline::title)
                .map(AnswerText::withoutAddresses)
                .filter(Predicate.not(String::isBlank))
                .findFirst()
                .orElse("the material");
    }

    private Brief brief(ContentRequest request, String topic, @Nullable String material, Language language) {
        var template = template(request);
        var variation = request.variation();
        return new Brief(
                request.userId(),
                topic,
                blankToNull(request.title()),
                material,
                style(request.style(), template),
                tone(request.tone(), template),
                audience(request.targetAudience()),
                request.includeHook(),
                request.durationTarget(),
                language,
                request.keywords(),
                template,
                null,
                variation == null ? null : twist(variation));
    }

    private @Nullable Template template(ContentRequest request) {
        var wanted = request.template();
        if (wanted == null) {
            return null;
        }
        try {
            return templates.find(request.userId(), wanted.id(), wanted.version());
        } catch (CodedException none) {
            throw CodedException.ofField(none.code(), "/template", String.valueOf(none.getMessage()));
        }
    }

    private static Brief.Twist twist(Variation variation) {
        var manners = Manners.all();
        var hook = variation.hook();
        var order = Objects.requireNonNullElse(variation.order(), ORDER);
        if (hook != null) {
            known(manners.hooks(), hook, "/variation/hook");
        }
        known(manners.orders(), order, "/variation/order");
        return new Brief.Twist(hook, order, List.of());
    }

    private static void known(Map<String, String> all, String name, String pointer) {
        if (!all.containsKey(name)) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    pointer,
                    "'%s' (expected: one of %s)".formatted(name, String.join(", ", new TreeSet<>(all.keySet()))));
        }
    }

    /** What is asked of those who read scripts and shorten articles. */
    static ContentRequest inner(UserId user, GenerateRequest request) {
        return new ContentRequest(
                user,
                blankToNull(request.title()),
                request.topic(),
                request.script(),
                request.article(),
                request.style(),
                request.seconds(),
                request.language(),
                request.wanted(),
                request.tone(),
                Objects.requireNonNullElse(request.includeHook(), true),
                request.targetAudience(),
                null);
    }

    /** As it was given, or that of the text. */
    static Language language(@Nullable String tag, String text) {
        var given = tag(tag, "/language");
        return given == null ? LanguageDetector.detect(text) : given;
    }

    static @Nullable Language tag(@Nullable String tag, String pointer) {
        return tag == null || tag.isBlank() ? null : Language.parse(tag, pointer);
    }

    private static String style(@Nullable String wanted, @Nullable Template template) {
        return Objects.requireNonNullElse(
                blankToNull(wanted),
                template == null ? STYLE : template.defaults().style());
    }

    private static String tone(@Nullable String wanted, @Nullable Template template) {
        return Objects.requireNonNullElse(
                blankToNull(wanted),
                template == null ? TONE : template.defaults().tone());
    }

    private static String audience(@Nullable String wanted) {
        return Objects.requireNonNullElse(blankToNull(wanted), AUDIENCE);
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
