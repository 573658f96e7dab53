package io.moneyprinter.content.article;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.script.Block;
import io.moneyprinter.content.script.Manuscript;
import io.moneyprinter.content.script.SentenceSplitter;
import io.moneyprinter.content.source.SourceText;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.LanguageDetector;
import io.moneyprinter.language.Stems;
import io.moneyprinter.language.Word;
import io.moneyprinter.problem.CodedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a manuscript of texts without any model: their own best sentences, in their own order. */
@Component
public class ArticleSummarizer {

    private static final int FEWEST_SENTENCES = 3;
    private static final double FEWEST_WORDS = 40;

    /** A text longer than this says the rest in other words. */
    private static final int MOST_SENTENCES = 400;

    /** A title that says so much of what comes first need not be said before it. */
    private static final double SAID_AGAIN = 0.75;

    /**
     * The manuscript of texts that tell of the same, of at most about {@code seconds}.
     *
     * @param pointer the field that they came from
     * @param hook whether it has an opening and a closing sentence
     */
    public Manuscript summarize(
            List<SourceText> texts, String pointer, int seconds, @Nullable Language wanted, boolean hook) {
        var language = language(texts, pointer, wanted);
        var splitter = new SentenceSplitter(language);
        var lines = Summary.lines(texts, splitter, language);
        var words =
                lines.stream().filter(Line::sayable).mapToDouble(Line::words).sum();
        var sayable = lines.stream()
                .filter(line -> line.sayable() && line.words() >= Line.FEWEST_WORDS)
                .count();
        if (sayable < FEWEST_SENTENCES || words < FEWEST_WORDS) {
            throw CodedException.ofField(
                    ContentErrorCode.ARTICLE_TOO_SHORT,
                    pointer,
                    "%d sentences of %d words (expected: at least %d sentences and %d words); to speak it as it is, send it as script"
                            .formatted(sayable, Math.round(words), FEWEST_SENTENCES, Math.round(FEWEST_WORDS)));
        }
        var budget = seconds * Word.PER_SECOND;
        var title = texts.getFirst().title();
        var frame = hook && words > budget ? Frame.of(title, texts.size() > 1, language) : Frame.NONE;
        var chosen = Summary.choose(
                shared(lines, texts.size()), Math.max(FEWEST_WORDS, budget - frame.words(language)), title, language);
        if (title != null && repeats(chosen.getFirst(), title, language)) {
            frame = frame.withoutOpening();
        }
        return Manuscript.of(blocks(title, chosen, frame), language, pointer);
    }

    /** A summary as a script, whose keywords come from the texts and not from what is said around them. */
    public static GeneratedContent content(
            Manuscript manuscript, @Nullable String title, List<String> keywords, Map<String, String> metadata) {
        var content = manuscript.toContent(manuscript.titleOr(title), null, keywords, metadata);
        var language = manuscript.language();
        var said = content.sentences().stream()
                .map(Sentence::text)
                .filter(text -> !Frame.holds(text, manuscript.titleOr(null), language))
                .collect(Collectors.joining(" ", content.title() + " ", ""))
                .toLowerCase(Locale.ROOT);
        return new GeneratedContent(
                content.script(),
                content.title(),
                content.description(),
                content.keywords().stream()
                        .filter(keyword ->
                                keywords.contains(keyword) || said.contains(keyword.toLowerCase(Locale.ROOT)))
                        .toList(),
                content.language(),
                content.estimatedDuration(),
                content.sections(),
                content.metadata(),
                content.citations());
    }

    /**
     * The one that is wanted, or that of all texts.
     *
     * @param pointer the field that they came from
     */
    public static Language language(List<SourceText> texts, String pointer, @Nullable Language wanted) {
        if (wanted != null) {
            return wanted;
        }
        var languages = texts.stream().map(ArticleSummarizer::detected).toList();
        var codes = languages.stream().map(Language::code).distinct().sorted().toList();
        if (codes.size() > 1) {
            throw CodedException.ofField(
                    ContentErrorCode.SOURCE_LANGUAGES_DIFFER,
                    pointer,
                    "the texts are in several languages: %s (expected: one)".formatted(String.join(", ", codes)));
        }
        return languages.getFirst();
    }

    private static Language detected(SourceText text) {
        return LanguageDetector.detect(text.text());
    }

    /** Of long texts the beginning, each with the same share. */
    private static List<Line> shared(List<Line> lines, int texts) {
        var shared = new ArrayList<Line>();
        var room = MOST_SENTENCES / texts;
        var left = 0;
        for (var line : lines) {
            left = line.isFirstOfSource() ? room : left - 1;
            if (left > 0) {
                shared.add(line);
            }
        }
        return shared;
    }

    private static boolean repeats(Line lead, String title, Language language) {
        var said = new HashSet<>(Stems.of(lead.text(), language));
        var promised = new HashSet<>(Stems.of(title, language));
        var all = promised.size();
        promised.retainAll(said);
        return all > 3 && promised.size() > all * SAID_AGAIN;
    }

    private static List<Block> blocks(@Nullable String title, List<Line> chosen, Frame frame) {
        var blocks = new ArrayList<Block>();
        if (title != null) {
            blocks.add(new Block.Heading(1, title));
        }
        if (frame.opening() != null) {
            blocks.add(new Block.Paragraph(frame.opening()));
        }
        var paragraph = new StringBuilder();
        for (var i = 0; i < chosen.size(); i++) {
            if (i > 0 && chosen.get(i).paragraph() != chosen.get(i - 1).paragraph()) {
                blocks.add(new Block.Paragraph(paragraph.toString()));
                paragraph.setLength(0);
            }
            paragraph
                    .append(paragraph.isEmpty() ? "" : "\n")
                    .append(chosen.get(i).text());
        }
        blocks.add(new Block.Paragraph(paragraph.toString()));
        if (frame.ending() != null) {
            blocks.add(new Block.Paragraph(frame.ending()));
        }
        return blocks;
    }
}
