package io.moneyprinter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.moneyprinter.problem.CodedException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a server that sends people to a store, and from that store. */
class MoneyPrinterClientTests {

    @TempDir
    Path work;

    private HttpServer server;
    private HttpServer store;
    private MoneyPrinterClient client;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        store.start();
        client = new MoneyPrinterClient(address(server));
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
        store.stop(0);
    }

    @Test
    void fetchesFilesFromWhereTheServerSendsIt() {
        answer(store, "/films/film.mp4", 200, "the film");
        redirect("/content", address(store).resolve("/films/film.mp4?signature=abc"));

        client.download("/content", work.resolve("film.mp4"));

        assertThat(work.resolve("film.mp4")).hasContent("the film");
    }

    @Test
    void saysThatAStoreRefuses() {
        answer(store, "/films/film.mp4", 403, "<Error><Code>AccessDenied</Code></Error>");
        redirect("/content", address(store).resolve("/films/film.mp4"));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> client.download("/content", work.resolve("film.mp4")))
                .withMessageContaining("403");
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void goesNoFurtherThanOnce() {
        store.createContext("/films/film.mp4", exchange -> {
            exchange.getResponseHeaders().set("Location", address(server) + "/content");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        redirect("/content", address(store).resolve("/films/film.mp4"));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> client.download("/content", work.resolve("film.mp4")))
                .withMessageContaining("307");
        assertThat(work).isEmptyDirectory();
    }

    private void redirect(String path, URI location) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location.toString());
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
    }

    private static void answer(HttpServer server, String path, int status, String body) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
