package io.moneyprinter.content.article;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.language.Language;
import io.moneyprinter.content.language.LanguageDetector;
import io.moneyprinter.content.language.Word;
import io.moneyprinter.content.script.Block;
import io.moneyprinter.content.script.Manuscript;
import io.moneyprinter.content.script.SentenceSplitter;
import io.moneyprinter.problem.CodedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a manuscript of an article without any model: the article's own best sentences, in its own order. */
@Component
public class ArticleSummarizer {

    private static final int FEWEST_SENTENCES = 3;
    private static final double FEWEST_WORDS = 40;

    /** What the sentences around the article's own take of the budget. */
    private static final double FRAME_WORDS = 18;

    /** An article longer than this says the rest in other words. */
    private static final int MOST_SENTENCES = 400;

    private static final Pattern EXPLAINS = Pattern.compile("(?:why|how)\\s.+", Pattern.CASE_INSENSITIVE);

    /** The manuscript of at most about {@code seconds}; {@code hook} asks for an opening and a closing sentence. */
    public Manuscript summarize(String article, int seconds, @Nullable Language wanted, boolean hook) {
        var text = ArticleText.read(article);
        var language = wanted == null ? LanguageDetector.detect(String.join("\n", text.paragraphs())) : wanted;
        var splitter = new SentenceSplitter(language);
        var candidates = Summary.candidates(
                text.paragraphs().stream().map(splitter::sentences).toList(), language);
        var words = candidates.stream()
                .mapToDouble(candidate -> Word.count(candidate.text(), language))
                .sum();
        if (candidates.size() < FEWEST_SENTENCES || words < FEWEST_WORDS) {
            throw CodedException.ofField(
                    ContentErrorCode.ARTICLE_TOO_SHORT,
                    "/article",
                    "%d sentences of %d words (expected: at least %d sentences and %d words); to speak it as it is, send it as script"
                            .formatted(
                                    candidates.size(), Math.round(words), FEWEST_SENTENCES, Math.round(FEWEST_WORDS)));
        }
        var budget = seconds * Word.PER_SECOND;
        var opened = hook && words > budget;
        var chosen = Summary.choose(
                candidates.subList(0, Math.min(candidates.size(), MOST_SENTENCES)),
                opened ? Math.max(FEWEST_WORDS, budget - FRAME_WORDS) : budget,
                language);
        return Manuscript.of(blocks(text.title(), chosen, opened, language), language, "/article");
    }

    private static List<Block> blocks(
            @Nullable String title, List<Summary.Candidate> chosen, boolean opened, Language language) {
        var blocks = new ArrayList<Block>();
        if (title != null) {
            blocks.add(new Block.Heading(1, title));
        }
        if (opened && title != null) {
            blocks.add(new Block.Paragraph(opening(title, language)));
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
        if (opened && language.code().equals("en")) {
            blocks.add(new Block.Paragraph("That is the short version; the full article has the rest."));
        }
        return blocks;
    }

    /** The article's own promise: its title, which is in its own language, too. */
    private static String opening(String title, Language language) {
        if (language.code().equals("en") && EXPLAINS.matcher(title).matches() && !title.endsWith("?")) {
            return "Here is %s%s.".formatted(title.substring(0, 1).toLowerCase(Locale.ROOT), title.substring(1));
        }
        return title.codePoints().reduce(0, (before, last) -> last) < 0x80 && !title.matches(".*[.!?]")
                ? title + "."
                : title;
    }
}
