package io.moneyprinter.tts.provider.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * A provider of speech on a real socket: lists voices when it is asked with GET, makes one of a form and deletes one, and
 * speaks, or misbehaves, on any other POST.
 */
public final class SpeechStandIn implements AutoCloseable {

    /** A request as it came in. */
    public record Request(String path, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    /** An answer as it goes out. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Reply(int status, String contentType, Map<String, String> headers, byte[] body) {

        public static Reply of(String contentType, byte[] body) {
            return new Reply(200, contentType, Map.of(), body);
        }

        public static Reply json(int status, String body) {
            return new Reply(status, "application/json", Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }

        public Reply with(String name, String value) {
            return new Reply(status, contentType, Map.of(name, value), body);
        }
    }

    /** What happens to one request. */
    public interface Behaviour {
        void answer(Request request, HttpExchange exchange) throws IOException;
    }

    /** Thinks of an answer. */
    public interface Speaker {
        Reply reply(Request request);
    }

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> spoken = new CopyOnWriteArrayList<>();
    private final List<Request> listed = new CopyOnWriteArrayList<>();
    private final List<Request> cloned = new CopyOnWriteArrayList<>();
    private final List<Request> deleted = new CopyOnWriteArrayList<>();
    private volatile Behaviour speech = send(Reply.json(404, ""));
    private volatile Behaviour voices = send(Reply.json(404, ""));
    private volatile Behaviour cloning = send(Reply.json(404, ""));
    private volatile Behaviour deletion = send(Reply.json(404, ""));

    private SpeechStandIn(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    public static SpeechStandIn start() {
        try {
            return new SpeechStandIn(HttpServer.create(nowhereElse(), 0), "http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SpeechStandIn start(SSLContext tls) {
        try {
            var server = HttpsServer.create(nowhereElse(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return new SpeechStandIn(server, "https");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress nowhereElse() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new Request(
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            switch (exchange.getRequestMethod()) {
                case "DELETE" -> answer(request, exchange, deleted, deletion);
                case "POST" -> {
                    if (request.header("Content-Type").startsWith("multipart/form-data")) {
                        answer(request, exchange, cloned, cloning);
                    } else {
                        answer(request, exchange, spoken, speech);
                    }
                }
                default -> answer(request, exchange, listed, voices);
            }
        }
    }

    private static void answer(Request request, HttpExchange exchange, List<Request> asked, Behaviour behaviour)
            throws IOException {
        asked.add(request);
        behaviour.answer(request, exchange);
    }

    public URI url() {
        return URI.create(
                "%s://127.0.0.1:%d".formatted(scheme, server.getAddress().getPort()));
    }

    public SpeechStandIn speaks(Behaviour behaviour) {
        speech = behaviour;
        return this;
    }

    public SpeechStandIn lists(Behaviour behaviour) {
        voices = behaviour;
        return this;
    }

    public SpeechStandIn clones(Behaviour behaviour) {
        cloning = behaviour;
        return this;
    }

    public SpeechStandIn deletes(Behaviour behaviour) {
        deletion = behaviour;
        return this;
    }

    /** The forms that it was sent. */
    public List<Request> cloned() {
        return List.copyOf(cloned);
    }

    /** What it was asked to delete. */
    public List<Request> deleted() {
        return List.copyOf(deleted);
    }

    /** What it was asked to say. */
    public List<Request> spoken() {
        return List.copyOf(spoken);
    }

    /** How it was asked for its voices. */
    public List<Request> listed() {
        return List.copyOf(listed);
    }

    public static Behaviour send(Reply reply) {
        return say(request -> reply);
    }

    public static Behaviour say(Speaker speaker) {
        return (request, exchange) -> {
            var reply = speaker.reply(request);
            begin(reply, exchange);
            exchange.getResponseBody().write(reply.body());
        };
    }

    /** Promises all of it and sends half. */
    public static Behaviour half(Speaker speaker) {
        return (request, exchange) -> {
            var reply = speaker.reply(request);
            begin(reply, exchange);
            exchange.getResponseBody().write(reply.body(), 0, reply.body().length / 2);
            exchange.getResponseBody().flush();
        };
    }

    private static void begin(Reply reply, HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", reply.contentType());
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
    }

    /** Closes the connection without a word. */
    public static Behaviour hangUp() {
        return (request, exchange) -> {};
    }

    /** Says nothing until the client gives up. */
    public static Behaviour stall() {
        return (request, exchange) -> rest(30_000);
    }

    /** Sends a byte now and then, for ever. */
    public static Behaviour drip() {
        return (request, exchange) -> {
            exchange.sendResponseHeaders(200, 0);
            while (rest(20)) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
            }
        };
    }

    private static boolean rest(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
