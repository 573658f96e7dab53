package io.moneyprinter.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command against a server that runs already, which is a stand-in here. */
abstract class ServedCommandTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path work;

    private final String userHome = System.getProperty("user.home");
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private HttpServer server;

    /** Method, path and body of each. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        System.setProperty("user.home", work.toString());
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var home = Files.createDirectories(Home.of(System.getenv()));
        assertThat(home).startsWith(work);
        HostFile.ofThisProcess(server.getAddress().getPort()).write(home);
    }

    @AfterEach
    void stop() {
        System.setProperty("user.home", userHome);
        System.setOut(out);
        System.setErr(err);
        server.stop(0);
    }

    /** What the server has at a path; {@code null} for the last part of the path as text. */
    abstract Answer answer(String method, String path);

    record Answer(int status, String body) {

        static Answer ok(String body) {
            return new Answer(200, body);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add("%s %s %s".formatted(exchange.getRequestMethod(), path, body));
        var known =
                path.equals("/actuator/health/readiness") ? Answer.ok("{}") : answer(exchange.getRequestMethod(), path);
        respond(exchange, known == null ? Answer.ok(path.substring(path.lastIndexOf('/') + 1)) : known);
    }

    private static void respond(HttpExchange exchange, Answer answer) throws IOException {
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", answer.status() < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(bytes);
        }
    }

    static int run(String... arguments) {
        return MoneyPrinterCommand.run(arguments);
    }

    String file(String name) {
        return work.resolve(name).toString();
    }

    /** What stands on standard output, one JSON object per line. */
    List<JsonNode> printed() {
        return printed.toString(StandardCharsets.UTF_8)
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    String complained() {
        return complained.toString(StandardCharsets.UTF_8);
    }
}
