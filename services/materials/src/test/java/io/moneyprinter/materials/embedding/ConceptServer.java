package io.moneyprinter.materials.embedding;

import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.http.ProviderStandIn.Behaviour;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * An embeddings server on a real socket that knows a few concepts in English and German, and what we ask to learn its
 * scale. Words that it does not know mean nothing of that, each in a direction of its own.
 */
public final class ConceptServer implements AutoCloseable {

    /** Each line is a concept, and words that mean it. */
    private static final String CONCEPTS = """
            traffic cars jam stuck heavy
            doctor physician patient examining treating sick man
            mountain hike trekking peak steep
            stock market crash falling share prices
            cooking pasta preparing spaghetti kitchen küche
            space launch rocket lifting rakete
            wheat harvest farmer reaping grain field
            soccer football fans supporters cheering
            programmer developer work typing code laptop
            ocean waves surf rolling shore
            church cathedral medieval old
            crying baby infant tears
            sunset dusk evening abends abenddämmerung sonnenuntergang
            drinks cocktail getränke cocktails
            bees honeybee swarm hive bienen biene
            office desks schreibtisch büro""";

    private static final int DIMENSIONS = 64;

    private final ProviderStandIn server = ProviderStandIn.start();
    private final Map<String, Integer> concepts = new HashMap<>();
    private final int turned;

    private ConceptServer(int turned) {
        this.turned = turned;
        var lines = CONCEPTS.strip().split("\n");
        for (var i = 0; i < lines.length; i++) {
            for (var word : lines[i].strip().split(" ")) {
                concepts.put(word, i);
            }
        }
        behave(meaning());
    }

    public static ConceptServer start() {
        return new ConceptServer(0);
    }

    /** Another model: all directions are others. */
    static ConceptServer startOther() {
        return new ConceptServer(17);
    }

    ProviderStandIn server() {
        return server;
    }

    public URI url(String path) {
        return server.url(path);
    }

    public void behave(Behaviour behaviour) {
        server.on("/v1/embeddings", behaviour);
    }

    /** As it should. */
    public Behaviour meaning() {
        return exchange -> {
            var received = server.received().getLast();
            ProviderStandIn.json(200, answer(inputs(received))).answer(exchange);
        };
    }

    static List<String> inputs(ProviderStandIn.Received received) {
        return JsonMapper.shared()
                .readTree(received.body())
                .get("input")
                .valueStream()
                .map(text -> text.asString())
                .toList();
    }

    /** All texts that it was asked for. */
    public List<String> asked() {
        return server.received().stream().flatMap(each -> inputs(each).stream()).toList();
    }

    private String answer(List<String> texts) {
        var data = new ArrayList<String>();
        // Out of order, as it may be.
        for (var i = texts.size() - 1; i >= 0; i--) {
            data.add("{\"object\":\"embedding\",\"index\":%d,\"embedding\":%s}"
                    .formatted(i, Arrays.toString(vector(texts.get(i)))));
        }
        return """
                {"object":"list","data":[%s],"model":"concepts","usage":{"prompt_tokens":8,"total_tokens":8}}""".formatted(String.join(",", data));
    }

    private float[] vector(String text) {
        var vector = new float[DIMENSIONS];
        // As with real models, nothing is at a right angle to anything.
        vector[turned] = 1;
        for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            var concept = concepts.get(word);
            if (concept != null) {
                vector[(1 + concept + turned) % DIMENSIONS] = 1.5f;
            } else if (word.length() > 3) {
                var random = new Random(word.hashCode());
                for (var i = 0; i < DIMENSIONS; i++) {
                    vector[i] += (float) random.nextGaussian() * 0.15f;
                }
            }
        }
        return vector;
    }

    @Override
    public void close() {
        server.close();
    }

    /** An answer with these vectors, in the real shape. */
    static String answerOf(String... vectors) {
        return IntStream.range(0, vectors.length)
                .mapToObj(i -> "{\"object\":\"embedding\",\"index\":%d,\"embedding\":%s}".formatted(i, vectors[i]))
                .collect(Collectors.joining(",", "{\"object\":\"list\",\"data\":[", "],\"model\":\"m\"}"));
    }

    static Behaviour raw(byte[] body) {
        return ProviderStandIn.body(200, body);
    }

    static Behaviour raw(String body) {
        return raw(body.getBytes(StandardCharsets.UTF_8));
    }
}
