package io.moneyprinter.content.translation;

import io.moneyprinter.content.prompt.Dialogue;
import io.moneyprinter.content.prompt.Mark;
import io.moneyprinter.content.prompt.Prompt;
import io.moneyprinter.content.script.Manuscript;
import io.moneyprinter.content.source.Credits;
import io.moneyprinter.content.topic.ScriptPrompt;
import io.moneyprinter.contracts.content.ContentEstimate;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.content.TranslatedScript;
import io.moneyprinter.contracts.content.TranslationRequest;
import io.moneyprinter.language.Language;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says scripts in other languages: by a language model, or in the words of whoever has translated them. */
@Component
public class Translator {

    private static final String PURPOSE = "translation";

    private final Dialogue dialogue;

    Translator(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    /** @throws CodedException {@code FIELD_INVALID}, or {@code LLM_NOT_CONFIGURED} where a model would be asked */
    public ContentEstimate check(TranslationRequest request) {
        var before = request.content();
        var language = language(request);
        if (request.given() == null) {
            requireModel();
        }
        return new ContentEstimate(
                language.tag(), before.title(), before.sentences().size(), before.estimatedDuration());
    }

    /** @throws CodedException {@code FIELD_INVALID} or one of the {@code LLM_} codes */
    public TranslatedScript translate(TranslationRequest request) {
        var language = language(request);
        var given = request.given();
        return given == null ? written(request, language) : given(request, given, language);
    }

    private void requireModel() {
        try {
            dialogue.require(null);
        } catch (CodedException none) {
            throw CodedException.ofField(none.code(), GivenScript.POINTER, String.valueOf(none.getMessage()));
        }
    }

    private static Language language(TranslationRequest request) {
        var pointer = "/language";
        var language = Language.parse(request.language(), pointer);
        if (!language.known()) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    pointer,
                    "'%s' is the tag of no language (expected: BCP 47, such as de or pt-BR)".formatted(language));
        }
        var before = new Language(request.content().language());
        if (language.same(before)) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    pointer,
                    "'%s' (expected: another language than that of the video, which is %s)"
                            .formatted(language, before));
        }
        return language;
    }

    private static TranslatedScript given(
            TranslationRequest request, TranslationRequest.Given given, Language language) {
        var before = request.content();
        var read = GivenScript.read(given.script(), before.sentences().size(), language);
        var title = given.title() == null || given.title().isBlank() ? read.title() : given.title();
        var wording = new Wording(
                title,
                null,
                List.of(),
                headings(before.sections(), read.headings()),
                read.sentences(),
                given.texts(),
                List.of());
        return translated(request, language, wording, metadata(before, Map.of("provider", "local")));
    }

    /** Where the video has one there is to be one, in the same order. */
    private static List<@Nullable String> headings(List<Section> sections, List<String> given) {
        var wanted = sections.stream().filter(Translator::headed).count();
        if (given.size() != wanted) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    GivenScript.POINTER,
                    "%d headings below the title (expected: %d, one for each of the video)"
                            .formatted(given.size(), wanted));
        }
        var next = given.iterator();
        var headings = new ArrayList<@Nullable String>();
        sections.forEach(section -> headings.add(headed(section) ? next.next() : section.heading()));
        return headings;
    }

    private static boolean headed(Section section) {
        return section.heading() != null && !section.heading().isBlank();
    }

    private TranslatedScript written(TranslationRequest request, Language language) {
        var before = request.content();
        var shown = Shown.of(before);
        var prompt = prompt(request, shown, language);
        var reply = dialogue.ask(
                prompt,
                new Dialogue.Client(request.userId(), PURPOSE, null),
                new TranslationCheck(before, request.texts(), shown, language, prompt),
                null);
        return translated(request, language, reply.value(), metadata(before, reply.metadata()));
    }

    private static Prompt prompt(TranslationRequest request, List<String> shown, Language language) {
        var before = request.content();
        var texts = new ArrayList<>(request.texts());
        texts.addAll(shown);
        var data = new LinkedHashMap<String, Object>();
        data.put("title", before.title());
        // Below it stand the sources, which stay as they are.
        data.put("description", before.citations().isEmpty() ? before.description() : "");
        data.put("keywords", before.keywords());
        data.put("texts", texts);
        data.put("scenes", before.sections().stream().map(Translator::scene).toList());
        return Prompt.of("translate", Map.of("language", ScriptPrompt.name(language)), data, Mark.random());
    }

    private static Map<String, Object> scene(Section section) {
        return Map.of(
                "heading",
                Objects.requireNonNullElse(section.heading(), ""),
                "sentences",
                section.sentences().stream().map(Sentence::script).toList());
    }

    private static Map<String, String> metadata(GeneratedContent before, Map<String, String> by) {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("source", before.metadata().getOrDefault("source", "script"));
        metadata.put("translated_from", before.language());
        metadata.putAll(by);
        return metadata;
    }

    private static TranslatedScript translated(
            TranslationRequest request, Language language, Wording wording, Map<String, String> metadata) {
        var before = request.content();
        var manuscript = Manuscript.like(before.sections(), wording.headings(), wording.sentences(), language);
        var content = manuscript.toContent(
                manuscript.titleOr(wording.title()), wording.description(), wording.keywords(), metadata);
        return new TranslatedScript(
                Credits.add(Shown.keep(before, content, wording.shown()), before.citations()), wording.texts());
    }
}
