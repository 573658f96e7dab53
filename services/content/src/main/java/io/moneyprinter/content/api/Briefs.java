package io.moneyprinter.content.api;

import io.moneyprinter.content.language.Language;
import io.moneyprinter.content.language.LanguageDetector;
import io.moneyprinter.content.template.Template;
import io.moneyprinter.content.template.Templates;
import io.moneyprinter.content.topic.Brief;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ContentRequest;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills in what a request leaves open. */
@Component
class Briefs {

    private static final String STYLE = "engaging";
    private static final String TONE = "professional";
    private static final String AUDIENCE = "general";

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
        var template =
                request.template() == null ? null : templates.find(user, request.template(), request.templateVersion());
        var material = request.material() == null || request.material().isBlank() ? null : request.material();
        return new Brief(
                user,
                topic,
                blankToNull(request.title()),
                material,
                style(request, template),
                tone(request, template),
                Objects.requireNonNullElse(blankToNull(request.targetAudience()), AUDIENCE),
                Objects.requireNonNullElse(request.includeHook(), true),
                request.seconds(),
                language(request.language(), topic),
                request.wanted(),
                template,
                blankToNull(request.provider()),
                null);
    }

    /** What is asked of those who read scripts and shorten articles. */
    static ContentRequest inner(UserId user, GenerateRequest request) {
        return new ContentRequest(
                user,
                blankToNull(request.title()),
                request.topic(),
                request.script(),
                request.article(),
                Objects.requireNonNullElse(blankToNull(request.style()), STYLE),
                request.seconds(),
                request.language(),
                request.wanted(),
                Objects.requireNonNullElse(blankToNull(request.tone()), TONE),
                Objects.requireNonNullElse(request.includeHook(), true),
                Objects.requireNonNullElse(blankToNull(request.targetAudience()), AUDIENCE),
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

    private static String style(GenerateRequest request, @Nullable Template template) {
        return Objects.requireNonNullElse(
                blankToNull(request.style()),
                template == null ? STYLE : template.defaults().style());
    }

    private static String tone(GenerateRequest request, @Nullable Template template) {
        return Objects.requireNonNullElse(
                blankToNull(request.tone()),
                template == null ? TONE : template.defaults().tone());
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
