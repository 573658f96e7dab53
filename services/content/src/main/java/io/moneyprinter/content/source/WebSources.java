package io.moneyprinter.content.source;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.script.Headline;
import io.moneyprinter.contracts.content.Citation;
import io.moneyprinter.contracts.content.Source;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.document.DocumentFormat;
import io.moneyprinter.service.fetch.FetchErrorCode;
import io.moneyprinter.service.fetch.FetchLimits;
import io.moneyprinter.service.fetch.Fetcher;
import io.moneyprinter.service.fetch.WebAddress;
import io.moneyprinter.service.store.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages, documents and feeds of the web. What an answer is, its bytes say; what the server calls it is a hint. */
@Component
class WebSources implements AutoCloseable {

    /** Of a page or a feed, as a part of what an address may give. */
    private static final int PAGE_SHARE = 10;

    /** A feed that has so many letters of an article has the article. */
    private static final int WHOLE_ARTICLE = 1_500;

    private static final int HEAD = 2_048;
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FEED = Pattern.compile("<(?:rss|feed|rdf:RDF)[\\s>]");
    private static final Pattern MARKUP =
            Pattern.compile("<(?:!doctype\\s+html|html|head|body|p|div|article|h1)\\b", Pattern.CASE_INSENSITIVE);

    private final SourceProperties properties;
    private final Documents documents;
    private final ObjectStore store;
    private final Fetcher fetcher;

    WebSources(SourceProperties properties, Documents documents, ObjectStore store) {
        this.properties = properties;
        this.documents = documents;
        this.store = store;
        fetcher = new Fetcher(new FetchLimits(
                properties.allowedHosts(),
                properties.maxSize(),
                properties.connectTimeout(),
                properties.idleTimeout(),
                properties.totalTimeout()));
    }

    /** @throws CodedException with a {@code DOWNLOAD_…}, {@code SOURCE_…}, {@code DOCUMENT_…} or {@code FEED_…} code */
    SourceText read(Source source) {
        var address = source.url() == null ? source.feed() : source.url();
        return read(
                WebAddress.parse(String.valueOf(address)),
                source.feed() == null ? Wanted.ANYTHING : Wanted.FEED,
                source.item());
    }

    /** What is looked for: one step leads to the next kind, so that nothing leads in circles. */
    private enum Wanted {
        ANYTHING,
        /** Or a page that names one. */
        FEED,
        NAMED_FEED,
        /** Or a document. */
        PAGE;

        boolean feed() {
            return this == FEED || this == NAMED_FEED;
        }
    }

    /** @param item of the feed, null for the newest */
    private SourceText read(URI address, Wanted wanted, @Nullable String item) {
        var file = store.newFile("download");
        try {
            var found = fetcher.fetch(address, file);
            var format = DocumentFormat.of(file);
            if (format != null) {
                return cited(documents.read(file, format), found.address());
            }
            return text(found, file, wanted, item);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } finally {
            store.discard(file);
        }
    }

    private SourceText text(Fetcher.Found found, Path file, Wanted wanted, @Nullable String item) throws IOException {
        if (Files.size(file) > properties.maxSize().toBytes() / PAGE_SHARE) {
            throw new CodedException(
                    FetchErrorCode.DOWNLOAD_TOO_LARGE,
                    "the page has more than %d bytes"
                            .formatted(properties.maxSize().toBytes() / PAGE_SHARE));
        }
        var bytes = Files.readAllBytes(file);
        var head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.UTF_8);
        if (isFeed(head) && wanted != Wanted.PAGE) {
            return feed(parsed(bytes, found, Parser.xmlParser()), found.address(), item);
        }
        if (MARKUP.matcher(head).find()) {
            var page = parsed(bytes, found, Parser.htmlParser());
            return wanted.feed()
                    ? namedFeed(page, wanted, item)
                    : documents.read(() -> WebPage.read(page, found.address()));
        }
        if (isText(bytes) && !wanted.feed()) {
            var text = new String(bytes, StandardCharsets.UTF_8);
            return cited(documents.read(() -> SourceText.of(text)), found.address());
        }
        throw new CodedException(
                ContentErrorCode.SOURCE_UNSUPPORTED,
                wanted.feed() ? "there is no feed" : "there is no page and no document that can be read");
    }

    private static boolean isFeed(String head) {
        var feed = FEED.matcher(head);
        var markup = MARKUP.matcher(head);
        return feed.find() && !(markup.find() && markup.start() < feed.start());
    }

    private SourceText namedFeed(Document page, Wanted wanted, @Nullable String item) {
        var feeds = WebPage.feeds(page);
        if (feeds.isEmpty() || wanted == Wanted.NAMED_FEED) {
            throw new CodedException(ContentErrorCode.SOURCE_UNSUPPORTED, "there is no feed");
        }
        return read(WebAddress.parse(feeds.getFirst()), Wanted.NAMED_FEED, item);
    }

    private SourceText feed(Document xml, URI address, @Nullable String wanted) {
        var feed = Feed.of(xml);
        var item = feed.find(wanted)
                .orElseThrow(() -> new CodedException(
                        ContentErrorCode.FEED_ITEM_NOT_FOUND,
                        wanted == null ? "the feed has no items" : "the feed has no item '%s'".formatted(wanted)));
        var link = link(address, item.link());
        var own = documents.read(() -> SourceText.of("<div>%s</div>".formatted(item.content())));
        var title = item.title().isEmpty() ? own.title() : item.title();
        var citation = new Citation(
                title == null ? link.orElse(address).toString() : Headline.title(title),
                link.orElse(address).toString(),
                feed.title() == null ? WebPage.site(link.orElse(address)) : feed.title(),
                item.published());
        var whole = new SourceText(title, own.passages(), citation);
        if (letters(whole) >= WHOLE_ARTICLE || link.isEmpty()) {
            return whole;
        }
        try {
            var page = read(link.get(), Wanted.PAGE, null);
            return letters(page) > letters(whole)
                    ? new SourceText(page.title() == null ? title : page.title(), page.passages(), citation)
                    : whole;
        } catch (CodedException e) {
            if (whole.passages().isEmpty()) {
                throw e;
            }
            return whole;
        }
    }

    /** Feeds link to what is no address of the web, too: such an item has no page. */
    private static Optional<URI> link(URI feed, String link) {
        if (link.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    WebAddress.parse(feed.resolve(link.replace(" ", "%20")).toString()));
        } catch (IllegalArgumentException | CodedException e) {
            return Optional.empty();
        }
    }

    private static int letters(SourceText text) {
        return text.text().length();
    }

    private Document parsed(byte[] bytes, Fetcher.Found found, Parser parser) {
        return documents.read(() -> Jsoup.parse(
                new ByteArrayInputStream(bytes),
                charset(found.contentType()),
                found.address().toString(),
                parser));
    }

    private static @Nullable String charset(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        var charset = CHARSET.matcher(contentType);
        return charset.find() && Charset.isSupported(charset.group(1)) ? charset.group(1) : null;
    }

    private static boolean isText(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var odd = text.codePoints()
                .filter(point -> point == 0xfffd || point < 0x20 && point != '\n' && point != '\r' && point != '\t')
                .count();
        return !text.isBlank() && odd * 100 <= text.length();
    }

    private static SourceText cited(SourceText text, URI address) {
        var known = text.citation();
        var title = text.title() == null ? lastPart(address) : text.title();
        return text.citedAs(new Citation(
                title,
                address.toString(),
                known != null && known.site() != null ? known.site() : WebPage.site(address),
                known == null ? null : known.published()));
    }

    private static String lastPart(URI address) {
        var path = address.getPath() == null ? "" : address.getPath().replaceFirst("/+$", "");
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? address.toString() : name;
    }

    @Override
    public void close() throws IOException {
        fetcher.close();
    }
}
