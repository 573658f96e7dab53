package io.moneyprinter.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.moneyprinter.gateway.GatewayConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The relay between a real client and a service that does what the test says. */
class RelayTests {

    private static final int LARGE = 64 << 20;

    @TempDir
    static Path home;

    static HttpServer service;
    static ConfigurableApplicationContext gateway;
    static HttpClient http;
    static String url;
    static int port;

    @BeforeAll
    static void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.start();
        gateway = new SpringApplicationBuilder(Application.class)
                .run(
                        "--moneyprinter.home=" + home,
                        "--moneyprinter.services=gateway",
                        "--moneyprinter.remote.materials.url=http://127.0.0.1:"
                                + service.getAddress().getPort(),
                        "--server.port=0",
                        "--management.otlp.metrics.export.enabled=false");
        port = Integer.parseInt(gateway.getEnvironment().getRequiredProperty("local.server.port"));
        url = "http://127.0.0.1:" + port + "/api/v1/materials/";
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterAll
    static void stop() {
        http.close();
        gateway.close();
        service.stop(0);
    }

    @Test
    void passesRangesAndDropsWhatIsAboutTheConnection() throws Exception {
        var seen = new CompletableFuture<HttpExchange>();
        service.createContext("/api/v1/materials/range", exchange -> {
            seen.complete(exchange);
            exchange.getResponseHeaders().add("Content-Range", "bytes 1000-1999/5000");
            exchange.getResponseHeaders().add("X-Kept", "yes");
            exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic");
            exchange.sendResponseHeaders(206, 1000);
            exchange.getResponseBody().write(new byte[1000]);
            exchange.close();
        });

        var response = http.send(
                HttpRequest.newBuilder(URI.create(url + "range?a=%20b&c"))
                        .header("Range", "bytes=1000-1999")
                        .header("Authorization", "Bearer of-the-client")
                        .header("X-User-Id", "mallory")
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.body()).hasSize(1000);
        assertThat(response.headers().firstValue("Content-Range")).contains("bytes 1000-1999/5000");
        assertThat(response.headers().firstValue("X-Kept")).contains("yes");
        assertThat(response.headers().firstValue("Proxy-Authenticate")).isEmpty();
        var exchange = seen.get(10, TimeUnit.SECONDS);
        assertThat(exchange.getRequestHeaders().getFirst("Range")).isEqualTo("bytes=1000-1999");
        assertThat(exchange.getRequestHeaders().getFirst("Authorization"))
                .startsWith("Bearer ey")
                .doesNotContain("of-the-client");
        assertThat(exchange.getRequestURI().getRawQuery()).isEqualTo("a=%20b&c");
    }

    @Test
    void handsLinksToFilesOnAsTheyWereSigned() throws Exception {
        var seen = new CompletableFuture<String>();
        service.createContext("/media/images/abc", exchange -> {
            seen.complete(exchange.getRequestURI().toString());
            exchange.getResponseHeaders().add("Cache-Control", "public, immutable");
            exchange.getResponseHeaders().add("Vary", "Accept");
            exchange.sendResponseHeaders(200, 1);
            exchange.getResponseBody().write(1);
            exchange.close();
        });
        var link = "/media/images/abc?exp=1&fit=cover&h=2&w=3&sig=a-b_c";

        var response = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + link))
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).contains("public, immutable");
        assertThat(response.headers().firstValue("Vary")).contains("Accept");
        assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo(link);
    }

    @Test
    void letsTheServiceReadBeforeTheUploadIsComplete() throws Exception {
        var begun = new CountDownLatch(1);
        service.createContext("/api/v1/materials/upload", exchange -> {
            var in = exchange.getRequestBody();
            var count = (long) in.readNBytes(1024).length;
            begun.countDown();
            count += in.transferTo(java.io.OutputStream.nullOutputStream());
            answer(exchange, Long.toString(count));
        });

        // The second half is sent only when the service has begun to read: a relay that keeps the body would hang.
        var response = http.send(
                HttpRequest.newBuilder(URI.create(url + "upload"))
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofInputStream(() -> new TwoHalves(LARGE, begun)))
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.body()).isEqualTo(Integer.toString(LARGE));
    }

    @Test
    void breaksOffWhenTheServiceBreaksOff() throws Exception {
        service.createContext("/api/v1/materials/broken", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            throw new IOException("gone");
        });

        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET /api/v1/materials/broken HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .contains("Content-Length: 1000")
                    .doesNotContain("RESOURCE")
                    .doesNotContain("problem");
        }
    }

    @Test
    void stopsTheServiceWhenTheClientGoesAway() throws Exception {
        var stopped = new CompletableFuture<Boolean>();
        service.createContext("/api/v1/materials/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[64 * 1024]);
                    out.flush();
                }
            } catch (IOException gone) {
                stopped.complete(true);
            }
        });

        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("GET /api/v1/materials/endless HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(100_000)).hasSize(100_000);
        }

        assertThat(stopped.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void answersForAServiceThatIsNotThere() throws Exception {
        service.createContext("/api/v1/materials/hang-up", HttpExchange::close);

        var response =
                http.send(HttpRequest.newBuilder(URI.create(url + "hang-up")).build(), BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.body()).contains("SERVICE_UNREACHABLE");
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(GatewayConfiguration.class)
    static class Application {}

    /** Zeroes, of which the second half waits. */
    private static final class TwoHalves extends InputStream {

        private final int half;
        private final CountDownLatch second;
        private int left;

        TwoHalves(int size, CountDownLatch second) {
            this.half = size / 2;
            this.second = second;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : 0;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            if (left <= half) {
                try {
                    if (!second.await(30, TimeUnit.SECONDS)) {
                        throw new IOException("nobody reads");
                    }
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            var read = Math.min(length, left > half ? left - half : left);
            left -= read;
            return read;
        }
    }
}
