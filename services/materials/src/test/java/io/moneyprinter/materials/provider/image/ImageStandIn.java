package io.moneyprinter.materials.provider.image;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that makes pictures, on a real socket, which misbehaves when told to. */
public final class ImageStandIn implements AutoCloseable {

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
    private volatile Behaviour otherwise = json(404, "{}");

    private ImageStandIn(HttpServer server) {
        this.server = server;
    }

    public static ImageStandIn start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var standIn = new ImageStandIn(server);
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
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body));
            behaviours
                    .getOrDefault(exchange.getRequestURI().getPath(), otherwise)
                    .answer(exchange);
        }
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public ImageStandIn on(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
        return this;
    }

    /** Of every path, whatever was said of it before. */
    public ImageStandIn always(Behaviour behaviour) {
        behaviours.clear();
        otherwise = behaviour;
        return this;
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

    /** Says nothing until the client gives up. */
    public static Behaviour stall() {
        return exchange -> rest();
    }

    /** Promises more than it sends. */
    public static Behaviour hangUp() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"ima".getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
        };
    }

    private static void rest() {
        try {
            Thread.sleep(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
