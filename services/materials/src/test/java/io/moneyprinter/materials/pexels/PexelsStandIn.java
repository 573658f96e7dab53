package io.moneyprinter.materials.pexels;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Speaks like Pexels over a real socket, and misbehaves when told to. */
public final class PexelsStandIn implements AutoCloseable {

    public static final String KEY = "canary-key";

    /** How the server treats one request. */
    public interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<URI> requests = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<String, Behaviour> behaviours = new ConcurrentHashMap<>();

    private PexelsStandIn(HttpServer server) {
        this.server = server;
    }

    public static PexelsStandIn start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var standIn = new PexelsStandIn(server);
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
            requests.add(exchange.getRequestURI());
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            var path = exchange.getRequestURI().getPath();
            var behaviour = behaviours.get(path);
            if (behaviour == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                behaviour.answer(exchange);
            }
        }
    }

    public URI baseUrl() {
        return url("/v1");
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public PexelsStandIn searchDoes(Behaviour behaviour) {
        return on("/v1/videos/search", behaviour);
    }

    public PexelsStandIn on(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
        return this;
    }

    /** Offers clips that all lie in one file. */
    public PexelsStandIn offers(Path file, Clip... clips) {
        for (var clip : clips) {
            on(
                    "/files/" + clip.id() + ".mp4",
                    exchange -> body(200, Files.readAllBytes(file)).answer(exchange));
        }
        return searchDoes(json(200, page(clips)));
    }

    /** @param portraitWidth of the only rendition that is not a playlist or tiny; its height is 16 : 9 of it */
    public record Clip(long id, int seconds, int portraitWidth) {}

    /** In the shape that the service has. */
    public String page(Clip... clips) {
        var videos = List.of(clips).stream().map(this::video).collect(Collectors.joining(","));
        return """
                {"page":1,"per_page":30,"total_results":%d,"next_page":"https://api.pexels.com/v1/videos/search?page=2",
                 "url":"https://www.pexels.com/search/videos/bees/","videos":[%s]}""".formatted(clips.length, videos);
    }

    private String video(Clip clip) {
        return """
                {"id":%1$d,"width":1080,"height":1920,"duration":%2$d,"full_res":null,"tags":[],"avg_color":null,
                 "url":"https://www.pexels.com/video/bees-%1$d/","image":"https://images.pexels.com/videos/%1$d/a.jpg",
                 "user":{"id":7,"name":"Ada Meadow","url":"https://www.pexels.com/@ada"},
                 "video_files":[
                   {"id":1,"quality":"hls","file_type":"application/x-mpegURL","width":null,"height":null,"fps":null,
                    "link":"https://player.vimeo.com/external/1.m3u8"},
                   {"id":2,"quality":"sd","file_type":"video/mp4","width":90,"height":160,"fps":25.0,"link":"%4$s"},
                   {"id":4,"quality":"uhd","file_type":"video/mp4","width":4320,"height":7680,"fps":25.0,"link":"%4$s"},
                   {"id":3,"quality":"hd","file_type":"video/mp4","width":%3$d,"height":%5$d,"fps":25.0,"link":"%4$s"}],
                 "video_pictures":[{"id":9,"picture":"https://images.pexels.com/videos/%1$d/b.jpg","nr":0}]}""".formatted(
                        clip.id(),
                        clip.seconds(),
                        clip.portraitWidth(),
                        url("/files/" + clip.id() + ".mp4"),
                        clip.portraitWidth() * 16 / 9);
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
        return exchange -> {
            try {
                Thread.sleep(30_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Sends a byte now and then, for ever. */
    public static Behaviour drip() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write('.');
                    exchange.getResponseBody().flush();
                    Thread.sleep(50);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Promises more than it sends. */
    public static Behaviour hangUp() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"vid".getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
        };
    }

    public List<URI> requests() {
        return List.copyOf(requests);
    }

    /** The keys that came along, one per request. */
    public List<String> keys() {
        return List.copyOf(keys);
    }

    public long searches() {
        return requests.stream()
                .filter(uri -> uri.getPath().endsWith("/search"))
                .count();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
