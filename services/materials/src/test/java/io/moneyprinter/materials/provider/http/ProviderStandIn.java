package io.moneyprinter.materials.provider.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A provider of footage, pictures or anything else on a real socket, which misbehaves when told to. */
public final class ProviderStandIn implements AutoCloseable {

    public static final String KEY = "canary-key";

    /** How the server treats one request. */
    public interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;

        /** The same with one more header. */
        default Behaviour with(String header, Object value) {
            return exchange -> {
                exchange.getResponseHeaders().add(header, value.toString());
                answer(exchange);
            };
        }
    }

    /** A request as it came in. */
    public record Received(String method, URI uri, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private volatile Behaviour search = json(404, "");

    private ProviderStandIn(HttpServer server) {
        this.server = server;
    }

    public static ProviderStandIn start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var standIn = new ProviderStandIn(server);
            server.setExecutor(standIn.executor);
            server.createContext("/", standIn::handle);
            server.start();
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            var path = exchange.getRequestURI().getPath();
            var behaviour = behaviours.get(path);
            if (behaviour == null) {
                behaviour = path.startsWith("/files/") ? json(404, "") : search;
            }
            behaviour.answer(exchange);
        }
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Of everything that is neither a file nor told otherwise. */
    public ProviderStandIn searches(Behaviour behaviour) {
        search = behaviour;
        return this;
    }

    public ProviderStandIn on(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
        return this;
    }

    /** Of every path, whatever was said of it before. */
    public ProviderStandIn always(Behaviour behaviour) {
        behaviours.clear();
        return searches(behaviour);
    }

    public static Behaviour json(int status, String body) {
        return body(status, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Behaviour body(int status, byte[] body) {
        return exchange -> {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    public static Behaviour file(Path file) {
        return exchange -> body(200, Files.readAllBytes(file)).answer(exchange);
    }

    /** Says nothing until the client gives up. */
    public static Behaviour stall() {
        return exchange -> rest(30_000);
    }

    /** Sends a byte now and then, for ever. */
    public static Behaviour drip() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (rest(50)) {
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

    /** Promises more than it sends. */
    public static Behaviour hangUp() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"vid".getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
        };
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<URI> requests() {
        return received.stream().map(Received::uri).toList();
    }

    /** How often it was asked for something else than a file. */
    public long searched() {
        return requests().stream()
                .filter(uri -> !uri.getPath().startsWith("/files/"))
                .count();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
