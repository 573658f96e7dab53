package io.moneyprinter.content.enhance;

import io.moneyprinter.content.prompt.AnswerText;
import io.moneyprinter.content.prompt.Prompt;
import io.moneyprinter.content.prompt.Verdict;
import io.moneyprinter.content.script.Block;
import io.moneyprinter.content.script.Manuscript;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.tts.SpeechText;
import io.moneyprinter.language.Figures;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.LanguageDetector;
import io.moneyprinter.language.Readability;
import io.moneyprinter.language.Shingles;
import io.moneyprinter.problem.CodedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Looks at a model's answer: whether it can be spoken, and whether it is what was asked for and nothing else. */
final class EnhanceCheck implements Function<String, Verdict<Manuscript>> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final int LONGEST_HEADING = 80;

    /** More of the old runs of words is no other wording. */
    private static final double SAME_WORDS = 0.6;

    /** How far from the wanted length is good enough. */
    private static final double NEAR = 1.2;

    private final Enhancement enhancement;
    private final GeneratedContent before;
    private final Language language;
    private final double seconds;
    private final Prompt prompt;

    /**
     * @param language of the new script
     * @param seconds wanted length
     */
    EnhanceCheck(Enhancement enhancement, GeneratedContent before, Language language, double seconds, Prompt prompt) {
        this.enhancement = enhancement;
        this.before = before;
        this.language = language;
        this.seconds = seconds;
        this.prompt = prompt;
    }

    @Override
    public Verdict<Manuscript> apply(String answer) {
        EnhanceAnswer read;
        try {
            read = JSON.readValue(answer, EnhanceAnswer.class);
        } catch (JacksonException notJson) {
            return new Verdict.Unusable<>("it is not a JSON object of the shape that was asked for");
        }
        var wanted = before.sections().size();
        if (read == null || read.scenes() == null || read.scenes().size() != wanted) {
            return new Verdict.Unusable<>("it has not a list \"scenes\" of exactly %d".formatted(wanted));
        }
        var blocks = blocks(read.scenes());
        Manuscript manuscript;
        try {
            manuscript = Manuscript.of(blocks, language, "/script");
        } catch (CodedException unspeakable) {
            return new Verdict.Unusable<>(String.valueOf(unspeakable.getMessage()));
        }
        var fault = fault(manuscript);
        return fault == null
                ? new Verdict.Usable<>(manuscript, shortcomings(manuscript))
                : new Verdict.Unusable<>(fault);
    }

    private List<Block> blocks(List<EnhanceAnswer.@Nullable Part> scenes) {
        var own = before.script() + "\n"
                + String.join(
                        "\n",
                        before.sections().stream()
                                .map(section -> String.valueOf(section.heading()))
                                .toList());
        var text = new AnswerText(prompt, own, language);
        var blocks = new ArrayList<Block>();
        for (var scene : scenes) {
            if (scene != null) {
                blocks.add(new Block.Heading(2, text.line(scene.heading(), LONGEST_HEADING)));
                blocks.addAll(text.narration(scene.narration()));
            }
        }
        return blocks;
    }

    /** What makes it the opposite of what was asked for. */
    private @Nullable String fault(Manuscript manuscript) {
        var length = manuscript.estimatedDuration();
        return switch (enhancement) {
            case SHORTEN -> length < before.estimatedDuration() ? null : "it is not shorter than the script";
            case LENGTHEN -> length > before.estimatedDuration() ? null : "it is not longer than the script";
            case REWRITE, SIMPLIFY, TRANSLATE, FACT_FLAG -> null;
        };
    }

    private List<String> shortcomings(Manuscript manuscript) {
        var shortcomings = new ArrayList<String>();
        var script = manuscript.script();
        var figures = Figures.beyond(script, before.script());
        if (!figures.isEmpty()) {
            shortcomings.add("it states figures that are not in the script: " + String.join(", ", figures));
        }
        switch (enhancement) {
            case REWRITE -> sameWords(script, shortcomings);
            case SHORTEN, LENGTHEN -> farFromWanted(manuscript.estimatedDuration(), shortcomings);
            case SIMPLIFY -> harder(manuscript, shortcomings);
            case TRANSLATE -> otherLanguage(script, shortcomings);
            case FACT_FLAG -> {
                // Nothing is written.
            }
        }
        return shortcomings;
    }

    private void sameWords(String script, List<String> shortcomings) {
        var likeness = Shingles.of(script, language).likeness(Shingles.of(before.script(), language));
        if (likeness > SAME_WORDS) {
            shortcomings.add("most of it is in the words of the script");
        }
    }

    private void farFromWanted(double length, List<String> shortcomings) {
        if (length > seconds * NEAR || length < seconds / NEAR) {
            shortcomings.add("it takes about %d seconds to say instead of %d"
                    .formatted(Math.round(length), Math.round(seconds)));
        }
    }

    private void harder(Manuscript manuscript, List<String> shortcomings) {
        var now = readability(
                manuscript.sentences().stream().map(SpeechText::plain).toList());
        var then = readability(before.sentences().stream().map(Sentence::text).toList());
        var harder = now.ease() != null && then.ease() != null
                ? now.ease() < then.ease()
                : now.wordsPerSentence() > then.wordsPerSentence();
        if (harder) {
            shortcomings.add("it is not easier to follow than the script: use shorter sentences and words");
        }
    }

    private Readability readability(List<String> sentences) {
        return Readability.of(sentences, language);
    }

    private void otherLanguage(String script, List<String> shortcomings) {
        if (LanguageDetector.remains(script, before.script(), language)) {
            shortcomings.add("it is still in the language of the script");
        }
    }
}
