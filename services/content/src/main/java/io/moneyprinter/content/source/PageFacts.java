package io.moneyprinter.content.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says of itself, for people and for machines.
 *
 * @param articleBody the text as it is told to machines; empty when it is not
 */
record PageFacts(
        @Nullable String title,
        @Nullable String site,
        @Nullable LocalDate published,
        String articleBody) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_NAME = 100;

    /** The name of the site, which pages add to their titles. */
    private static final Pattern SITE = Pattern.compile("\\s+[|–—·»-]\\s+[^|–—·»-]+$");

    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2}).*", Pattern.DOTALL);

    static PageFacts of(Document page) {
        var articles = articles(page);
        var heading = page.select("h1");
        var title = first(
                heading.size() == 1 ? heading.text() : "",
                meta(page, "meta[property=og:title]"),
                text(articles, "headline"),
                heading.isEmpty() ? "" : heading.getFirst().text(),
                SITE.matcher(page.title()).replaceFirst(""));
        var site = first(
                meta(page, "meta[property=og:site_name]"),
                meta(page, "meta[name=application-name]"),
                publisher(articles));
        var date = first(
                meta(page, "meta[property=article:published_time]"),
                text(articles, "datePublished"),
                meta(page, "meta[itemprop=datePublished]"),
                meta(
                        page,
                        "meta[name~=(?i)^(?:date|pubdate|publish-?date|dc\\.date(?:\\.issued)?|citation_publication_date)$]"),
                page.select("article time[datetime], time[pubdate]").attr("datetime"));
        return new PageFacts(
                title,
                site == null || site.length() > LONGEST_NAME ? null : site,
                date == null ? null : date(date),
                text(articles, "articleBody"));
    }

    static @Nullable LocalDate date(String text) {
        var date = DATE.matcher(text.strip().replace('/', '-'));
        try {
            return date.matches()
                    ? LocalDate.of(
                            Integer.parseInt(date.group(1)),
                            Integer.parseInt(date.group(2)),
                            Integer.parseInt(date.group(3)))
                    : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static @Nullable String first(String... texts) {
        for (var text : texts) {
            if (!text.isBlank()) {
                return text.strip();
            }
        }
        return null;
    }

    private static String meta(Document page, String query) {
        return page.select(query).attr("content").strip();
    }

    /** Everything that the page tells machines in schema.org's words and that looks like an article. */
    private static List<JsonNode> articles(Document page) {
        var found = new ArrayList<JsonNode>();
        for (var script : page.select("script[type=application/ld+json]")) {
            try {
                collect(JSON.readTree(script.data()), found, 0);
            } catch (JacksonException malformed) {
                // What a page says in its text is enough.
            }
        }
        return found;
    }

    private static void collect(JsonNode node, List<JsonNode> found, int depth) {
        if (depth > 3) {
            return;
        }
        if (node.isArray()) {
            node.forEach(child -> collect(child, found, depth + 1));
        } else if (node.isObject()) {
            if (node.has("headline") || node.has("datePublished")) {
                found.add(node);
            }
            collect(node.path("@graph"), found, depth + 1);
        }
    }

    private static String text(List<JsonNode> articles, String field) {
        return articles.stream()
                .map(article -> article.path(field).asString("").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String publisher(List<JsonNode> articles) {
        return articles.stream()
                .map(article ->
                        article.path("publisher").path("name").asString("").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
