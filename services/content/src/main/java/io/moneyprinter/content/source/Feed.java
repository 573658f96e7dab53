package io.moneyprinter.content.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A feed of RSS 0.9 to 2.0 or of Atom. jsoup reads its XML: it knows no entities but those of HTML and follows
 * nothing.
 */
record Feed(@Nullable String title, List<Item> items) {

    /**
     * @param content HTML of the whole article or of its beginning, empty when there is none
     */
    record Item(
            String id, String link, String title, @Nullable LocalDate published, String content) {}

    static Feed of(Document xml) {
        var items = new ArrayList<Item>();
        for (var element : xml.select("item, entry")) {
            items.add(item(element));
        }
        var channel = xml.selectFirst("channel");
        var head = channel == null ? xml.firstElementChild() : channel;
        var title = head == null ? "" : text(head, "title");
        return new Feed(title.isEmpty() ? null : title, items);
    }

    /** The item that is meant: by id, link or title, or the newest. */
    Optional<Item> find(@Nullable String wanted) {
        if (wanted == null) {
            return newest();
        }
        return items.stream()
                .filter(item -> List.of(item.id(), item.link()).contains(wanted)
                        || item.title().equalsIgnoreCase(wanted.strip()))
                .findFirst();
    }

    /** Feeds begin with the newest; only dates may say otherwise. */
    private Optional<Item> newest() {
        var newest = LocalDate.MIN;
        var found = items.stream().findFirst();
        for (var item : items) {
            var published = item.published();
            if (published != null && published.isAfter(newest)) {
                newest = published;
                found = Optional.of(item);
            }
        }
        return found;
    }

    private static Item item(Element element) {
        return new Item(
                first(text(element, "guid"), text(element, "id"), element.attr("rdf:about")),
                link(element),
                // Titles are HTML within XML.
                Jsoup.parse(text(element, "title")).text(),
                date(first(
                        text(element, "pubdate"),
                        text(element, "published"),
                        text(element, "dc:date"),
                        text(element, "updated"))),
                first(
                        text(element, "content:encoded"),
                        content(element),
                        text(element, "description"),
                        text(element, "summary")));
    }

    private static String link(Element item) {
        var link = "";
        for (var child : item.children()) {
            if (!child.normalName().equals("link")) {
                continue;
            }
            if (!child.hasAttr("href")) {
                return child.text().strip();
            }
            var relation = child.attr("rel");
            if (link.isEmpty() && (relation.isEmpty() || relation.equals("alternate"))) {
                link = child.attr("href").strip();
            }
        }
        return link;
    }

    /** In XHTML it is markup already. */
    private static String content(Element item) {
        for (var child : item.children()) {
            if (child.normalName().equals("content")) {
                return child.attr("type").equals("xhtml") ? child.html() : child.wholeText();
            }
        }
        return "";
    }

    private static String text(Element element, String name) {
        for (var child : element.children()) {
            if (child.normalName().equals(name)) {
                return child.wholeText().strip();
            }
        }
        return "";
    }

    private static String first(String... texts) {
        for (var text : texts) {
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }

    private static @Nullable LocalDate date(String text) {
        var iso = PageFacts.date(text);
        if (iso != null) {
            return iso;
        }
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toLocalDate();
        } catch (DateTimeException other) {
            return null;
        }
    }
}
