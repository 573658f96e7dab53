package io.moneyprinter.content.translation;

import io.moneyprinter.content.prompt.AnswerText;
import io.moneyprinter.content.prompt.Prompt;
import io.moneyprinter.content.prompt.Verdict;
import io.moneyprinter.content.script.Block;
import io.moneyprinter.content.script.Headline;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.tts.SpeechText;
import io.moneyprinter.language.Figures;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.LanguageDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Looks at a model's answer: whether it says each sentence, and nothing else, in the other language. */
final class TranslationCheck implements Function<String, Verdict<Wording>> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 5_000;
    private static final int LONGEST_KEYWORD = 50;
    private static final int MOST_KEYWORDS = 12;
    private static final int LONGEST_HEADING = 80;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_SENTENCE = 1_000;

    private final GeneratedContent before;
    private final List<String> texts;
    private final List<String> shown;
    private final Language language;
    private final Prompt prompt;

    /**
     * @param texts that were asked for
     * @param shown as {@link Shown} finds it
     */
    TranslationCheck(
            GeneratedContent before, List<String> texts, List<String> shown, Language language, Prompt prompt) {
        this.before = before;
        this.texts = texts;
        this.shown = shown;
        this.language = language;
        this.prompt = prompt;
    }

    @Override
    public Verdict<Wording> apply(String answer) {
        TranslationAnswer read;
        try {
            read = JSON.readValue(answer, TranslationAnswer.class);
        } catch (JacksonException notJson) {
            return new Verdict.Unusable<>("it is not a JSON object of the shape that was asked for");
        }
        try {
            var wording = wording(read);
            return new Verdict.Usable<>(wording, shortcomings(wording));
        } catch (Fault fault) {
            return new Verdict.Unusable<>(String.valueOf(fault.getMessage()));
        }
    }

    private Wording wording(@Nullable TranslationAnswer read) {
        var scenes = read == null ? null : read.scenes();
        if (read == null || scenes == null || scenes.size() != before.sections().size()) {
            throw new Fault("it has not a list \"scenes\" of exactly %d"
                    .formatted(before.sections().size()));
        }
        var text = new AnswerText(prompt, own(), language);
        var headings = new ArrayList<@Nullable String>();
        var sentences = new ArrayList<SpeechText>();
        for (var scene : scenes) {
            var section = before.sections().get(headings.size());
            var number = headings.size() + 1;
            headings.add(heading(section, scene == null ? null : scene.heading(), number, text));
            var given = scene == null ? null : scene.sentences();
            if (given == null || given.size() != section.sentences().size()) {
                throw new Fault("scene %d has %d sentences instead of %d"
                        .formatted(
                                number,
                                given == null ? 0 : given.size(),
                                section.sentences().size()));
            }
            for (var sentence : given) {
                sentences.add(spoken(sentence, number, text));
            }
        }
        var all = texts(read.texts(), text);
        var title = text.line(read.title(), LONGEST_TITLE);
        var description = text.line(read.description(), LONGEST_DESCRIPTION);
        return new Wording(
                title.isEmpty() ? null : Headline.title(title),
                description.isEmpty() ? null : description,
                text.lines(read.keywords(), LONGEST_KEYWORD, MOST_KEYWORDS),
                headings,
                sentences,
                all.subList(0, texts.size()),
                all.subList(texts.size(), all.size()));
    }

    private static @Nullable String heading(Section section, @Nullable String given, int number, AnswerText text) {
        if (section.heading() == null) {
            return null;
        }
        var heading = text.line(given, LONGEST_HEADING);
        if (heading.isEmpty() && !section.heading().isBlank()) {
            throw new Fault("the heading of scene %d is missing".formatted(number));
        }
        return heading;
    }

    private static SpeechText spoken(@Nullable String sentence, int scene, AnswerText text) {
        var words = text.narration(sentence).stream()
                .map(block -> switch (block) {
                    case Block.Heading heading -> heading.text();
                    case Block.Paragraph paragraph -> paragraph.text();
                    case Block.ListItem item -> item.text();
                })
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ")
                .strip();
        SpeechText speech;
        try {
            speech = SpeechText.parse(words);
        } catch (SpeechText.WrongMark wrong) {
            throw new Fault(String.valueOf(wrong.getMessage()));
        }
        if (speech.plain().isBlank() || words.length() > LONGEST_SENTENCE) {
            throw new Fault("a sentence of scene %d is empty, has more than %d characters or cannot be spoken: \"%s\""
                    .formatted(scene, LONGEST_SENTENCE, Headline.shorten(String.valueOf(sentence), 60)));
        }
        return speech;
    }

    private List<String> texts(@Nullable List<@Nullable String> given, AnswerText text) {
        var wanted = texts.size() + shown.size();
        var read = given == null ? List.<@Nullable String>of() : given;
        if (read.size() != wanted) {
            throw new Fault("it has %d \"texts\" instead of %d".formatted(read.size(), wanted));
        }
        var lines = read.stream().map(each -> text.line(each, LONGEST_TEXT)).toList();
        if (lines.stream().anyMatch(String::isEmpty)) {
            throw new Fault("one of its \"texts\" is empty or cannot be shown");
        }
        return lines;
    }

    /** All that was handed over; what stands in it may stand in the answer. */
    private String own() {
        var own = new StringBuilder(before.title())
                .append('\n')
                .append(before.description())
                .append('\n')
                .append(before.script());
        before.sections().forEach(section -> own.append('\n').append(section.heading()));
        texts.forEach(text -> own.append('\n').append(text));
        shown.forEach(text -> own.append('\n').append(text));
        return own.toString();
    }

    private List<String> shortcomings(Wording wording) {
        var shortcomings = new ArrayList<String>();
        var script = wording.sentences().stream().map(SpeechText::plain).collect(Collectors.joining(" "));
        var figures = Figures.beyond(script, before.script());
        if (!figures.isEmpty()) {
            shortcomings.add("it states figures that are not in the script: " + String.join(", ", figures));
        }
        if (LanguageDetector.remains(script, before.script(), language)) {
            shortcomings.add("it is still in the language of the script");
        }
        return shortcomings;
    }

    /** The answer cannot be used; the message says why, to the model. */
    private static final class Fault extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message);
        }
    }
}
