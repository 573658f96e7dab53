package io.moneyprinter.content.source;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.contracts.content.Citation;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** The words of a book, chapter after chapter. */
final class EpubText {

    private static final int MOST_CHAPTERS = 200;

    private EpubText() {}

    static SourceText read(Path file) throws IOException {
        try (var zip = new ZippedFile(file)) {
            var root = xml(zip, "META-INF/container.xml").select("rootfile").attr("full-path");
            var book = xml(zip, root);
            var parts = new HashMap<String, String>();
            book.select("manifest item").forEach(item -> parts.put(item.attr("id"), item.attr("href")));
            var passages = new Passages();
            var chapters = 0;
            for (var reference : book.select("spine itemref")) {
                var part = parts.get(reference.attr("idref"));
                if (Thread.interrupted()) {
                    throw new SourceFailure(ContentErrorCode.SOURCE_TOO_COMPLEX, "the book takes too long to read");
                }
                if (part == null || passages.isFull() || ++chapters > MOST_CHAPTERS) {
                    continue;
                }
                var chapter = Jsoup.parse(zip.part(resolve(root, part)), null, "");
                MainText.of(chapter).forEach(block -> WebPage.add(block, passages));
            }
            var title = text(book, "dc:title");
            var publisher = text(book, "dc:publisher");
            return passages.toText(
                    title,
                    title.isEmpty()
                            ? null
                            : new Citation(
                                    title,
                                    null,
                                    publisher.isEmpty() ? null : publisher,
                                    PageFacts.date(text(book, "dc:date"))));
        } catch (IllegalArgumentException e) {
            throw new IOException("malformed names of parts", e);
        }
    }

    private static Document xml(ZippedFile zip, String name) throws IOException {
        return Jsoup.parse(zip.part(name), null, "", Parser.xmlParser());
    }

    private static String text(Document book, String name) {
        return book.getAllElements().stream()
                .filter(element -> element.normalName().equals(name))
                .findFirst()
                .map(element -> element.text().strip())
                .orElse("");
    }

    private static String resolve(String root, String part) {
        var path = URI.create("/" + root).resolve(part).getRawPath();
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8)
                .substring(1);
    }
}
