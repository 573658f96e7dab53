package io.moneyprinter.content.llm;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
import tools.jackson.databind.json.JsonMapper;

/** A server with OpenAI's chat endpoint on a real socket, which answers as it is told, or misbehaves. */
final class StandInModelServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServerSocket socket;
    private final Deque<Behaviour> behaviours = new ConcurrentLinkedDeque<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** A request as it came in. */
    record Received(String head, String body) {}

    /** What happens to one request. */
    interface Behaviour {
        void answer(Socket client) throws IOException;
    }

    StandInModelServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:%d/v1".formatted(socket.getLocalPort()));
    }

    List<Received> received() {
        return received;
    }

    StandInModelServer then(Behaviour behaviour) {
        behaviours.add(behaviour);
        return this;
    }

    StandInModelServer thenSays(String content) {
        return then(client -> respond(client, 200, "", """
                {"id":"1","object":"chat.completion","created":1,"model":"tiny-1","choices":[{"index":0,"message":\
                {"role":"assistant","content":%s},"finish_reason":"stop"}],\
                "usage":{"prompt_tokens":10,"completion_tokens":20,"total_tokens":30}}""".formatted(JSON.writeValueAsString(content))));
    }

    StandInModelServer thenRefuses(int status, String headers, String body) {
        return then(client -> respond(client, status, headers, body));
    }

    StandInModelServer thenHangsUp() {
        return then(Socket::close);
    }

    StandInModelServer thenStalls() {
        return then(client -> {});
    }

    /** The head of an answer and one byte of its body, then nothing more. */
    StandInModelServer thenStallsWithinTheBody() {
        return then(client -> {
            client.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
                            .getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
        });
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var client : open) {
            client.close();
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
            behaviours.removeFirst().answer(client);
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

    private static void respond(Socket client, int status, String headers, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var out = client.getOutputStream();
        out.write(
                "HTTP/1.1 %d Whatever\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n%s\r\n"
                        .formatted(status, bytes.length, headers)
                        .getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
        client.close();
    }
}
