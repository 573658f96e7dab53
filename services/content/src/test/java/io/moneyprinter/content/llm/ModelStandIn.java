package io.moneyprinter.content.llm;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.json.JsonMapper;

/** A server with language models on a real socket, which answers as it is told, or misbehaves. */
public final class ModelStandIn implements AutoCloseable {

    /** In every recorded answer. */
    static final String TEXT = "{\"title\":\"Why bees dance\"}";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServerSocket socket;
    private final String scheme;
    private final Deque<Behaviour> behaviours = new ConcurrentLinkedDeque<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile Behaviour always = client -> respond(client, 404, "", "");

    /** A request as it came in. */
    public record Received(String head, String body) {}

    /** What happens to one request. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(Socket client) throws IOException;
    }

    private ModelStandIn(ServerSocket socket, String scheme) {
        this.socket = socket;
        this.scheme = scheme;
        Thread.ofVirtual().start(this::serve);
    }

    public static ModelStandIn start() {
        try {
            return new ModelStandIn(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ModelStandIn start(SSLContext tls) {
        try {
            var socket = tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            return new ModelStandIn(socket, "https");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As far as the address goes that is configured for it. */
    URI address(Protocol protocol) {
        var path = switch (protocol) {
            case OPENAI, ANTHROPIC, MISTRAL -> "/v1";
            case GEMINI -> "/v1beta";
            case OLLAMA -> "";
        };
        return URI.create("%s://127.0.0.1:%d%s".formatted(scheme, socket.getLocalPort(), path));
    }

    /** Of a server of OpenAI's dialect. */
    public URI address() {
        return address(Protocol.OPENAI);
    }

    public List<Received> received() {
        return received;
    }

    /** Once, after what was said before. */
    public ModelStandIn then(Behaviour behaviour) {
        behaviours.add(behaviour);
        return this;
    }

    /** Whenever nothing else was said. */
    public ModelStandIn always(Behaviour behaviour) {
        always = behaviour;
        return this;
    }

    public ModelStandIn thenSays(String content) {
        return then(saying(content));
    }

    /** In OpenAI's dialect. */
    public static Behaviour saying(String content) {
        return client -> respond(client, 200, "", """
            {"id":"1","object":"chat.completion","created":1,"model":"tiny-1","choices":[{"index":0,"message":\
            {"role":"assistant","content":%s},"finish_reason":"stop"}],\
            "usage":{"prompt_tokens":10,"completion_tokens":20,"total_tokens":30}}\
            """.formatted(JSON.writeValueAsString(content)));
    }

    /** What is recorded of that protocol. */
    static Behaviour recorded(Protocol protocol, boolean streamed) {
        return client -> respond(client, 200, contentType(protocol, streamed), recording(protocol, streamed));
    }

    static String contentType(Protocol protocol, boolean streamed) {
        if (!streamed) {
            return "Content-Type: application/json\r\n";
        }
        return protocol == Protocol.OLLAMA
                ? "Content-Type: application/x-ndjson\r\n"
                : "Content-Type: text/event-stream\r\n";
    }

    static String recording(Protocol protocol, boolean streamed) {
        var name = protocol.name().toLowerCase(Locale.ROOT) + (streamed ? "-stream.txt" : "-answer.json");
        try (var in = ModelStandIn.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Behaviour refusing(int status, String headers, String body) {
        return client -> respond(client, status, headers, body);
    }

    /** Closes the connection without a word. */
    public static Behaviour hangingUp() {
        return Socket::close;
    }

    /** Says nothing. */
    public static Behaviour stalling() {
        return client -> {};
    }

    /** Begins and says nothing more. */
    public static Behaviour stallingWithin(String headers, String body) {
        return client -> {
            head(client, 200, headers + "Content-Length: %d\r\n".formatted(2 * body.length()));
            write(client, half(body));
        };
    }

    /** Promises all of it, sends half and hangs up. */
    static Behaviour breakingOff(String headers, String body) {
        return client -> {
            head(client, 200, headers + "Content-Length: %d\r\n".formatted(body.length()));
            write(client, half(body));
            client.close();
        };
    }

    /** Sends half, and ends as if that were all. */
    static Behaviour endingEarly(String headers, String body) {
        return client -> {
            head(client, 200, headers);
            write(client, half(body));
            client.close();
        };
    }

    /** Up to the end of a line, where there are some. */
    private static String half(String body) {
        var end = body.lastIndexOf('\n', body.length() / 2);
        return body.substring(0, end < 0 ? body.length() / 2 : end + 1);
    }

    private static void respond(Socket client, int status, String headers, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        head(client, status, headers + "Content-Length: %d\r\n".formatted(bytes.length));
        write(client, body);
        client.close();
    }

    private static void head(Socket client, int status, String headers) throws IOException {
        write(client, "HTTP/1.1 %d Whatever\r\nConnection: close\r\n%s\r\n".formatted(status, headers));
    }

    private static void write(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var client : open) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> answer(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket client) {
        try {
            var in = new BufferedInputStream(client.getInputStream());
            var head = head(in);
            if (head.isEmpty()) {
                return;
            }
            var length = head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                    .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                    .findFirst()
                    .orElse(0);
            received.add(new Received(head, new String(in.readNBytes(length), StandardCharsets.UTF_8)));
            var next = behaviours.pollFirst();
            (next == null ? always : next).answer(client);
        } catch (IOException gone) {
            // The client has given up, which is what some tests are about.
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        for (var b = in.read(); b >= 0; b = in.read()) {
            head.write(b);
            if (head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(StandardCharsets.US_ASCII);
    }
}
