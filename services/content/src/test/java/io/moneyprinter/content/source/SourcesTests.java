package io.moneyprinter.content.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.Source;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.service.fetch.FetchErrorCode;
import io.moneyprinter.service.store.LocalObjectStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real socket: a small web of pages, documents and feeds. */
class SourcesTests {

    private static final UserId USER = new UserId("ada");

    @TempDir
    Path work;

    private final Map<String, byte[]> site = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Sources sources;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var path = exchange.getRequestURI().getPath();
                requests.add(path);
                var body = site.get(path);
                exchange.getResponseHeaders().add("Content-Type", "application/octet-stream");
                exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
                if (body != null) {
                    exchange.getResponseBody().write(body);
                }
            }
        });
        server.start();
        sources = sources(Set.of("127.0.0.1"));
        put("/news.html", WebPageTests.page("news.html"));
        put("/feed.xml", WebPageTests.page("feed.xml").formatted(url("")));
    }

    private Sources sources(Set<String> allowedHosts) {
        var properties = DocumentsTests.properties(allowedHosts, Duration.ofSeconds(20));
        var store = new LocalObjectStore(work.resolve("store"), Clock.systemUTC());
        var documents = new Documents(properties);
        return new Sources(
                new WebSources(properties, documents, store), documents, new OnePaper(USER), store, properties);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsAPageAndCitesIt() {
        var text = read(Source.ofUrl(url("/news.html")));

        assertThat(text.text()).startsWith("For the first time since 1946").doesNotContain("privacy");
        var citation = Objects.requireNonNull(text.citation());
        assertThat(citation.title()).isEqualTo("Storks return to Zurich after 80 years");
        assertThat(citation.url()).isEqualTo(url("/news.html"));
        assertThat(citation.site()).isEqualTo("The Lake Gazette");
        assertThat(citation.published()).isEqualTo(LocalDate.of(2026, 11, 3));
        read(Source.ofUrl(url("/news.html")));
        assertThat(requests).containsExactly("/news.html");
    }

    @Test
    void readsADocumentOfTheWebAndOneThatWasUploaded() throws IOException {
        var paper = Files.readAllBytes(Papers.pdf(work.resolve("paper.pdf")));
        site.put("/eels", paper);
        new LocalObjectStore(work.resolve("store"), Clock.systemUTC()).put(OnePaper.KEY, paper);

        var fetched = read(Source.ofUrl(url("/eels")));
        var uploaded = read(Source.ofAsset(new AssetId("paper")));

        assertThat(fetched.text()).startsWith("Eels are born").isEqualTo(uploaded.text());
        assertThat(Objects.requireNonNull(fetched.citation()).url()).isEqualTo(url("/eels"));
        assertThat(Objects.requireNonNull(uploaded.citation()).title()).isEqualTo("The long way of the eel");
    }

    @Test
    void readsTheNewestItemOfAFeed() {
        var text = read(Source.ofFeed(url("/feed.xml"), null));

        assertThat(text.text()).startsWith("For the first time since 1946");
        var citation = Objects.requireNonNull(text.citation());
        assertThat(citation.title()).isEqualTo("Storks & chimneys");
        assertThat(citation.url()).isEqualTo(url("/news.html"));
        assertThat(citation.site()).isEqualTo("The Lake Gazette: Nature");
        assertThat(citation.published()).isEqualTo(LocalDate.of(2026, 11, 3));
    }

    @Test
    void findsAnItemByWhatItIsCalled() {
        for (var item : List.of("id-owls", url("/owls"), "an OLD story about owls")) {
            assertThat(read(Source.ofFeed(url("/feed.xml"), item)).title()).isEqualTo("An old story about owls");
        }
        assertFails(Source.ofFeed(url("/feed.xml"), "no such"), ContentErrorCode.FEED_ITEM_NOT_FOUND);
    }

    @Test
    void takesAnItemThatIsWholeAsItIs() {
        put("/atom.xml", """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Owls</title>
            <entry><title type="html">Night &amp;amp; day</title><id>urn:1</id><link rel="self" href="/self"/><link href="owls.html"/>
            <published>2026-11-20T10:00:00Z</published><content type="html">&lt;p&gt;%s&lt;/p&gt;</content></entry></feed>\
            """.formatted("Owls hear a mouse below the snow, and they fly without a sound. ".repeat(30)));

        var text = read(Source.ofUrl(url("/atom.xml")));

        assertThat(text.title()).isEqualTo("Night & day");
        assertThat(text.text()).startsWith("Owls hear a mouse");
        assertThat(Objects.requireNonNull(text.citation()).url()).isEqualTo(url("/owls.html"));
        assertThat(requests).containsExactly("/atom.xml");
    }

    @Test
    void findsTheFeedThatAPageNames() {
        put(
                "/",
                "<html><head><link rel=alternate type=application/rss+xml"
                        + " href=/feed.xml></head><body><p>Hi</p></body></html>");

        assertThat(read(Source.ofFeed(url("/"), null)).title()).isEqualTo("Storks return to Zurich after 80 years");
        assertFails(Source.ofFeed(url("/news.html"), null), ContentErrorCode.SOURCE_UNSUPPORTED);
    }

    @Test
    void citesATextThatWasSentByItsTitle() {
        assertThat(read(Source.ofText("Owls fly.", null)).citation()).isNull();
        assertThat(Objects.requireNonNull(read(Source.ofText("# Owls\n\nOwls fly.", "A letter"))
                                .citation())
                        .title())
                .isEqualTo("A letter");
    }

    @Test
    void namesTheSourceThatFails() {
        put("/picture", "\u0089PNG\r\n\u001a\n\u0000\u0000\u0001\u0002\u0003\u0004\u0005");
        put("/empty", "<html><body><div id=app></div></body></html>");
        put("/large", "<html>" + " ".repeat(300_000));

        assertFails(Source.ofUrl(url("/picture")), ContentErrorCode.SOURCE_UNSUPPORTED);
        assertFails(Source.ofUrl(url("/empty")), ContentErrorCode.SOURCE_EMPTY);
        assertFails(Source.ofUrl(url("/large")), FetchErrorCode.DOWNLOAD_TOO_LARGE);
        assertFails(Source.ofUrl(url("/missing")), FetchErrorCode.DOWNLOAD_NOT_FOUND);
        assertFails(Source.ofUrl("file:///etc/passwd"), FetchErrorCode.DOWNLOAD_REFUSED);
        assertThat(work.resolve("store").resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void readsNothingThatIsNestedTooDeeply() {
        var nested = "<div class=ad>".repeat(10_000);
        put("/late", "Owls fly. ".repeat(300) + nested);

        assertFails(Source.ofUrl(url("/late")), ContentErrorCode.SOURCE_TOO_COMPLEX);
        assertFails(Source.ofText(nested, null), ContentErrorCode.SOURCE_TOO_COMPLEX);
    }

    @Test
    void takesAnItemWhoseLinkIsNoAddress() {
        for (var link : List.of("mailto:owls@example.org", "http://[owls]", "/my owls?%")) {
            put("/short.xml", """
                <rss><channel><title>Owls</title><item><title>Owls fly</title><link>%s</link>
                <description>Owls fly without a sound.</description></item></channel></rss>                """.formatted(link));
            sources = sources(Set.of("127.0.0.1"));

            assertThat(read(Source.ofFeed(url("/short.xml"), null)).text()).isEqualTo("Owls fly without a sound.");
        }
    }

    @Test
    void asksNobodyInsideUnlessItMay() {
        sources = sources(Set.of());

        assertFails(Source.ofUrl(url("/news.html")), FetchErrorCode.DOWNLOAD_REFUSED);
        assertThat(requests).isEmpty();
    }

    private SourceText read(Source source) {
        return sources.read(USER, List.of(source)).getFirst();
    }

    private void assertFails(Source source, ErrorCode code) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> sources.read(USER, List.of(Source.ofText("Owls fly.", null), source)))
                .satisfies(failure -> {
                    assertThat(failure.code()).as(failure.getMessage()).isEqualTo(code);
                    assertThat(failure.errors()).extracting(FieldError::pointer).containsExactly("/sources/1");
                });
    }

    private void put(String path, String body) {
        site.put(path, body.getBytes(StandardCharsets.UTF_8));
    }

    private String url(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }
}
