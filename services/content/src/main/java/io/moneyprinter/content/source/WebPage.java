package io.moneyprinter.content.source;

import io.moneyprinter.content.script.Headline;
import io.moneyprinter.contracts.content.Citation;
import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The article of a page. */
final class WebPage {

    /** Marks a line break, which jsoup takes for a space. */
    private static final String BREAK = "\u2028";

    private WebPage() {}

    /**
     * What the page says; nothing when it says nothing.
     *
     * @param address where it was found, null for what was sent
     * @throws SourceFailure when it is nested too deeply
     */
    static SourceText read(Document page, @Nullable URI address) throws SourceFailure {
        var facts = PageFacts.of(page);
        var passages = new Passages();
        for (var block : MainText.of(page)) {
            add(block, passages);
        }
        if (passages.isEmpty()) {
            facts.articleBody().lines().forEach(passages::paragraph);
        }
        return passages.toText(facts.title(), address == null ? null : citation(facts, address));
    }

    static void add(Element block, Passages passages) {
        if (block.normalName().matches("h[1-6]")) {
            passages.heading(block.normalName().charAt(1) - '0', block.text());
            return;
        }
        prepare(block);
        for (var paragraph : block.text().split("(?:\\s*" + BREAK + "\\s*){2,}")) {
            var text = paragraph.replace(BREAK, " ");
            if (block.normalName().equals("li")) {
                passages.item(text);
            } else {
                passages.paragraph(text);
            }
        }
    }

    private static void prepare(Element block) {
        block.select("rt, rp").remove();
        for (var raised : block.select("sup")) {
            var text = raised.text();
            if (raised.selectFirst("a") != null || text.matches("\\[.*]|[*†‡§]+")) {
                raised.remove();
            } else if (text.matches("[0-9]+")) {
                raised.text(raised(text));
            }
        }
        block.select("br").forEach(line -> line.before(BREAK));
    }

    private static String raised(String digits) {
        var raised = new StringBuilder();
        digits.chars().forEach(digit -> raised.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')));
        return raised.toString();
    }

    private static Citation citation(PageFacts facts, URI address) {
        var site = facts.site() == null ? site(address) : facts.site();
        var title = facts.title() == null ? address.toString() : Headline.title(facts.title());
        return new Citation(title, address.toString(), site, facts.published());
    }

    static @Nullable String site(URI address) {
        return address.getHost() == null ? null : address.getHost().replaceFirst("^www\\.", "");
    }

    /** The feeds that a page names, in its order. */
    static List<String> feeds(Document page) {
        return page
                .select("link[rel~=(?i)alternate][type=application/rss+xml],"
                        + " link[rel~=(?i)alternate][type=application/atom+xml]")
                .stream()
                .map(link -> link.absUrl("href"))
                .filter(link -> !link.isEmpty())
                .toList();
    }
}
