package io.moneyprinter.content.source;

import io.moneyprinter.content.script.Block;
import io.moneyprinter.content.script.Headline;
import io.moneyprinter.content.script.Markup;
import io.moneyprinter.contracts.content.Citation;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * What a text says, without what stands around it.
 *
 * @param title null when it has none
 * @param citation null when there is nothing to cite it by
 */
public record SourceText(
        @Nullable String title,
        List<Passage> passages,
        @Nullable Citation citation) {

    private static final Pattern HTML = Pattern.compile(
            "<(?:!doctype html|html|body|article|main|div|p|h[1-6]|section)\\b[^>]*>", Pattern.CASE_INSENSITIVE);

    public SourceText {
        title = title == null || title.isBlank() ? null : Headline.title(title);
        passages = List.copyOf(passages);
    }

    /**
     * A paragraph.
     *
     * @param isItem whether it is an item of a list, such as one of several steps
     */
    public record Passage(String text, boolean isItem) {}

    /** All of it, a paragraph a line. */
    public String text() {
        return passages.stream().map(Passage::text).collect(Collectors.joining("\n"));
    }

    /**
     * A text that was sent: Markdown, HTML or plain.
     *
     * @throws SourceFailure when it is nested too deeply
     */
    public static SourceText of(String text) throws SourceFailure {
        return HTML.matcher(text).find() ? WebPage.read(Jsoup.parse(text), null) : ofMarkup(text);
    }

    /** The same of Markdown or plain text. */
    public static SourceText ofMarkup(String text) {
        @Nullable String title = null;
        var passages = new Passages();
        for (var block : Markup.read(text)) {
            switch (block) {
                case Block.Heading(var level, var heading) -> {
                    if (title == null && level == 1) {
                        title = heading;
                    } else {
                        passages.heading(level, heading);
                    }
                }
                case Block.Paragraph(var paragraph) -> passages.paragraph(paragraph);
                case Block.ListItem(var item) -> passages.item(item);
            }
        }
        return passages.toText(title, null);
    }

    SourceText citedAs(Citation other) {
        return new SourceText(title, passages, other);
    }
}
