package io.moneyprinter.tts.provider.edge;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.spi.SpokenWord;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's side of one connection: MP3 and word boundaries until the turn ends. */
final class EdgeConversation implements WebSocket.Listener {

    private static final int MAX_AUDIO = 64 << 20;
    private static final int NANOS_PER_TICK = 100;

    private sealed interface Event {
        record Text(String message) implements Event {}

        record Binary(byte[] message) implements Event {}

        record End(String reason, @Nullable Throwable cause) implements Event {}
    }

    private final JsonMapper json;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private final ByteArrayOutputStream audio = new ByteArrayOutputStream();
    private final List<SpokenWord> words = new ArrayList<>();

    EdgeConversation(JsonMapper json) {
        this.json = json;
    }

    byte[] audio() {
        return audio.toByteArray();
    }

    /** Offsets are from the start of {@link #audio}. */
    List<SpokenWord> words() {
        return words;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            events.add(new Event.Text(text.toString()));
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        var bytes = new byte[data.remaining()];
        data.get(bytes);
        binary.writeBytes(bytes);
        if (last) {
            events.add(new Event.Binary(binary.toByteArray()));
            binary.reset();
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        events.add(new Event.End("it closed the connection (%d %s)".formatted(status, reason), null));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        events.add(new Event.End("the connection broke", error));
    }

    /** Returns when the turn has ended; fails when it ends badly or nothing comes for too long. */
    void listen(Duration silence) {
        while (true) {
            switch (next(silence)) {
                case Event.Text one -> {
                    if (isTurnEnd(one.message())) {
                        return;
                    }
                }
                case Event.Binary one -> sound(one.message());
                case Event.End end -> throw broken(end.reason(), end.cause());
            }
        }
    }

    private Event next(Duration silence) {
        try {
            var event = events.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
            return event == null ? new Event.End("nothing came for %s".formatted(silence), null) : event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", e);
        }
    }

    private boolean isTurnEnd(String message) {
        var split = message.indexOf("\r\n\r\n");
        if (split < 0) {
            throw broken("a message has no headers", null);
        }
        var body = message.substring(split + 4);
        return switch (header("Path", message.substring(0, split))) {
            case "turn.end" -> true;
            case "audio.metadata" -> {
                boundaries(body);
                yield false;
            }
            case "turn.start", "response" -> false;
            case String path -> throw broken("a message is of the unknown kind '%s'".formatted(path), null);
        };
    }

    private void boundaries(String body) {
        try {
            for (var entry : json.readTree(body).path("Metadata")) {
                if (entry.path("Type").asString("").equals("WordBoundary")) {
                    words.add(word(entry.path("Data")));
                }
            }
        } catch (JacksonException e) {
            throw broken("word boundaries are no JSON", e);
        }
    }

    private static SpokenWord word(JsonNode data) {
        return new SpokenWord(
                data.path("text")
                        .path("Text")
                        .asString("")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&apos;", "'")
                        .replace("&amp;", "&"),
                Duration.ofNanos(data.path("Offset").asLong(0) * NANOS_PER_TICK),
                Duration.ofNanos(data.path("Duration").asLong(0) * NANOS_PER_TICK));
    }

    /** Two bytes say how long the headers are, and the sound follows them. */
    private void sound(byte[] message) {
        if (message.length < 2) {
            throw broken("a binary message has no length", null);
        }
        var length = Short.toUnsignedInt(ByteBuffer.wrap(message).getShort());
        if (2 + length > message.length) {
            throw broken("a binary message is shorter than its headers", null);
        }
        var headers = new String(message, 2, length, StandardCharsets.UTF_8);
        if (!header("Path", headers).equals("audio")) {
            throw broken("a binary message is not sound", null);
        }
        var type = header("Content-Type", headers);
        var size = message.length - 2 - length;
        // The last one has neither type nor sound.
        if (!type.isEmpty() && !type.equals("audio/mpeg")) {
            throw broken("the sound is '%s' (expected: audio/mpeg)".formatted(type), null);
        }
        if (type.isEmpty() && size > 0) {
            throw broken("there is sound of no type", null);
        }
        if (audio.size() + size > MAX_AUDIO) {
            throw broken("there is more sound than any sentence has", null);
        }
        audio.write(message, 2 + length, size);
    }

    private static String header(String name, String headers) {
        return headers.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static CodedException broken(String reason, @Nullable Throwable cause) {
        return new CodedException(
                TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE, "Edge did not finish speaking: %s.".formatted(reason), cause);
    }
}
