package io.moneyprinter.content.article;

import io.moneyprinter.content.script.Block;
import io.moneyprinter.content.script.Headline;
import io.moneyprinter.content.script.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * What an article says, without what stands around it on a page.
 *
 * @param title null when it has none
 */
record ArticleText(@Nullable String title, List<String> paragraphs) {

    private static final Pattern HTML = Pattern.compile(
            "<(?:!doctype html|html|body|article|main|div|p|h[1-6]|section)\\b[^>]*>", Pattern.CASE_INSENSITIVE);

    private static final String AROUND =
            "script, style, noscript, template, nav, header nav, footer, aside, form, button,"
                    + " figure, figcaption, table, iframe, svg, [hidden], [aria-hidden=true], [role=navigation],"
                    + " [role=complementary], [role=contentinfo]";

    /** "[1]" and "[edit]", which are not read aloud. */
    private static final Pattern NOTE = Pattern.compile("\\[(?:\\d{1,3}|[a-z]|edit|citation needed)]");

    /** The name of the site, which pages add to their titles. */
    private static final Pattern SITE = Pattern.compile("\\s+[|–—·»-]\\s+[^|–—·»-]+$");

    ArticleText {
        title = title == null || title.isBlank() ? null : Headline.title(title);
        paragraphs = paragraphs.stream()
                .map(paragraph -> NOTE.matcher(paragraph).replaceAll(""))
                .toList();
    }

    static ArticleText read(String article) {
        return HTML.matcher(article).find() ? ofHtml(article) : ofMarkup(article);
    }

    private static ArticleText ofHtml(String html) {
        var page = Jsoup.parse(html);
        var heading = page.selectFirst("h1");
        var title = heading == null ? SITE.matcher(page.title()).replaceFirst("") : heading.text();
        page.select(AROUND).remove();
        var body = page.selectFirst("article");
        if (body == null) {
            body = page.selectFirst("main");
        }
        var paragraphs = new ArrayList<String>();
        for (var element : (body == null ? page.body() : body).select("p, li, blockquote:not(:has(p))")) {
            if (element.parents().stream().noneMatch(parent -> parent.is("p, li")) && element.hasText()) {
                paragraphs.add(element.text());
            }
        }
        if (paragraphs.isEmpty()) {
            // A page made of bare text and line breaks.
            (body == null ? page.body() : body)
                    .wholeText()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(paragraphs::add);
        }
        return new ArticleText(title, paragraphs);
    }

    private static ArticleText ofMarkup(String text) {
        @Nullable String title = null;
        var paragraphs = new ArrayList<String>();
        for (var block : Markup.read(text)) {
            switch (block) {
                case Block.Heading heading -> title = title == null && heading.level() == 1 ? heading.text() : title;
                case Block.Paragraph paragraph -> paragraphs.add(paragraph.text());
                case Block.ListItem item -> paragraphs.add(item.text());
            }
        }
        return new ArticleText(title, paragraphs);
    }
}
