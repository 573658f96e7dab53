package io.moneyprinter.content.source;

import io.moneyprinter.content.ContentErrorCode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article among what stands on a page: where paragraphs with many words and few links lie close together.
 * The idea is Arc90's Readability.
 */
final class MainText {

    private static final String AROUND =
            "script, style, noscript, template, nav, header nav, footer, aside, form, button, select, input, dialog,"
                    + " figure, figcaption, iframe, svg, math, audio, video, canvas, [hidden], [aria-hidden=true],"
                    + " [role=navigation], [role=complementary], [role=contentinfo], [role=dialog], [role=search],"
                    + " [style~=(?i)display:\\s*none]";

    private static final Pattern UNLIKELY = Pattern.compile(
            "(?:^|[\\s_-])(?:comments?|commentlist|disqus|related|recommend\\w*|promo\\w*|share|sharing|social|sidebar|"
                + "newsletter|subscri\\w+|signup|cookies?|consent|gdpr|banner|advert\\w*|ads?|sponsor\\w*|breadcrumbs?|"
                + "pagination|pager|byline|author-?bio|bio|captions?|toc|navbox|infobox|reflist|references|footnotes?|"
                + "editsection|hatnote|catlinks|noprint|paywall|popup|modal|skip-?link|menu|widget|teasers?|"
                + "most-?read|trending|read-?more|readmore|copyright|disclaimer|login)(?:$|[\\s_-])",
            Pattern.CASE_INSENSITIVE);

    private static final Evaluator KEPT =
            QueryParser.parse("html, body, main, article, [itemprop=articleBody]");
    private static final String BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dd, blockquote, div, section, td";
    private static final Evaluator INNER = QueryParser.parse(
            "p, div, section, article, ul, ol, dl, table, blockquote, h1, h2, h3, h4, h5, h6, pre, td, li");
    private static final Evaluator PARAGRAPH = QueryParser.parse("p, li, dd");
    private static final Evaluator LAYOUT = QueryParser.parse("div, section, td, blockquote");
    private static final Pattern COMMA = Pattern.compile("[,،、，]");

    /** Shorter paragraphs say little about where the article is. */
    private static final int TELLING = 25;

    private static final int SHORT = 200;

    /** Deeper than anybody nests a page, it only makes work: of its depth times its length. */
    private static final int DEEPEST = 400;

    private static final double MOSTLY_LINKS = 0.5;

    private final Map<Element, Double> scores = new IdentityHashMap<>();

    private MainText() {}

    /**
     * Headings and paragraphs in the order of the page.
     *
     * @throws SourceFailure when it is nested too deeply
     */
    static List<Element> of(Document page) throws SourceFailure {
        checkDepth(page);
        page.select(AROUND).remove();
        page.select("table").stream().filter(MainText::isData).forEach(Element::remove);
        dropUnlikely(page);
        var root = new MainText().root(page);
        var blocks = new ArrayList<Element>();
        for (var part : withLeads(root)) {
            collect(part, blocks);
        }
        return blocks.isEmpty() ? lines(page.body()) : blocks;
    }

    private static void checkDepth(Document page) throws SourceFailure {
        var deepest = new int[1];
        page.traverse((node, depth) -> deepest[0] = Math.max(deepest[0], depth));
        if (deepest[0] > DEEPEST) {
            throw new SourceFailure(ContentErrorCode.SOURCE_TOO_COMPLEX, "the page is nested too deeply");
        }
    }

    private static void checkIsAwaited() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("nobody waits any more");
        }
    }

    /** Tables also lay old pages out. */
    private static boolean isData(Element table) {
        return table.select("td").stream().noneMatch(cell -> cell.text().length() > SHORT);
    }

    private static void dropUnlikely(Document page) {
        var all = textLength(page.body());
        for (var element : page.select("[class], [id]")) {
            checkIsAwaited();
            var names = element.className() + " " + element.id();
            if (!element.is(KEPT)
                    && UNLIKELY.matcher(names).find()
                    && element.selectFirst("h1") == null
                    && textLength(element) * 2 < all) {
                element.remove();
            }
        }
    }

    private Element root(Document page) {
        var body = page.select("[itemprop=articleBody]");
        if (body.size() == 1 && textLength(body.getFirst()) > SHORT) {
            return body.getFirst();
        }
        for (var block : page.body().select(BLOCKS)) {
            checkIsAwaited();
            if (isParagraph(block)) {
                score(block);
            }
        }
        return scores.entrySet().stream()
                .max(Map.Entry.<Element, Double>comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(page.body());
    }

    private void score(Element paragraph) {
        var text = paragraph.text();
        if (text.length() < TELLING) {
            return;
        }
        var score = (1 + COMMA.matcher(text).results().count() + Math.min(text.length() / 100.0, 3))
                * (1 - linkDensity(paragraph));
        var share = 1.0;
        var parent = paragraph.parent();
        for (var level = 0; level < 3 && parent != null && !parent.is("html, #root"); level++) {
            scores.merge(parent, score * share * (parent.is("article, main") ? 1.2 : 1), Double::sum);
            share /= level == 0 ? 2 : 1.5;
            parent = parent.parent();
        }
    }

    /** The article with what stands beside it and reads like it: a lead, or the rest of it. */
    private static List<Element> withLeads(Element root) {
        var parent = root.parent();
        if (parent == null || root.is("body, article, main")) {
            return List.of(root);
        }
        var parts = new ArrayList<Element>();
        for (var sibling : parent.children()) {
            if (sibling == root
                    || sibling.is("h1, h2, h3")
                    || sibling.text().length() > 80 && linkDensity(sibling) < 0.2 && !sibling.is("ul, ol")) {
                parts.add(sibling);
            }
        }
        return parts;
    }

    private static void collect(Element element, List<Element> blocks) {
        if (element.normalName().matches("h[1-6]")) {
            blocks.add(element);
        } else if (isParagraph(element)) {
            if (element.hasText()
                    && (linkDensity(element) <= MOSTLY_LINKS || element.text().length() > SHORT)) {
                blocks.add(element);
            }
        } else {
            element.children().forEach(child -> collect(child, blocks));
        }
    }

    /** Whether it holds text and no further blocks. */
    private static boolean isParagraph(Element element) {
        return element.is(PARAGRAPH)
                || element.is(LAYOUT)
                        && element.hasText()
                        && element.stream().skip(1).noneMatch(inner -> inner.is(INNER));
    }

    /** A page made of bare text and line breaks. */
    private static List<Element> lines(@Nullable Element body) {
        var lines = new ArrayList<Element>();
        Objects.requireNonNull(body, "jsoup gives every page a body")
                .wholeText()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> lines.add(new Element("p").appendChild(new TextNode(line))));
        return lines;
    }

    private static double linkDensity(Element element) {
        var all = element.text().length();
        return all == 0 ? 0 : (double) element.select("a").text().length() / all;
    }

    private static int textLength(@Nullable Element element) {
        return element == null ? 0 : element.text().length();
    }
}
