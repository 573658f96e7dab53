package io.moneyprinter.s3;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between the SDK and the server, and does to single requests what networks and servers do. */
final class Relay implements AutoCloseable {

    /** What is done to a request of a method. */
    private record Fault(String method, Deed deed) {}

    private interface Deed {

        /** @param head of the request */
        void to(String head, Socket client) throws IOException;
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int upstream;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();

    Relay(int upstream) throws IOException {
        this.upstream = upstream;
        Thread.ofVirtual().start(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** How many requests have come. */
    int requests() {
        return requests.get();
    }

    /** Answers the next request of that method by itself. */
    void answer(String method, String status, String code) {
        var body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code><Message>made up</Message></Error>"
                .formatted(code);
        var answer = "HTTP/1.1 %s\r\nContent-Type: application/xml\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(status, body.length(), method.equals("HEAD") ? "" : body);
        faults.add(new Fault(method, (head, client) -> {
            drain(head, client.getInputStream());
            client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        }));
    }

    /** Says nothing to the next request of that method. */
    void stall(String method) {
        faults.add(new Fault(
                method, (head, client) -> client.getInputStream().transferTo(OutputStream.nullOutputStream())));
    }

    /** Breaks off in the middle of the next answer to that method. */
    void cut(String method, int afterBytes) {
        faults.add(new Fault(
                method,
                (head, client) -> forward(head, client, (answer, out) -> {
                    out.write(answer.readNBytes(afterBytes));
                    out.flush();
                    // A reset, and no end that could be taken for one.
                    client.setOption(StandardSocketOptions.SO_LINGER, 0);
                })));
    }

    /** Stops to talk in the middle of the next answer to that method. */
    void silence(String method, int afterBytes) {
        faults.add(new Fault(
                method,
                (head, client) -> forward(head, client, (answer, out) -> {
                    out.write(answer.readNBytes(afterBytes));
                    out.flush();
                    client.getInputStream().transferTo(OutputStream.nullOutputStream());
                })));
    }

    /** Changes the last byte of the next answer to that method. */
    void garble(String method) {
        faults.add(new Fault(
                method,
                (head, client) -> forward(head, client, (answer, out) -> {
                    var whole = answer.readAllBytes();
                    whole[whole.length - 1] ^= 1;
                    out.write(whole);
                })));
    }

    /** Has the next answer to that method begin with so many bytes, one in a tenth of a second. */
    void drip(String method, int steps) {
        faults.add(new Fault(method, (head, client) -> {
            var out = client.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            for (var step = 0; step < steps; step++) {
                out.write('.');
                out.flush();
                pause();
            }
            forward(head, client, (answer, on) -> {
                answer.skipNBytes("HTTP/1.1 200 OK".length());
                answer.transferTo(on);
            });
        }));
    }

    /** What happens just before the server gets the next request of that method. */
    void before(String method, Runnable event) {
        faults.add(new Fault(method, (head, client) -> {
            event.run();
            forward(head, client, InputStream::transferTo);
        }));
    }

    /** What happens while the answer to the next request of that method is on its way. */
    void after(String method, Runnable event) {
        faults.add(new Fault(
                method,
                (head, client) -> forward(head, client, (answer, out) -> {
                    var whole = answer.readAllBytes();
                    event.run();
                    out.write(whole);
                })));
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** One request a connection. */
    private void serve(Socket client) {
        try (client) {
            var head = head(client.getInputStream());
            requests.incrementAndGet();
            var fault = faults.peek();
            if (fault != null && head.startsWith(fault.method() + " ")) {
                faults.remove(fault);
                fault.deed().to(head, client);
            } else {
                forward(head, client, InputStream::transferTo);
            }
        } catch (IOException gone) {
            // One of both has had enough.
        }
    }

    private interface Answering {
        void answer(InputStream answer, OutputStream out) throws IOException;
    }

    private void forward(String head, Socket client, Answering answering) throws IOException {
        try (var server = new Socket(InetAddress.getLoopbackAddress(), upstream)) {
            var out = server.getOutputStream();
            out.write(head.replaceFirst("(?i)\r\nConnection: [^\r]*", "")
                    .replaceFirst("\r\n", "\r\nConnection: close\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            Thread.ofVirtual().start(() -> {
                try {
                    client.getInputStream().transferTo(out);
                } catch (IOException gone) {
                    // The answer has come.
                }
            });
            answering.answer(server.getInputStream(), client.getOutputStream());
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** A client that is not through with its request would take the end of the connection for a fault of its own. */
    private static void drain(String head, InputStream in) throws IOException {
        var length = head.replaceFirst("(?is).*\r\nContent-Length: (\\d+).*", "$1");
        if (length.matches("\\d+")) {
            in.skipNBytes(Long.parseLong(length));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
