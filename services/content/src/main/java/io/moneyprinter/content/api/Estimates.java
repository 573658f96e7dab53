package io.moneyprinter.content.api;

import io.moneyprinter.content.llm.LanguageModels;
import io.moneyprinter.content.llm.Price;
import io.moneyprinter.content.llm.Tokens;
import io.moneyprinter.content.prompt.Mark;
import io.moneyprinter.content.script.SentenceSplitter;
import io.moneyprinter.content.topic.Brief;
import io.moneyprinter.content.topic.ScriptPrompt;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ModelProvider;
import io.moneyprinter.contracts.content.ModelUsage;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.Readability;
import io.moneyprinter.language.Word;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells about how long a script will be, and what it will cost. Asks no model. */
@Component
class Estimates {

    /** Measured on the common vocabularies: four letters of Latin script a token, and one of most others. */
    private static final double CHARACTERS_PER_TOKEN = 4;

    private static final double TOKENS_PER_WORD = 1.4;
    private static final double TOKENS_PER_CHARACTER = 1.2;

    /** What stands around the narration of a scene: headings, pictures, search terms and the braces. */
    private static final int TOKENS_OF_A_SCENE = 110;

    private static final int SECONDS_OF_A_SCENE = 12;

    /** As many as a model is asked for, in {@code script.md}. */
    private static final int FEWEST_SCENES = 2;

    private static final int MOST_SCENES = 12;

    private final ScriptWriting writing;
    private final LanguageModels models;
    private final Briefs briefs;

    Estimates(ScriptWriting writing, LanguageModels models, Briefs briefs) {
        this.writing = writing;
        this.models = models;
        this.briefs = briefs;
    }

    EstimateView of(UserId user, GenerateRequest request) {
        if (request.topic() == null) {
            var estimate = writing.check(Briefs.inner(user, request));
            var language = new Language(estimate.language());
            return new EstimateView(
                    estimate.language(),
                    estimate.title(),
                    estimate.estimatedDuration(),
                    estimate.sentences(),
                    estimate.spoken() == null ? null : readability(estimate.spoken(), language),
                    null);
        }
        var brief = briefs.of(user, request);
        models.require(brief.provider());
        var estimate = writing.check(Briefs.inner(user, request));
        return new EstimateView(
                brief.language().tag(),
                estimate.title(),
                estimate.estimatedDuration(),
                estimate.sentences(),
                null,
                model(brief));
    }

    private static Readability readability(String text, Language language) {
        return Readability.of(new SentenceSplitter(language).sentences(text), language);
    }

    private EstimateView.@Nullable ModelEstimate model(Brief brief) {
        var asked = models.health().stream()
                .filter(ModelProvider::configured)
                .filter(one -> brief.provider() == null || brief.provider().equals(one.id()))
                .min(Comparator.comparing(one -> Objects.requireNonNullElse(one.place(), Integer.MAX_VALUE)))
                .orElse(null);
        if (asked == null) {
            return null;
        }
        var prompt = ScriptPrompt.of(brief, Mark.random());
        var input = tokens(prompt.system() + prompt.user());
        var spoken = Word.syllabic(brief.language())
                ? brief.seconds() * Word.charactersPerSecond(brief.language()) * TOKENS_PER_CHARACTER
                : brief.seconds() * Word.PER_SECOND * TOKENS_PER_WORD;
        var scenes = Math.clamp(brief.seconds() / SECONDS_OF_A_SCENE, FEWEST_SCENES, MOST_SCENES);
        var output = Math.round(spoken + scenes * TOKENS_OF_A_SCENE);
        var once = cost(asked, new Tokens(input, output));
        var twice = cost(asked, new Tokens(input + input + output, output + output));
        return new EstimateView.ModelEstimate(
                asked.id(), asked.model(), input, output, once, twice, ModelUsage.CURRENCY);
    }

    private static long tokens(String text) {
        return Math.round(text.codePoints()
                .mapToDouble(c -> c < 0x250 ? 1 / CHARACTERS_PER_TOKEN : 1)
                .sum());
    }

    private static @Nullable BigDecimal cost(ModelProvider provider, Tokens tokens) {
        return provider.inputPrice() == null && provider.outputPrice() == null
                ? null
                : new Price(provider.inputPrice(), provider.outputPrice()).of(tokens);
    }
}
