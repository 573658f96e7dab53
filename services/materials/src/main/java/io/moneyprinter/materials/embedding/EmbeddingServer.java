package io.moneyprinter.materials.embedding;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.service.provider.Answer;
import io.moneyprinter.service.provider.Deadline;
import io.moneyprinter.service.provider.ProviderHttp;
import io.moneyprinter.service.provider.RefusalDetail;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a server what texts mean, through {@code POST /embeddings}
 * (<a href="https://platform.openai.com/docs/api-reference/embeddings/create">documentation</a>). OpenAI, Ollama,
 * llama.cpp, Text Embeddings Inference, LocalAI and vLLM have it.
 */
final class EmbeddingServer implements EmbeddingModel {

    /** Two thousand texts of three thousand numbers, each of which is written with a dozen digits. */
    private static final DataSize LARGEST_ANSWER = DataSize.ofMegabytes(96);

    private static final int MOST_DIMENSIONS = 8_192;

    private static final JsonMapper JSON = Json.lenient();

    private final EmbeddingProperties properties;
    private final ProviderHttp http;
    private final Semaphore turns;
    private final String name;

    EmbeddingServer(EmbeddingProperties properties) {
        this.properties = properties;
        this.http = new ProviderHttp(properties.connectTimeout(), LARGEST_ANSWER);
        this.turns = new Semaphore(properties.parallelism(), true);
        this.name = properties.baseUrl() == null ? "OpenAI" : "the embeddings server";
    }

    @Override
    public String name() {
        return properties.model();
    }

    @Override
    public String description() {
        return "%s at %s".formatted(properties.model(), properties.address().getHost());
    }

    @Override
    public int batch() {
        return properties.batch();
    }

    /** In one request. */
    @Override
    public List<Embedding> embed(List<String> texts, Duration patience) {
        var deadline = Deadline.after(patience);
        try {
            if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw unavailable("others are asking it and did not end within %s".formatted(patience), null);
            }
        } catch (InterruptedException e) {
            throw cancelled(e);
        }
        try {
            var answer = http.ask(request(texts), deadline);
            if (!answer.isSuccess()) {
                throw refused(answer);
            }
            return embeddings(answer, texts.size());
        } catch (ProviderHttp.NoAnswerException e) {
            throw unavailable(e.reason(), e.getCause());
        } catch (InterruptedException e) {
            throw cancelled(e);
        } finally {
            turns.release();
        }
    }

    private HttpRequest.Builder request(List<String> texts) {
        var body = new LinkedHashMap<String, Object>();
        body.put("model", properties.model());
        body.put("input", texts);
        body.put("encoding_format", "float");
        var request = HttpRequest.newBuilder(ProviderHttp.address(properties.address(), "/embeddings"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return properties.apiKey().isPresent()
                ? request.header(
                        "Authorization", "Bearer " + properties.apiKey().value())
                : request;
    }

    private List<Embedding> embeddings(Answer answer, int count) {
        JsonNode data;
        try {
            data = JSON.readTree(answer.body()).path("data");
        } catch (JacksonException e) {
            throw unusable("it is no JSON", e);
        }
        if (data.size() != count) {
            throw unusable("it has %d vectors (expected: %d)".formatted(data.size(), count), null);
        }
        var found = new Embedding[count];
        for (var place = 0; place < count; place++) {
            var each = data.path(place);
            // Some servers leave it out, and answer in order.
            var index = each.path("index").asInt(place);
            if (index < 0 || index >= count || found[index] != null) {
                throw unusable("its vectors are not numbered from 0 to %d".formatted(count - 1), null);
            }
            found[index] = embedding(each.path("embedding"));
        }
        if (Arrays.stream(found).mapToInt(Embedding::dimensions).distinct().count() > 1) {
            throw unusable("its vectors have different dimensions", null);
        }
        return List.of(found);
    }

    private Embedding embedding(JsonNode vector) {
        if (!vector.isArray() || vector.isEmpty() || vector.size() > MOST_DIMENSIONS) {
            throw unusable("a vector is not a list of 1 to %d numbers".formatted(MOST_DIMENSIONS), null);
        }
        var values = new float[vector.size()];
        for (var i = 0; i < values.length; i++) {
            var number = vector.path(i);
            values[i] = number.isNumber() ? (float) number.asDouble() : Float.NaN;
        }
        try {
            return Embedding.of(values);
        } catch (IllegalArgumentException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        }
    }

    private CodedException refused(Answer answer) {
        var detail = detail(answer);
        return switch (answer.status()) {
            case 401, 403 ->
                new CodedException(
                        MaterialsErrorCode.EMBEDDING_KEY_REFUSED,
                        "%s does not accept the key (status %d)%s: check %s"
                                .formatted(
                                        name, answer.status(), detail, EmbeddingProperties.SETTINGS.name("api-key")));
            case 429 ->
                new CodedException(
                        MaterialsErrorCode.EMBEDDING_THROTTLED,
                        "%s wants to be asked less often%s".formatted(name, detail),
                        List.of(),
                        answer.retryAfter(),
                        null);
            case 400, 413, 422 ->
                new CodedException(
                        MaterialsErrorCode.EMBEDDING_REFUSED,
                        "%s does not take these texts (status %d)%s".formatted(name, answer.status(), detail));
            default ->
                new CodedException(
                        MaterialsErrorCode.EMBEDDING_UNAVAILABLE,
                        "%s answers with status %d for the model %s%s"
                                .formatted(name, answer.status(), properties.model(), detail),
                        List.of(),
                        answer.retryAfter(),
                        null);
        };
    }

    private String detail(Answer answer) {
        try {
            var detail = RefusalDetail.line(
                    RefusalDetail.of(JSON.readTree(answer.body())),
                    properties.apiKey().value());
            return detail.isBlank() ? "" : ": " + detail;
        } catch (JacksonException e) {
            return "";
        }
    }

    private CodedException unavailable(String reason, @Nullable Throwable cause) {
        return new CodedException(
                MaterialsErrorCode.EMBEDDING_UNAVAILABLE, "%s cannot be asked: %s".formatted(name, reason), cause);
    }

    private CodedException unusable(String reason, @Nullable Throwable cause) {
        return new CodedException(
                MaterialsErrorCode.EMBEDDING_UNAVAILABLE,
                "the answer of %s cannot be used: %s".formatted(name, reason),
                cause);
    }

    private static CodedException cancelled(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", cause);
    }

    @Override
    public void close() {
        http.close();
    }
}
