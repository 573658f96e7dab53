package io.moneyprinter.bench;

import com.sun.net.httpserver.HttpServer;
import io.moneyprinter.bench.LengthsText.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stand-in for a language model, with OpenAI's chat endpoint. It knows the topics of the benchmark, and counts words as
 * badly as models do.
 */
final class LengthsModel implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern WORDS = Pattern.compile("about (\\d+) words");

    /** What we say and what is asked for; what follows is a complaint. */
    private static final int FIRST_TURNS = 2;

    /** Of a scene. */
    private static final int MOST_SENTENCES = 20;

    private final HttpServer server;
    private final List<LengthsText> topics;

    LengthsModel(List<LengthsText> texts) throws IOException {
        topics = texts.stream().filter(text -> text.kind() == Kind.TOPIC).toList();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            try (exchange) {
                var answer = JSON.writeValueAsBytes(answer(JSON.readTree(exchange.getRequestBody())));
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
    }

    private Map<String, Object> answer(JsonNode request) {
        var messages = request.path("messages");
        var task = messages.get(1).path("content").asString();
        var topic = topics.stream()
                .filter(text -> task.contains(text.name()))
                .findFirst()
                .orElseThrow();
        var wanted = WORDS.matcher(task);
        if (!wanted.find()) {
            throw new IllegalArgumentException("no number of words in " + task);
        }
        var manner = topic.manner();
        var part = messages.size() > FIRST_TURNS ? manner.told : manner.first;
        var script = JSON.writeValueAsString(
                Map.of("title", topic.name(), "scenes", scenes(topic, part * Integer.parseInt(wanted.group(1)))));
        return Map.of(
                "id",
                "answer",
                "object",
                "chat.completion",
                "created",
                0,
                "model",
                "stand-in",
                "choices",
                List.of(Map.of(
                        "index",
                        0,
                        "message",
                        Map.of("role", "assistant", "content", script),
                        "finish_reason",
                        "stop")),
                "usage",
                Map.of("prompt_tokens", 1, "completion_tokens", 1, "total_tokens", 2));
    }

    /** Scene by scene the next sentence, until they have about as many words together. */
    private static List<Map<String, String>> scenes(LengthsText topic, double words) {
        var known = Arrays.stream(topic.body().split("\n\n"))
                .map(scene -> scene.lines().toList())
                .toList();
        // The first and the last scene are there in any case.
        var said = new int[known.size()];
        said[0] = known.getFirst().size();
        said[known.size() - 1] = known.getLast().size();
        var left = words - words(known.getFirst()) - words(known.getLast());
        for (var round = 0; round < MOST_SENTENCES; round++) {
            for (var scene = 1; scene < known.size() - 1; scene++) {
                var sentences = known.get(scene);
                if (said[scene] == round && round < sentences.size()) {
                    var length = words(List.of(sentences.get(round)));
                    if (length < 2 * left) {
                        left -= length;
                        said[scene]++;
                    }
                }
            }
        }
        var scenes = new ArrayList<Map<String, String>>();
        for (var scene = 0; scene < known.size(); scene++) {
            if (said[scene] > 0) {
                scenes.add(Map.of(
                        "role",
                        scene == 0 ? "hook" : scene == known.size() - 1 ? "call_to_action" : "body",
                        "narration",
                        String.join(" ", known.get(scene).subList(0, said[scene]))));
            }
        }
        return scenes;
    }

    private static int words(List<String> sentences) {
        return sentences.stream()
                .mapToInt(sentence -> sentence.split("\\s+").length)
                .sum();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
