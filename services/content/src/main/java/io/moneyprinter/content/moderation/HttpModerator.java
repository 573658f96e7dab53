package io.moneyprinter.content.moderation;

import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.llm.Exchange;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.service.provider.CallMeter;
import io.moneyprinter.service.provider.FailureCodes;
import io.moneyprinter.service.provider.HealthSettings;
import io.moneyprinter.service.provider.KeyRing;
import io.moneyprinter.service.provider.ProviderHealth;
import io.moneyprinter.service.provider.RefusalDetail;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a server with OpenAI's moderation endpoint. */
final class HttpModerator implements Moderator {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Long texts are judged as a whole, and a sentence drowns in them; beyond 32768 tokens they are cut unseen. */
    private static final int LONGEST_INPUT = 4_000;

    private static final int MOST_INPUTS = 32;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration KEY_REST = Duration.ofMinutes(10);

    /** Who is asked at the very moment that he named may say no once more. */
    private static final Duration MARGIN = Duration.ofMillis(20);

    private static final HealthSettings HEALTH = HealthSettings.usual(Duration.ofSeconds(30));

    private static final FailureCodes CODES = new FailureCodes(
            ContentErrorCode.MODERATION_THROTTLED,
            ContentErrorCode.MODERATION_UNAVAILABLE,
            Set.of(CommonErrorCode.CANCELLED));

    private final String server;
    private final String endpoint;
    private final ModerationProperties properties;
    private final KeyRing keys;
    private final ProviderHealth health;
    private final HttpClient http;

    HttpModerator(URI baseUrl, ModerationProperties properties, Clock clock, CallMeter meter) {
        this.server = baseUrl.getPort() < 0 ? baseUrl.getHost() : baseUrl.getHost() + ":" + baseUrl.getPort();
        this.endpoint = baseUrl.toString().replaceFirst("/+$", "") + "/moderations";
        this.properties = properties;
        this.keys = new KeyRing(
                properties.apiKeys(),
                new KeyRing.Rules(
                        ContentErrorCode.MODERATION_THROTTLED,
                        Set.of(ContentErrorCode.MODERATION_MISCONFIGURED),
                        HEALTH.rest(),
                        KEY_REST),
                clock);
        this.health = new ProviderHealth("moderation", HEALTH, CODES, clock, meter);
        // Small servers stumble over the offer of HTTP/2 that goes along without TLS.
        this.http = HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** A piece of a text that is short enough. */
    private record Input(int text, String words) {}

    private record Payload(String model, List<String> input) {}

    @Override
    public String description() {
        return "the moderation endpoint of " + server;
    }

    @Override
    public @Nullable Finding find(List<String> texts, @Nullable String language) {
        var inputs = new ArrayList<Input>();
        for (var i = 0; i < texts.size(); i++) {
            for (var words : pieces(texts.get(i))) {
                inputs.add(new Input(i, words));
            }
        }
        for (var from = 0; from < inputs.size(); from += MOST_INPUTS) {
            var finding = look(inputs.subList(from, Math.min(from + MOST_INPUTS, inputs.size())));
            if (finding != null) {
                return finding;
            }
        }
        return null;
    }

    /** Cut after a space, where there is one. */
    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var from = 0;
        while (text.length() - from > LONGEST_INPUT) {
            var end = from + LONGEST_INPUT;
            var space = end;
            while (space > from && !Character.isWhitespace(text.charAt(space - 1))) {
                space--;
            }
            var cut = space > from ? space : Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
            pieces.add(text.substring(from, cut));
            from = cut;
        }
        pieces.add(text.substring(from));
        return pieces.stream().filter(piece -> !piece.isBlank()).toList();
    }

    private @Nullable Finding look(List<Input> inputs) {
        var payload = new Payload(
                properties.model(), inputs.stream().map(Input::words).toList());
        var results = persistently(payload);
        for (var i = 0; i < inputs.size(); i++) {
            if (results.get(i).path("flagged").booleanValue()) {
                return new Finding(inputs.get(i).text(), categories(results.get(i)), null);
            }
        }
        return null;
    }

    private static List<String> categories(JsonNode result) {
        var scores = result.path("category_scores");
        var flagged = result.path("categories").properties().stream()
                .filter(category -> category.getValue().asBoolean(false))
                .map(Map.Entry::getKey)
                .sorted(Comparator.<String>comparingDouble(
                                name -> -scores.path(name).asDouble(0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return flagged.isEmpty() ? List.of("unwanted") : flagged;
    }

    private List<JsonNode> persistently(Payload payload) {
        for (var attempt = 1; ; attempt++) {
            try {
                return health.ask(() -> withAKey(payload));
            } catch (CodedException e) {
                var asked = e.retryAfter();
                var wait = asked == null ? properties.pause() : asked.plus(MARGIN);
                if (attempt >= properties.attempts()
                        || !e.code().kind().retryable()
                        || wait.compareTo(properties.patience()) > 0) {
                    throw e;
                }
                pause(wait);
            }
        }
    }

    private List<JsonNode> withAKey(Payload payload) {
        while (true) {
            var key = keys.next();
            try {
                return ask(payload, key);
            } catch (CodedException failed) {
                if (!keys.rest(key, failed)) {
                    throw failed;
                }
            }
        }
    }

    private List<JsonNode> ask(Payload payload, ApiKey key) {
        var request = HttpRequest.builder()
                .method(HttpMethod.POST)
                .url(endpoint)
                .addHeader("Content-Type", "application/json")
                .body(JSON.writeValueAsString(payload));
        if (key.isPresent()) {
            request.addHeader("Authorization", "Bearer " + key.value());
        }
        try (var exchange = new Exchange(http, properties.timeout(), key)) {
            return results(
                    exchange.execute(request.build()).body(), payload.input().size());
        } catch (Exchange.Refused refused) {
            throw refusal(refused);
        } catch (Exchange.Broken broken) {
            throw unavailable(broken.told(), broken);
        } catch (CompletionException interrupted) {
            throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", interrupted);
        }
    }

    private List<JsonNode> results(@Nullable String body, int inputs) {
        try {
            var results = JSON.readTree(Objects.requireNonNullElse(body, "")).path("results");
            var all = results.valueStream().toList();
            if (all.size() == inputs
                    && all.stream().allMatch(one -> one.path("flagged").isBoolean())) {
                return all;
            }
        } catch (JacksonException noJson) {
            throw unavailable("it sent something that is no answer", noJson);
        }
        throw unavailable("it sent something that is no answer", null);
    }

    private CodedException refusal(Exchange.Refused refused) {
        var status = refused.statusCode();
        return switch (status) {
            case 429 ->
                failure(
                        ContentErrorCode.MODERATION_THROTTLED,
                        "%s is asked too often%s".formatted(description(), told(refused)),
                        refused);
            case 408 -> unavailable("it took too long", refused);
            default ->
                status < 500
                        ? failure(
                                ContentErrorCode.MODERATION_MISCONFIGURED,
                                "%s refused the request (status %d)%s: check base-url, model and api-keys of moneyprinter.content.moderation"
                                        .formatted(description(), status, told(refused)),
                                refused)
                        : failure(
                                ContentErrorCode.MODERATION_UNAVAILABLE,
                                "%s failed (status %d)%s".formatted(description(), status, told(refused)),
                                refused);
        };
    }

    /** The key is not among it: the exchange has seen to that. */
    private static String told(Exchange.Refused refused) {
        try {
            var body = JSON.readTree(Objects.requireNonNullElse(refused.getMessage(), ""));
            var detail = RefusalDetail.line(RefusalDetail.of(body), "");
            return detail.isEmpty() ? "" : ": " + detail;
        } catch (JacksonException noJson) {
            return "";
        }
    }

    private static CodedException failure(ErrorCode code, String message, Exchange.Refused refused) {
        return new CodedException(
                code, message, List.of(), code.kind().retryable() ? refused.retryAfter() : null, refused);
    }

    private CodedException unavailable(String reason, @Nullable Throwable cause) {
        return new CodedException(
                ContentErrorCode.MODERATION_UNAVAILABLE,
                "%s gave no answer: %s".formatted(description(), reason),
                cause);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", e);
        }
    }
}
