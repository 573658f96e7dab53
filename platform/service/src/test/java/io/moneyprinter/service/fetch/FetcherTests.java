package io.moneyprinter.service.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.moneyprinter.problem.CodedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/**
 * Over real sockets. Names are looked up in the test, and whatever address is dialled is written down and leads to a
 * server of the test: no address of anybody else is ever asked.
 */
class FetcherTests {

    private static final int MAX = 100_000;

    @TempDir
    Path work;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Behaviour> site = new HashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> dialled = new CopyOnWriteArrayList<>();
    private final Names names = new Names();
    private HttpServer server;
    private Fetcher fetcher;

    private interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.add(exchange.getRequestURI().getPath());
                site.getOrDefault(exchange.getRequestURI().getPath(), status(404))
                        .answer(exchange);
            }
        });
        server.start();
        names.add("site.example", "93.184.216.34");
        fetcher = fetcher(Set.of());
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.close();
        server.stop(0);
        executor.shutdownNow();
    }

    private Fetcher fetcher(Set<String> allowedHosts) {
        return new Fetcher(
                new FetchLimits(
                        allowedHosts,
                        DataSize.ofBytes(MAX),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(400),
                        Duration.ofSeconds(2)),
                names,
                proxy -> new Rerouted());
    }

    private final class Rerouted extends Socket {

        Rerouted() {
            super(Proxy.NO_PROXY);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            dialled.add(((InetSocketAddress) endpoint).getAddress().getHostAddress());
            super.connect(server.getAddress(), timeout);
        }
    }

    /** Literal addresses are what they are; names are what the test says, the next one each time. */
    private static final class Names implements DnsResolver {

        private final Map<String, Deque<List<String>>> answers = new HashMap<>();

        void add(String name, String... addresses) {
            answers.computeIfAbsent(name, absent -> new ArrayDeque<>()).add(List.of(addresses));
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var known = answers.get(host.replaceFirst("\\.$", ""));
            if (known == null) {
                if (host.matches(".*[g-z].*") && !host.startsWith("0x") && !host.startsWith("localhost")) {
                    throw new UnknownHostException(host);
                }
                return SystemDefaultDnsResolver.INSTANCE.resolve(host);
            }
            var addresses = known.size() > 1 ? known.poll() : known.peek();
            var resolved = new InetAddress[addresses.size()];
            for (var i = 0; i < resolved.length; i++) {
                resolved[i] = InetAddress.getByName(addresses.get(i));
            }
            return resolved;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @Test
    void fetchesAFile() throws IOException {
        site.put("/a", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            body(new byte[] {1, 2, 3}).answer(exchange);
        });

        var found = fetcher.fetch(URI.create("http://site.example/a"), work.resolve("a"));

        assertThat(work.resolve("a")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(found.contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(dialled).containsExactly("93.184.216.34");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/",
                "http://127.1/",
                "http://localhost/",
                "http://localhost./",
                "http://LOCALHOST:8080/",
                "http://2130706433/",
                "http://0/",
                "http://0.0.0.0/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://[::]/",
                "http://[::1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:a9fe:a9fe]/",
                "http://[::127.0.0.1]/",
                "http://[::a9fe:a9fe]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://[2002:7f00:1::]/",
                "http://[2002:a00:1::]/",
                "http://10.0.0.1/",
                "http://10.255.255.255/",
                "http://100.64.0.1/",
                "http://100.127.255.255/",
                "http://127.255.255.254/",
                "http://169.254.169.254/latest/meta-data/",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.168.1.1/",
                "http://192.0.0.1/",
                "http://198.18.0.1/",
                "http://198.19.255.255/",
                "http://224.0.0.1/",
                "http://239.255.255.255/",
                "http://240.0.0.1/",
                "http://255.255.255.255/",
                "http://[fc00::1]/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://[fec0::1]/",
                "http://[ff02::1]/",
                "http://both.example/",
                "http://inside.example/",
                "http://inside.example./",
                "http://user@site.example/",
                "http://user:secret@site.example/",
                "http://127.0.0.1@site.example/",
                "http://site.example:22/",
                "http://site.example:25/",
                "http://site.example:6379/",
                "http://site.example:0/",
                "ftp://site.example/",
                "file:///etc/passwd",
                "file://site.example/etc/passwd",
                "gopher://site.example/",
                "jar:http://site.example/a.jar!/",
                "data:text/plain,a",
                "javascript:alert(1)",
                "//site.example/",
                "http:///a",
                "mailto:a@site.example"
            })
    void asksNobodyInside(String address) {
        names.add("both.example", "93.184.216.34", "127.0.0.1");
        names.add("inside.example", "10.1.2.3");

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> fetcher.fetch(URI.create(address), work.resolve("a")))
                .satisfies(refused -> assertThat(refused.code())
                        .as(refused.getMessage())
                        .isIn(FetchErrorCode.DOWNLOAD_REFUSED, FetchErrorCode.DOWNLOAD_NOT_FOUND));
        assertThat(dialled).isEmpty();
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void dialsTheAddressThatItVetted() {
        names.add("rebinding.example", "93.184.216.34");
        names.add("rebinding.example", "127.0.0.1");
        site.put("/a", body(new byte[] {1}));

        fetcher.fetch(URI.create("http://rebinding.example/a"), work.resolve("a"));

        assertThat(dialled).containsExactly("93.184.216.34");
        // Whoever looks it up again gets the other answer, and is refused.
        assertRefused("http://rebinding.example:8080/a", FetchErrorCode.DOWNLOAD_REFUSED);
        assertThat(dialled).hasSize(1);
    }

    @Test
    void followsThreeRedirectsAndNoMore() {
        site.put("/3", body(new byte[] {1}));
        site.put("/2", redirect("/3"));
        site.put("/1", redirect("http://site.example/2"));
        site.put("/0", redirect("/1"));
        site.put("/start", redirect("/0"));

        var found = fetcher.fetch(URI.create("http://site.example/0"), work.resolve("a"));

        assertThat(found.address()).hasToString("http://site.example/3");
        assertThat(work.resolve("a")).hasBinaryContent(new byte[] {1});
        assertRefused("http://site.example/start", FetchErrorCode.DOWNLOAD_FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::127.0.0.1]/",
                "http://inside.example/",
                "http://site.example:22/",
                "http://user@site.example/",
                "ftp://site.example/a",
                "file:///etc/passwd"
            })
    void vetsWhereARedirectLeads(String address) {
        names.add("inside.example", "192.168.0.1");
        site.put("/start", redirect(address));

        assertRefused("http://site.example/start", FetchErrorCode.DOWNLOAD_REFUSED);
        assertThat(dialled).containsExactly("93.184.216.34");
        assertThat(requests).containsExactly("/start");
    }

    @Test
    void stopsWhatIsTooLargeWhateverItPromises() {
        site.put("/promised", body(new byte[MAX + 1]));
        site.put("/chunked", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[MAX + 1]);
        });
        site.put("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[10_000]);
            }
        });
        site.put("/redirect", exchange -> {
            exchange.getResponseHeaders().add("Location", "/chunked");
            exchange.sendResponseHeaders(302, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[10_000]);
            }
        });

        for (var path : List.of("/promised", "/chunked", "/endless", "/redirect")) {
            assertRefused("http://site.example" + path, FetchErrorCode.DOWNLOAD_TOO_LARGE);
        }
    }

    @Test
    void countsWhatComesOutOfAPackedAnswer() throws IOException {
        var bomb = gzip(new byte[100 * MAX]);
        assertThat(bomb.length).isLessThan(MAX);
        site.put("/bomb", packed("gzip", bomb));
        site.put("/honest", packed("gzip", gzip(new byte[] {1, 2, 3})));
        site.put("/unknown", packed("br", new byte[] {1, 2, 3}));

        assertRefused("http://site.example/bomb", FetchErrorCode.DOWNLOAD_TOO_LARGE);
        assertRefused("http://site.example/unknown", FetchErrorCode.DOWNLOAD_FAILED);
        fetcher.fetch(URI.create("http://site.example/honest"), work.resolve("a"));
        assertThat(work.resolve("a")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void losesPatience() {
        site.put("/stall", exchange -> pause(30_000));
        site.put("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                pause(50);
            }
        });
        site.put("/hang-up", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('.');
        });

        var start = System.nanoTime();
        for (var path : List.of("/stall", "/drip", "/hang-up")) {
            assertRefused("http://site.example" + path, FetchErrorCode.DOWNLOAD_FAILED);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void tellsWhatIsNotThereFromWhatMayComeBack() {
        site.put("/busy", status(429));
        site.put("/broken", status(503));

        assertRefused("http://site.example/missing", FetchErrorCode.DOWNLOAD_NOT_FOUND);
        assertRefused("http://nobody.example/", FetchErrorCode.DOWNLOAD_NOT_FOUND);
        assertRefused("http://site.example/busy", FetchErrorCode.DOWNLOAD_FAILED);
        assertRefused("http://site.example/broken", FetchErrorCode.DOWNLOAD_FAILED);
    }

    @Test
    void asksInsideWhereTheOperatorAllowsIt() throws IOException {
        site.put("/a", body(new byte[] {1}));
        names.add("wiki.intern", "10.0.0.7");

        try (var allowing = fetcher(Set.of("Wiki.Intern"))) {
            allowing.fetch(URI.create("http://wiki.intern:3000/a"), work.resolve("a"));

            assertThat(dialled).containsExactly("10.0.0.7");
            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() -> allowing.fetch(URI.create("http://127.0.0.1/a"), work.resolve("b")))
                    .extracting(CodedException::code)
                    .isEqualTo(FetchErrorCode.DOWNLOAD_REFUSED);
        }
    }

    @Test
    void followsNoRedirectWithAKey() {
        site.put("/ask", redirect("/elsewhere"));

        var answer = fetcher.ask(URI.create("http://site.example/ask"), Map.of("Authorization", "key"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(requests).containsExactly("/ask");
    }

    @Test
    void readsAddressesAsPeoplePasteThem() {
        assertThat(WebAddress.parse(" https://de.example/wiki/Österreich#Geografie "))
                .hasToString("https://de.example/wiki/%C3%96sterreich");
        assertThat(WebAddress.parse("HTTPS://müller.example/a b?q=ü"))
                .hasToString("HTTPS://xn--mller-kva.example/a%20b?q=%C3%BC");
        for (var wrong : List.of("example.org", "file:///etc/passwd", "https://[broken", "")) {
            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() -> WebAddress.parse(wrong))
                    .extracting(CodedException::code)
                    .isEqualTo(FetchErrorCode.DOWNLOAD_REFUSED);
        }
    }

    private void assertRefused(String address, FetchErrorCode code) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> fetcher.fetch(URI.create(address), work.resolve("refused")))
                .satisfies(refused ->
                        assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code));
        assertThat(Files.exists(work.resolve("refused"))).isFalse();
    }

    private static Behaviour status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    private static Behaviour body(byte[] body) {
        return exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    private static Behaviour packed(String encoding, byte[] body) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", encoding);
            body(body).answer(exchange);
        };
    }

    private static Behaviour redirect(String location) {
        return exchange -> {
            exchange.getResponseHeaders().add("Location", location);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
