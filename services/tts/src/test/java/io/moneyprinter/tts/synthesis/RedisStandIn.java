package io.moneyprinter.tts.synthesis;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The few commands of Redis that are needed here, in its protocol (RESP2), on a port of its own. */
final class RedisStandIn implements AutoCloseable {

    enum Behaviour {
        ANSWER,
        STALL,
        HANG_UP
    }

    private record Entry(String value, long until) {}

    private final ServerSocket server;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private volatile Behaviour behaviour = Behaviour.ANSWER;

    private RedisStandIn(ServerSocket server) {
        this.server = server;
    }

    static RedisStandIn start() {
        try {
            var standIn = new RedisStandIn(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(standIn::accept);
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "redis://127.0.0.1:" + server.getLocalPort();
    }

    /** From now on, also on connections that are there. */
    void behave(Behaviour next) {
        behaviour = next;
    }

    synchronized void put(String key, String value) {
        entries.put(key, new Entry(value, Long.MAX_VALUE));
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
                var out = client.getOutputStream()) {
            while (true) {
                var command = command(in);
                if (behaviour == Behaviour.HANG_UP) {
                    return;
                }
                if (behaviour == Behaviour.ANSWER) {
                    out.write(answer(command).getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            }
        } catch (IOException e) {
            // The client is gone.
        } finally {
            clients.remove(client);
        }
    }

    private static List<String> command(DataInputStream in) throws IOException {
        var words = new ArrayList<String>();
        var count = length(in, '*');
        for (var i = 0; i < count; i++) {
            var bytes = in.readNBytes(length(in, '$'));
            in.skipNBytes(2);
            words.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return words;
    }

    private static int length(DataInputStream in, char kind) throws IOException {
        if (in.read() != kind) {
            throw new EOFException();
        }
        var digits = new StringBuilder();
        for (var c = in.readByte(); c != '\r'; c = in.readByte()) {
            digits.append((char) c);
        }
        in.skipNBytes(1);
        return Integer.parseInt(digits.toString());
    }

    private synchronized String answer(List<String> command) {
        return switch (command.getFirst().toUpperCase(Locale.ROOT)) {
            case "PING" -> "+PONG\r\n";
            case "CLIENT", "SELECT", "QUIT" -> "+OK\r\n";
            case "GET" -> bulk(value(command.get(1)));
            case "PSETEX" -> set(command.get(1), command.get(3), Long.parseLong(command.get(2)));
            case "SET" ->
                command.contains("NX") && value(command.get(1)) != null
                        ? bulk(null)
                        : set(command.get(1), command.get(2), Long.parseLong(command.get(command.indexOf("PX") + 1)));
            // The one script that is sent: delete the key if it has that value.
            case "EVAL" -> {
                var mine = command.get(4).equals(value(command.get(3)));
                if (mine) {
                    entries.remove(command.get(3));
                }
                yield mine ? ":1\r\n" : ":0\r\n";
            }
            default -> "-ERR unknown command '%s'\r\n".formatted(command.getFirst());
        };
    }

    private @Nullable String value(String key) {
        var entry = entries.get(key);
        return entry == null || entry.until() < System.currentTimeMillis() ? null : entry.value();
    }

    private String set(String key, String value, long millis) {
        entries.put(key, new Entry(value, System.currentTimeMillis() + millis));
        return "+OK\r\n";
    }

    private static String bulk(@Nullable String value) {
        return value == null
                ? "$-1\r\n"
                : "$%d\r\n%s\r\n".formatted(value.getBytes(StandardCharsets.UTF_8).length, value);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
