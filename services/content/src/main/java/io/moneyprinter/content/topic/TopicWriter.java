package io.moneyprinter.content.topic;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.language.Language;
import io.moneyprinter.content.language.LanguageDetector;
import io.moneyprinter.content.language.Word;
import io.moneyprinter.content.llm.Answer;
import io.moneyprinter.content.llm.LanguageModels;
import io.moneyprinter.content.llm.Question;
import io.moneyprinter.content.llm.Speaker;
import io.moneyprinter.content.llm.Tokens;
import io.moneyprinter.content.llm.Turn;
import io.moneyprinter.content.script.Block;
import io.moneyprinter.content.script.Headline;
import io.moneyprinter.content.script.Manuscript;
import io.moneyprinter.content.script.Markup;
import io.moneyprinter.contracts.content.ContentRequest;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.problem.CodedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Has a model write about a topic and checks what comes back: an answer is data, and may be anything. */
@Component
public class TopicWriter {

    /** Longer than any script we would speak; such an answer is a fault. */
    private static final int LONGEST_ANSWER = 60_000;

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_DESCRIPTION = 300;
    private static final int MOST_SECTIONS = 20;

    /** A model that writes less than this part of what was asked for has not done it. */
    private static final double SHORTEST_PART = 0.25;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final LanguageModels models;

    TopicWriter(LanguageModels models) {
        this.models = models;
    }

    /** Whether there is a model to ask. */
    public void requireModel() {
        models.require(null);
    }

    /** The language that will be written in. */
    public Language language(ContentRequest request, @Nullable Language wanted) {
        return wanted == null ? LanguageDetector.detect(topic(request)) : wanted;
    }

    public GeneratedContent write(ContentRequest request, @Nullable Language wanted) {
        var language = language(request, wanted);
        var conversation = new ArrayList<>(Prompt.of(request, language));
        var question = new Question(conversation, Prompt.DRAFT, null, request.userId(), "script");
        var answer = models.answer(question);
        var checked = check(answer.text(), request, language);
        var tokens = answer.tokens();
        if (checked instanceof Unusable(var fault)) {
            conversation.add(new Turn(Speaker.MODEL, Headline.shorten(answer.text(), LONGEST_ANSWER)));
            conversation.add(Prompt.repair(fault));
            answer = models.answer(question.withConversation(conversation));
            tokens = tokens.plus(answer.tokens());
            checked = check(answer.text(), request, language);
        }
        return switch (checked) {
            case Unusable(var fault) ->
                throw new CodedException(
                        ContentErrorCode.LLM_ANSWER_UNUSABLE, "the language model's answer cannot be used: " + fault);
            case Usable(var draft, var manuscript) -> content(request, draft, manuscript, answer, tokens);
        };
    }

    private static GeneratedContent content(
            ContentRequest request,
            Draft draft,
            Manuscript manuscript,
            Answer answer,
            Tokens tokens) {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("source", "topic");
        metadata.put("provider", answer.provider());
        metadata.put("model", answer.model());
        metadata.put("tokens", Long.toString(tokens.total()));
        var title = draft.title() == null ? "" : Headline.shorten(Markup.line(draft.title()), LONGEST_TITLE);
        var description = draft.description() == null
                ? ""
                : Headline.shorten(Markup.line(draft.description()), LONGEST_DESCRIPTION);
        var keywords = new ArrayList<>(request.keywords());
        if (draft.keywords() != null) {
            for (var keyword : draft.keywords()) {
                if (keyword != null) {
                    keywords.add(Markup.line(keyword));
                }
            }
        }
        return manuscript.toContent(
                request.title() == null && !title.isBlank()
                        ? Headline.title(title)
                        : manuscript.titleOr(request.title()),
                description.isBlank() ? null : description,
                keywords,
                metadata);
    }

    private sealed interface Checked {}

    private record Usable(Draft draft, Manuscript manuscript) implements Checked {}

    /** {@code fault} is told to the model. */
    private record Unusable(String fault) implements Checked {}

    private static Checked check(String answer, ContentRequest request, Language language) {
        if (answer.length() > LONGEST_ANSWER) {
            return new Unusable("it is longer than %d characters".formatted(LONGEST_ANSWER));
        }
        Draft draft;
        try {
            draft = JSON.readValue(json(answer), Draft.class);
        } catch (JacksonException notJson) {
            return new Unusable("it is not a JSON object of the shape that was asked for");
        }
        if (draft == null || draft.sections() == null || draft.sections().size() > MOST_SECTIONS) {
            return new Unusable("it has no list \"sections\" of at most %d parts".formatted(MOST_SECTIONS));
        }
        var blocks = blocks(draft.sections());
        if (blocks.stream().noneMatch(Block.Paragraph.class::isInstance)) {
            return new Unusable("its sections have no text");
        }
        Manuscript manuscript;
        try {
            manuscript = Manuscript.of(blocks, language, "/topic");
        } catch (CodedException unspeakable) {
            return new Unusable(String.valueOf(unspeakable.getMessage()));
        }
        var words = manuscript.estimatedDuration() * Word.PER_SECOND;
        var wanted = request.durationTarget() * Word.PER_SECOND;
        return words < wanted * SHORTEST_PART
                ? new Unusable("the narration has about %d words instead of %d"
                        .formatted(Math.round(words), Math.round(wanted)))
                : new Usable(draft, manuscript);
    }

    private static List<Block> blocks(List<Draft.@Nullable Part> sections) {
        var blocks = new ArrayList<Block>();
        for (var section : sections) {
            if (section == null || section.text() == null) {
                continue;
            }
            if (section.heading() != null && !Markup.line(section.heading()).isEmpty()) {
                blocks.add(new Block.Heading(2, Headline.title(section.heading())));
            }
            // Headings within a text would not be spoken.
            for (var block : Markup.read(section.text())) {
                blocks.add(block instanceof Block.Heading(var level, var text) ? new Block.Paragraph(text) : block);
            }
        }
        return blocks;
    }

    /** Models without a JSON mode like to explain themselves around the object, or to fence it. */
    private static String json(String answer) {
        var start = answer.indexOf('{');
        var end = answer.lastIndexOf('}');
        return start >= 0 && end > start ? answer.substring(start, end + 1) : answer;
    }

    private static String topic(ContentRequest request) {
        return Objects.requireNonNull(request.topic());
    }
}
