package io.moneyprinter.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the dialect of OpenAI, says nothing of the times of its words, and sounds as it is told. */
final class SpeechStandIn implements AutoCloseable {

    private final HttpServer server;
    private volatile Function<String, byte[]> voice = text -> new byte[0];

    SpeechStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/audio/speech", this::speak);
        server.start();
    }

    /** @param voice gives the sound of a text, as WAV */
    void sound(Function<String, byte[]> voice) {
        this.voice = voice;
    }

    /** As {@code base-url}. */
    String url() {
        return "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
    }

    private void speak(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = JsonMapper.shared().readTree(exchange.getRequestBody());
            var sound = voice.apply(asked.get("input").asString());
            exchange.getResponseHeaders().add("Content-Type", "audio/wav");
            exchange.sendResponseHeaders(200, sound.length);
            exchange.getResponseBody().write(sound);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
