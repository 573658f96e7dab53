package io.moneyprinter.materials.provider.openai;

import io.moneyprinter.materials.provider.image.ImageFailures;
import io.moneyprinter.materials.provider.image.ImageFailures.Refusal;
import io.moneyprinter.materials.provider.image.ImageHttp;
import io.moneyprinter.materials.provider.image.PictureSize;
import io.moneyprinter.materials.spi.ImageGenerator;
import io.moneyprinter.materials.spi.ImagePrompt;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.service.provider.Answer;
import io.moneyprinter.service.provider.Deadline;
import io.moneyprinter.service.provider.ProviderHttp;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes pictures through {@code POST /images/generations}
 * (<a href="https://platform.openai.com/docs/api-reference/images/create">documentation</a>), which knows neither seeds
 * nor what to avoid.
 */
final class OpenAiImageGenerator implements ImageGenerator, AutoCloseable {

    private static final JsonMapper JSON = Json.lenient();

    /** What is said, with status 400, of words that the provider does not want to see. */
    private static final Set<String> NOT_MADE = Set.of("moderation_blocked", "content_policy_violation");

    private final OpenAiImageProperties properties;
    private final ImageFailures failures;
    private final ImageHttp http;

    OpenAiImageGenerator(OpenAiImageProperties properties) {
        this.properties = properties;
        this.failures = new ImageFailures(
                properties.baseUrl() == null ? "OpenAI" : "the image server",
                OpenAiImageProperties.SETTINGS.name("api-key"),
                properties.apiKey());
        this.http = new ImageHttp(failures, properties.connectTimeout());
    }

    @Override
    public String provider() {
        return "openai";
    }

    @Override
    public String model() {
        return properties.model();
    }

    @Override
    public boolean isConfigured() {
        return properties.isConfigured();
    }

    @Override
    public boolean needsKey() {
        return properties.baseUrl() == null;
    }

    @Override
    public String version() {
        return "1 %s %s %s".formatted(properties.address(), properties.model(), properties.quality());
    }

    @Override
    public int parallelism() {
        return properties.parallelism();
    }

    @Override
    public Duration timeout() {
        return properties.timeout();
    }

    @Override
    public void generate(ImagePrompt prompt, Deadline deadline, Path target) {
        var answer = http.ask(request(prompt), deadline).orThrow(this::refused);
        http.write(http.json(answer).at("/data/0/b64_json"), target);
    }

    private HttpRequest.Builder request(ImagePrompt prompt) {
        var body = new LinkedHashMap<String, Object>();
        body.put("model", properties.model());
        body.put("prompt", prompt.text());
        body.put("n", 1);
        body.put("size", PictureSize.nearest(properties.pictureSizes(), prompt).toString());
        if (properties.isGpt()) {
            if (!properties.quality().isBlank()) {
                body.put("quality", properties.quality());
            }
            body.put("output_format", "jpeg");
        } else {
            body.put("response_format", "b64_json");
        }
        var request = HttpRequest.newBuilder(ProviderHttp.address(properties.address(), "/images/generations"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return properties.apiKey().isPresent()
                ? request.header(
                        "Authorization", "Bearer " + properties.apiKey().value())
                : request;
    }

    private CodedException refused(Answer answer) {
        var code = http.refusal(answer).at("/error/code").asString("");
        var refusal = code.equals("insufficient_quota") || code.equals("billing_hard_limit_reached")
                ? Refusal.QUOTA
                : NOT_MADE.contains(code) ? Refusal.PROMPT : Refusal.of(answer.status());
        return failures.refused(refusal, answer, http.detail(answer));
    }

    @Override
    public void close() {
        http.close();
    }
}
